import { findPaymentOfCharge } from "#db/queries/money/refunds/find-refund.ts";
import type { PaymentRow } from "#db/queries/money/find-payment.ts";
import type { FactOutcome, PaymentParts } from "./fact-outcome.ts";
import { learnFrom } from "./payment-facts.ts";

const readPayment = ({ database }: PaymentParts, chargeId: string) =>
  database.transaction({ role: "portal_engine" }, (tx) => findPaymentOfCharge(tx, chargeId));

/**
 * The payment that a charge at Stripe belongs to; one that the portal has not heard of yet is learned first.
 *
 * @returns the payment, or what the question came to: none of ours, or no answer yet
 */
export async function chargedPayment(
  parts: PaymentParts,
  chargeId: string | null,
  receivedAt: string,
): Promise<{ payment: PaymentRow } | FactOutcome> {
  if (chargeId === null) return { outcome: "ignored", detail: "it names no charge" };
  const known = await readPayment(parts, chargeId);
  if (known) return { payment: known };
  const learned = await learnFrom(parts, { kind: "charge", id: chargeId }, receivedAt);
  const payment = await readPayment(parts, chargeId);
  if (payment) return { payment };
  const isOurs = learned.outcome === "applied" || learned.outcome === "nothing";
  return isOurs ? { outcome: "retry", detail: `${chargeId} is not settled yet` } : learned;
}
