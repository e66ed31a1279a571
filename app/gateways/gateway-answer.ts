/** The ids by which an object at Stripe is known to be ours; null where another system made it. */
export interface Ownership {
  paymentId: string | null;
  customerId: string | null;
}

/** The code of a refusal that says: this idempotency key answers so for ever, a new one is needed. */
export const deadKey = "replayed_error";

/** Each outside failure is a named outcome; `unknown` is looked up or repeated with the same key. */
export type GatewayFailure =
  | { outcome: "retry"; reason: string }
  | { outcome: "refused"; reason: string; code: string }
  | { outcome: "unknown"; reason: string };

export type GatewayAnswer<Value> = { outcome: "done"; value: Value } | GatewayFailure;

/** A page of a list at Stripe. */
export interface Page<Item> {
  items: Item[];
  hasMore: boolean;
}
