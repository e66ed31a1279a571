import { findRefund } from "#db/queries/money/refunds/find-refund.ts";
import { tokyoDayText } from "#machines/calendar.ts";
import { derivedId } from "#machines/engine/hash.ts";
import type { StripeRefund } from "../gateways/refunds.ts";
import { isIdentifier } from "../identifier.ts";
import { chargedPayment } from "./charged-payment.ts";
import { failedAnswer, type FactOutcome, type PaymentParts } from "./fact-outcome.ts";
import { tellBirth, tellStripeFact, type FactTarget } from "./tell-stripe-fact.ts";

/** The machine of a refund that somebody made at Stripe itself. */
export const foundRefundId = (paymentId: string, stripeRefundId: string): string =>
  derivedId(paymentId, `refund/${stripeRefundId}`);

/** The portal's own refund that one at Stripe is; null where the portal did not ask for it. */
async function ownRefund(
  { database }: PaymentParts,
  { refundId, customerId }: StripeRefund,
): Promise<FactTarget | null> {
  if (!refundId || !customerId || !isIdentifier(refundId) || !isIdentifier(customerId)) return null;
  const row = await database.transaction({ role: "portal_engine" }, (tx) =>
    findRefund(tx, { customerId, refundId }),
  );
  return row && { customerId, machineId: refundId, kind: "refund" };
}

async function begun(
  parts: PaymentParts,
  refund: StripeRefund,
  receivedAt: string,
): Promise<{ target: FactTarget; told: FactOutcome } | FactOutcome> {
  const { stripeRefundId, chargeId, amount } = refund;
  const madeOn = tokyoDayText(refund.madeAt);
  const own = await ownRefund(parts, refund);
  if (own) {
    const made = { type: "made", stripeRefundId, madeOn };
    return { target: own, told: await tellStripeFact(parts, own, "made", made, receivedAt) };
  }
  const found = await chargedPayment(parts, chargeId, receivedAt);
  if (!("payment" in found)) return found;
  const { customerId, paymentId, invoiceId } = found.payment;
  const machineId = foundRefundId(paymentId, stripeRefundId);
  const target = { customerId, machineId, kind: "refund" as const };
  const find = { type: "find", invoiceId, paymentId, amount, stripeRefundId, madeOn };
  return { target, told: await tellBirth(parts, target, "find", find, receivedAt) };
}

/**
 * Tells a refund's machine how it stands at Stripe; one that was made there gets its machine.
 *
 * @param receivedAt ISO instant that counts for what was learned
 */
export async function tellRefund(
  parts: PaymentParts,
  refund: StripeRefund,
  receivedAt: string,
): Promise<FactOutcome> {
  const place = await begun(parts, refund, receivedAt);
  if (!("target" in place)) return place;
  const { target, told } = place;
  if (told.outcome === "retry") return told;
  if (refund.state === "succeeded") {
    return tellStripeFact(parts, target, "succeed", { type: "succeed" }, receivedAt);
  }
  if (refund.state !== "failed") return told;
  const fail = { type: "fail", code: refund.failureCode ?? "unknown" };
  return tellStripeFact(parts, target, "fail", fail, receivedAt);
}

/** Asks Stripe how a refund stands and tells its machine. */
export async function learnOfRefund(
  parts: PaymentParts,
  stripeRefundId: string,
  receivedAt: string,
): Promise<FactOutcome> {
  const answer = await parts.payments.readRefund(stripeRefundId);
  return answer.outcome === "done"
    ? tellRefund(parts, answer.value, receivedAt)
    : failedAnswer(answer);
}

/** Asks Stripe for all refunds of a charge: the event about it names none of them. */
export async function learnOfRefunds(
  parts: PaymentParts,
  chargeId: string,
  receivedAt: string,
): Promise<FactOutcome> {
  const answer = await parts.payments.listRefundsOfCharge(chargeId);
  if (answer.outcome !== "done") return failedAnswer(answer);
  const outcomes: FactOutcome[] = [];
  for (const refund of answer.value) outcomes.push(await tellRefund(parts, refund, receivedAt));
  const nothing: FactOutcome = { outcome: "nothing", detail: "the charge has no refund" };
  return outcomes.find(({ outcome }) => outcome === "retry") ?? outcomes.at(-1) ?? nothing;
}
