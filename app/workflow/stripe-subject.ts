import type { StripeSubject } from "./payment-facts.ts";

const kinds: readonly [prefix: string, kind: StripeSubject["kind"]][] = [
  ["checkout.session.", "session"],
  ["payment_intent.", "intent"],
  ["charge.succeeded", "charge"],
  ["charge.failed", "charge"],
  ["charge.pending", "charge"],
];

/**
 * What to ask Stripe about when an event comes: the event itself is a hint only. Null for a type that
 * the portal does not follow, and for an event without an object.
 */
export function subjectOf(type: string, objectId: string | null): StripeSubject | null {
  const found = kinds.find(([prefix]) => type.startsWith(prefix));
  return found && objectId ? { kind: found[1], id: objectId } : null;
}
