import type { FactOutcome, PaymentParts } from "./fact-outcome.ts";
import { learnOfDispute } from "./dispute-facts.ts";
import { learnOfPayout } from "./payout-facts.ts";
import { learnFrom } from "./payment-facts.ts";
import { learnOfRefund, learnOfRefunds } from "./refund-facts.ts";
import type { EventSubject } from "./stripe-subject.ts";

/**
 * Asks Stripe about whatever an event was about, and tells whom it concerns. Safe to repeat, in any order.
 *
 * @param receivedAt ISO instant that counts for what was learned
 */
export async function learn(
  parts: PaymentParts,
  subject: EventSubject,
  receivedAt: string,
): Promise<FactOutcome> {
  switch (subject.kind) {
    case "refund":
      return learnOfRefund(parts, subject.id, receivedAt);
    case "refundsOfCharge":
      return learnOfRefunds(parts, subject.id, receivedAt);
    case "dispute":
      return learnOfDispute(parts, subject.id, receivedAt);
    case "payout":
      return learnOfPayout(parts, subject.id, receivedAt);
    default:
      return learnFrom(parts, subject, receivedAt);
  }
}
