import { findPayment, type PaymentRow } from "#db/queries/money/find-payment.ts";
import { isIdentifier } from "../identifier.ts";
import type { Ownership } from "../gateways/gateway-answer.ts";
import type { PaymentResult } from "../gateways/payments.ts";
import { learnOfMethod, learnOfSetup } from "./card-facts.ts";
import { failedAnswer, type FactOutcome, type PaymentParts } from "./fact-outcome.ts";
import { expiry, factOf } from "./payment-fact.ts";

/** An object at Stripe to ask about. */
export interface StripeSubject {
  kind: "session" | "intent" | "charge" | "setup" | "method";
  id: string;
}

async function findOurs({ database }: PaymentParts, owner: Ownership): Promise<PaymentRow | null> {
  const { customerId, paymentId } = owner;
  if (!customerId || !paymentId || !isIdentifier(customerId) || !isIdentifier(paymentId)) {
    return null;
  }
  return database.transaction({ role: "portal_engine" }, (tx) =>
    findPayment(tx, { customerId, paymentId }),
  );
}

async function tell(
  parts: PaymentParts,
  owner: Ownership,
  result: PaymentResult | "expired" | null,
  receivedAt: string,
): Promise<FactOutcome> {
  const found = await findOurs(parts, owner);
  if (!found) return { outcome: "ignored", detail: "no payment of this portal" };
  const fact = result === "expired" ? expiry : result && factOf(result, found.method);
  if (!fact) return { outcome: "nothing", detail: "no attempt has ended yet" };
  const { customerId, paymentId } = found;
  const { type } = fact.event;
  const answer = await parts.dispatch({
    customerId,
    machineId: paymentId,
    kind: "payment",
    commandId: fact.commandId,
    actor: { kind: "stripe" },
    receivedAt,
    event: fact.event,
  });
  if (answer.ok) return { outcome: "applied", detail: answer.repeated ? `${type} again` : type };
  const { code, detail } = answer.refusal;
  if (code !== "notNow") throw new Error(`A fact of Stripe was refused (${code}): ${detail}`);
  // Stripe was quicker than our own note of the session: the fact waits for it.
  const present = await findOurs(parts, owner);
  if (present?.status === "created") return { outcome: "retry", detail: `${type} came early` };
  return { outcome: "nothing", detail: `${type} is outgrown: ${present?.status ?? "gone"}` };
}

/**
 * Asks Stripe what has become of an object and tells the payment machine. It may be called any
 * number of times, by webhooks, the return page and deadlines at once, in any order.
 *
 * @param receivedAt ISO instant that counts for what was learned
 */
export async function learnFrom(
  parts: PaymentParts,
  { kind, id }: StripeSubject,
  receivedAt: string,
): Promise<FactOutcome> {
  if (kind === "setup") return learnOfSetup(parts, id, false, receivedAt);
  if (kind === "method") return learnOfMethod(parts, id, receivedAt);
  if (kind === "charge") {
    const intent = await parts.payments.readIntentOfCharge(id);
    if (intent.outcome !== "done") return failedAnswer(intent);
    if (intent.value === null) return { outcome: "ignored", detail: "a charge without intent" };
    return learnFrom(parts, { kind: "intent", id: intent.value }, receivedAt);
  }
  if (kind === "session") {
    const answer = await parts.payments.readCheckout(id);
    if (answer.outcome !== "done") return failedAnswer(answer);
    const session = answer.value;
    const { setupId, status } = session;
    if (setupId !== null) return learnOfSetup(parts, setupId, status === "expired", receivedAt);
    if (status === "expired") return tell(parts, session, "expired", receivedAt);
    if (session.intentId === null) return tell(parts, session, null, receivedAt);
    return learnFrom(parts, { kind: "intent", id: session.intentId }, receivedAt);
  }
  const answer = await parts.payments.readPayment(id);
  if (answer.outcome !== "done") return failedAnswer(answer);
  return tell(parts, answer.value, answer.value.result, receivedAt);
}
