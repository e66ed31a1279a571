import type { StripeSubject } from "./payment-facts.ts";

/** What an event may be about: beside payments and cards also what goes back. */
export type EventSubject =
  | StripeSubject
  | { kind: "refund" | "refundsOfCharge" | "dispute" | "payout"; id: string };

const kinds: readonly [prefix: string, kind: EventSubject["kind"]][] = [
  ["checkout.session.", "session"],
  ["payment_intent.", "intent"],
  ["setup_intent.", "setup"],
  ["payment_method.", "method"],
  ["charge.succeeded", "charge"],
  ["charge.failed", "charge"],
  ["charge.pending", "charge"],
  ["charge.refunded", "refundsOfCharge"],
  ["charge.refund.", "refund"],
  ["refund.", "refund"],
  ["charge.dispute.", "dispute"],
  ["payout.", "payout"],
];

/**
 * What to ask Stripe about when an event comes: the event itself is a hint only. Null for a type that
 * the portal does not follow, and for an event without an object.
 */
export function subjectOf(type: string, objectId: string | null): EventSubject | null {
  const found = kinds.find(([prefix]) => type.startsWith(prefix));
  return found && objectId ? { kind: found[1], id: objectId } : null;
}
