import { tokyoDayText } from "#machines/calendar.ts";
import { derivedId } from "#machines/engine/hash.ts";
import type { StripeDispute } from "../gateways/refunds.ts";
import { chargedPayment } from "./charged-payment.ts";
import { failedAnswer, type FactOutcome, type PaymentParts } from "./fact-outcome.ts";
import { tellBirth, tellStripeFact } from "./tell-stripe-fact.ts";

const ends = { underReview: "review", won: "win", lost: "lose" } as const;

/**
 * Tells a dispute's machine how it stands at Stripe: first what became of the money, then of the dispute.
 *
 * @param receivedAt ISO instant that counts for what was learned
 */
export async function tellDispute(
  parts: PaymentParts,
  dispute: StripeDispute,
  receivedAt: string,
): Promise<FactOutcome> {
  const { stripeDisputeId, chargeId, amount, reason, evidenceDueAt, movements, state } = dispute;
  const found = await chargedPayment(parts, chargeId, receivedAt);
  if (!("payment" in found)) return found;
  const { customerId, paymentId, invoiceId } = found.payment;
  const machineId = derivedId(paymentId, `dispute/${stripeDisputeId}`);
  const target = { customerId, machineId, kind: "dispute" as const };
  const open = {
    ...{ type: "open", invoiceId, paymentId, stripeDisputeId },
    ...{ amount, reason, evidenceDueAt },
  };
  let told = await tellBirth(parts, target, "open", open, receivedAt);
  if (told.outcome === "retry") return told;
  for (const { kind: type, lineId, amount: yen, fee, movedAt } of movements) {
    const event = { type, lineId, amount: yen, fee, movedOn: tokyoDayText(movedAt) };
    told = await tellStripeFact(parts, target, `line/${lineId}`, event, receivedAt);
  }
  if (state === "needsResponse") return told;
  const type = ends[state];
  return tellStripeFact(parts, target, type, { type }, receivedAt);
}

/** Asks Stripe how a dispute stands and tells its machine. */
export async function learnOfDispute(
  parts: PaymentParts,
  stripeDisputeId: string,
  receivedAt: string,
): Promise<FactOutcome> {
  const answer = await parts.payments.readDispute(stripeDisputeId);
  return answer.outcome === "done"
    ? tellDispute(parts, answer.value, receivedAt)
    : failedAnswer(answer);
}
