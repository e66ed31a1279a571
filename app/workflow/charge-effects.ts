import type { ChargeRequest } from "../gateways/cards.ts";
import { findCard, isChargeableState } from "#db/queries/cards/find-card.ts";
import { readStripeCustomer } from "#db/queries/cards/stripe-customer.ts";
import { readMachines } from "#db/queries/engine/read-machines.ts";
import type { EffectRow } from "#db/queries/effects.ts";
import { readCustomerLocale } from "#db/queries/money/customer-locale.ts";
import { outstanding, type InvoiceContext } from "#machines/invoice/context.ts";
import type { PaymentContext } from "#machines/payment/context.ts";
import { deadKey } from "../gateways/gateway-answer.ts";
import { presentSnapshot } from "#machines/engine/migration.ts";
import { definitions } from "#machines/registry.ts";
import type { Clock } from "../clock.ts";
import { sendOnce } from "./command-effect.ts";
import type { EffectHandler, EffectResult, LookUpResult } from "./effect-handler.ts";
import type { PaymentParts } from "./fact-outcome.ts";
import { learnFrom } from "./payment-facts.ts";

/** What charging a saved card works with. */
export interface ChargeParts extends PaymentParts {
  clock: Clock;
}

const engine = { role: "portal_engine" } as const;

/** The charge with how things stand around it, as the database has them now. */
async function readCharge({ database }: ChargeParts, { customerId, params }: EffectRow) {
  const { paymentId } = params as { paymentId: string };
  return database.transaction(engine, async (tx) => {
    const contextOf = async <Context>(machineId: string) => {
      const [machine] = await readMachines(tx, [{ customerId, machineId }]);
      if (!machine) throw new Error(`A charge needs the machine ${machineId}, which is nowhere.`);
      const { value, context } = presentSnapshot(definitions[machine.kind], machine);
      return { state: String(value), context: context as unknown as Context };
    };
    const payment = await contextOf<PaymentContext>(paymentId);
    const invoice = await contextOf<InvoiceContext>(payment.context.invoiceId);
    const { cardId } = payment.context;
    if (cardId === null) throw new Error(`The payment ${paymentId} charges no saved card.`);
    const card = await findCard(tx, { customerId, cardId });
    const stripe = await readStripeCustomer(tx, customerId);
    const locale = await readCustomerLocale(tx, customerId);
    return { payment, invoice, card, locale, stripeCustomerId: stripe?.stripeCustomerId ?? "" };
  });
}

async function refuse(
  { dispatch, clock }: ChargeParts,
  { customerId, params }: EffectRow,
  code: string,
): Promise<EffectResult> {
  const { paymentId: machineId } = params as { paymentId: string };
  return sendOnce(dispatch, {
    ...{ customerId, machineId, kind: "payment", commandId: "chargeRefused" },
    actor: { kind: "portal" },
    receivedAt: (await clock.now()).toISOString(),
    event: { type: "chargeRefused", code },
  });
}

async function learn(
  parts: ChargeParts,
  intentId: string,
): Promise<Extract<EffectResult, { outcome: "done" | "retry" }>> {
  const now = (await parts.clock.now()).toISOString();
  const { outcome, detail } = await learnFrom(parts, { kind: "intent", id: intentId }, now);
  if (outcome === "retry") return { outcome, reason: detail };
  return { outcome: "done", providerId: intentId };
}

/** What is sent: worked out once, so that every repeat sends the same under the same key. */
async function render(parts: ChargeParts, effect: EffectRow): Promise<ChargeRequest> {
  const { payment, invoice, card, locale, stripeCustomerId } = await readCharge(parts, effect);
  const { paymentId, invoiceId, amount } = payment.context;
  return {
    ...{ paymentId, invoiceId, amount, stripeCustomerId },
    customerId: effect.customerId,
    ...{ invoiceNumber: invoice.context.number ?? "", locale },
    methodId: card?.methodId ?? "",
  };
}

/** Why a charge must not even be tried any more; null where it may be. */
async function obstacleTo(parts: ChargeParts, effect: EffectRow): Promise<string | null> {
  const { payment, invoice, card } = await readCharge(parts, effect);
  if (!card || !isChargeableState(card.status)) return "card_detached";
  const isOwed = outstanding(invoice.context) === payment.context.amount;
  return isOwed && invoice.context.dispute === null ? null : "amount_changed";
}

/** A refusal that names no card of Stripe's may mean that somebody detached it there. */
async function codeOf(parts: ChargeParts, request: ChargeRequest, code: string): Promise<string> {
  const method = await parts.payments.readMethod(request.methodId);
  if (method.outcome === "done" && method.value.stripeCustomerId !== null) return code;
  if (method.outcome === "done" || method.outcome === "refused") {
    const now = (await parts.clock.now()).toISOString();
    await learnFrom(parts, { kind: "method", id: request.methodId }, now);
    return "card_detached";
  }
  return code;
}

/**
 * Searches for a charge; one that was never made is given up.
 *
 * @param unanswered how it stands where Stripe can't be searched now
 */
async function settleBySearch(
  parts: ChargeParts,
  effect: EffectRow,
  { stripeCustomerId, paymentId }: ChargeRequest,
  unanswered: "unknown" | "retry",
): Promise<EffectResult> {
  const found = await parts.payments.findIntent(stripeCustomerId, paymentId);
  if (found.outcome !== "done") return { outcome: unanswered, reason: found.reason };
  return found.value === null
    ? refuse(parts, effect, "processing_error")
    : learn(parts, found.value);
}

async function perform(
  parts: ChargeParts,
  effect: EffectRow,
  request: ChargeRequest,
): Promise<EffectResult> {
  const { payment } = await readCharge(parts, effect);
  if (payment.state !== "charging") return { outcome: "done" };
  const isFirst = effect.keySince === null && effect.keyNumber === 1;
  const obstacle = isFirst ? await obstacleTo(parts, effect) : null;
  if (obstacle !== null) return refuse(parts, effect, obstacle);
  const { paymentId } = request;
  const key = effect.keyNumber === 1 ? paymentId : `${paymentId}/again-${effect.keyNumber}`;
  const answer = await parts.payments.chargeCard(request, key);
  if (answer.outcome === "done") {
    const learned = await learn(parts, answer.value);
    // The charge was made: whatever else happens by then, it must not be refused as if it had not been tried.
    return learned.outcome === "retry" ? { ...learned, outcome: "unknown" } : learned;
  }
  if (answer.outcome === "refused") {
    // A key that answers with an old fault for ever says nothing about the charge.
    if (answer.code === deadKey) return settleBySearch(parts, effect, request, "unknown");
    if (answer.code === "amount") return refuse(parts, effect, answer.code);
    return refuse(parts, effect, await codeOf(parts, request, answer.code));
  }
  // Stripe may have charged before it failed, so that its own fault leaves a doubt, too.
  const isDoubtful = answer.outcome === "retry" && /^5\d\d /.test(answer.reason);
  return isDoubtful ? { outcome: "unknown", reason: answer.reason } : answer;
}

async function lookUp(
  parts: ChargeParts,
  { stripeCustomerId, paymentId }: ChargeRequest,
): Promise<LookUpResult> {
  const found = await parts.payments.findIntent(stripeCustomerId, paymentId);
  if (found.outcome !== "done") return { outcome: "retry", reason: found.reason };
  return found.value === null ? { outcome: "absent" } : learn(parts, found.value);
}

/**
 * Charges a saved card without its holder, once: the payment's id is the key, a lost answer is repeated
 * under it, and when the key has lapsed the charge is searched for before any other is made.
 */
export function chargeEffect(parts: ChargeParts): EffectHandler {
  return {
    render: (effect) => render(parts, effect),
    perform: (effect, rendered) => perform(parts, effect, rendered as ChargeRequest),
    lookUp: (_, rendered) => lookUp(parts, rendered as ChargeRequest),
  };
}

/** Looks for a charge that nobody has heard of for a day; one that was never made is given up. */
export async function lookUpCharge(parts: ChargeParts, effect: EffectRow): Promise<EffectResult> {
  return settleBySearch(parts, effect, await render(parts, effect), "retry");
}

/** Cancels what is left of a charge at Stripe; what became of it otherwise is learned instead. */
export async function cancelCharge(parts: ChargeParts, effect: EffectRow): Promise<EffectResult> {
  const { payment } = await readCharge(parts, effect);
  const { intentId } = payment.context;
  if (intentId === null) return { outcome: "done" };
  const answer = await parts.payments.cancelIntent(intentId);
  if (answer.outcome === "retry" || answer.outcome === "unknown") return answer;
  return learn(parts, intentId);
}
