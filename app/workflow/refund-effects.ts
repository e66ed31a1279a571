import type { EffectRow } from "#db/queries/effects.ts";
import { findPayment } from "#db/queries/money/find-payment.ts";
import { findRefund } from "#db/queries/money/refunds/find-refund.ts";
import { deadKey, type GatewayFailure } from "../gateways/gateway-answer.ts";
import type { RefundRequest } from "../gateways/refunds.ts";
import { sendOnce } from "./command-effect.ts";
import type { EffectHandler, EffectResult, LookUpResult } from "./effect-handler.ts";
import type { FactOutcome, PaymentParts } from "./fact-outcome.ts";
import { learnOfRefund, tellRefund } from "./refund-facts.ts";

/** What is sent, stored before it is; `spent` are keys that Stripe answers with an old error. */
interface Rendered extends RefundRequest {
  spent: number;
}

async function render(parts: PaymentParts, { customerId, params }: EffectRow): Promise<Rendered> {
  const { refundId } = params as { refundId: string };
  return parts.database.transaction({ role: "portal_engine" }, async (tx) => {
    const row = await findRefund(tx, { customerId, refundId });
    const payment =
      row?.paymentId && (await findPayment(tx, { customerId, paymentId: row.paymentId }));
    if (!row || !payment || payment.intentId === null) {
      throw new Error(`The refund ${refundId} has no payment at Stripe.`);
    }
    const { paymentId, intentId } = payment;
    return { refundId, customerId, paymentId, intentId, amount: row.amount, spent: 0 };
  });
}

const afterFact = ({ outcome, detail }: FactOutcome, providerId: string): EffectResult =>
  outcome === "retry" ? { outcome, reason: detail } : { outcome: "done", providerId };

/** The refund's own key, and another one where a search has shown that nothing was done under it. */
const keyOf = ({ refundId, spent }: Rendered, { keyNumber }: EffectRow): string => {
  const n = spent + keyNumber;
  return n === 0 ? refundId : `${refundId}/${n}`;
};

/** Stripe took no refund: the machine gives the money back to where it was. */
async function refuse(
  { dispatch }: PaymentParts,
  effect: EffectRow,
  refundId: string,
  code: string,
): Promise<EffectResult> {
  return sendOnce(dispatch, {
    ...{ customerId: effect.customerId, machineId: refundId, kind: "refund" as const },
    ...{ commandId: "refuse", actor: { kind: "portal" as const } },
    receivedAt: effect.at.toISOString(),
    event: { type: "refuse", code },
  });
}

/** Errors that say nothing of the refund, but of the way in which it was asked for. */
const ofOurs = new Set(["idempotency_error", "api_key_expired", "secret_key_required"]);

async function afterFailure(
  parts: PaymentParts,
  effect: EffectRow,
  rendered: Rendered,
  failure: GatewayFailure,
): Promise<EffectResult> {
  if (failure.outcome !== "refused" || ofOurs.has(failure.code)) return failure;
  if (failure.code !== deadKey) return refuse(parts, effect, rendered.refundId, failure.code);
  const found = await lookUp(parts, effect, rendered);
  if (found.outcome === "done") return found;
  if (found.outcome !== "absent") return { outcome: "retry", reason: found.reason };
  const next = { ...rendered, spent: rendered.spent + 1 };
  return { outcome: "retry", reason: failure.reason, rendered: next };
}

async function perform(
  parts: PaymentParts,
  effect: EffectRow,
  rendered: Rendered,
): Promise<EffectResult> {
  const { spent: _, ...request } = rendered;
  const answer = await parts.payments.createRefund(request, keyOf(rendered, effect));
  if (answer.outcome !== "done") return afterFailure(parts, effect, rendered, answer);
  const told = await tellRefund(parts, answer.value, effect.at.toISOString());
  return afterFact(told, answer.value.stripeRefundId);
}

/** Searches the payment's refunds for the one that bears our id. */
async function lookUp(
  parts: PaymentParts,
  effect: EffectRow,
  { intentId, refundId }: Rendered,
): Promise<LookUpResult> {
  const answer = await parts.payments.findRefund(intentId, refundId);
  if (answer.outcome !== "done") return { outcome: "retry", reason: answer.reason };
  if (answer.value === null) return { outcome: "absent" };
  const told = await tellRefund(parts, answer.value, effect.at.toISOString());
  if (told.outcome === "retry") return { outcome: "retry", reason: told.detail };
  return { outcome: "done", providerId: answer.value.stripeRefundId };
}

/** What refunds ask of Stripe, as the effect runner takes them. */
export function refundEffects(
  parts: PaymentParts,
): Record<"createRefund" | "lookUpRefund", EffectHandler> {
  return {
    createRefund: {
      render: (effect) => render(parts, effect),
      perform: (effect, rendered) => perform(parts, effect, rendered as Rendered),
      lookUp: (effect, rendered) => lookUp(parts, effect, rendered as Rendered),
    },
    lookUpRefund: {
      perform: async (effect) => {
        const { stripeRefundId } = effect.params as { stripeRefundId: string };
        const told = await learnOfRefund(parts, stripeRefundId, effect.at.toISOString());
        return afterFact(told, stripeRefundId);
      },
    },
  };
}
