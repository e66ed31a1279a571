/** Whether an invoice may be charged again after a charge came to nothing. */
export const attemptsAgain = ["now", "later", "never"] as const;

/**
 * - `now`: what is owed has changed; the charge of the new amount is due at once
 * - `later`: the same card may succeed on another day
 * - `never`: not this card; another one may be tried
 */
export type AttemptAgain = (typeof attemptsAgain)[number];

/** Codes that say of the card itself that it is of no more use. */
const hard = new Set([
  "lost_card",
  "stolen_card",
  "pickup_card",
  "restricted_card",
  "fraudulent",
  "expired_card",
  "invalid_account",
  "incorrect_number",
  "invalid_number",
  "revocation_of_authorization",
  "revocation_of_all_authorizations",
  "stop_payment_order",
  "card_detached",
]);

/** Codes that only the customer can do something about; the card may be good for other payments. */
const customers = new Set([
  "authentication_required",
  "payment_intent_authentication_failure",
  "incorrect_cvc",
  "invalid_cvc",
  "card_not_supported",
  "currency_not_supported",
  "transaction_not_allowed",
  "amount",
]);

const advisedAgainst = "do_not_try_again";

/** Whether the card must never be charged again by itself; `advice` is Stripe's advice code. */
export const isHardDecline = (code: string, advice: string | null): boolean =>
  hard.has(code) || advice === advisedAgainst;

/** Whether the cardholder can still bring the same payment through by authenticating it. */
export const isAuthenticationFailure = (code: string): boolean =>
  code === "authentication_required" || code === "payment_intent_authentication_failure";

/** What a failed charge means for the invoice; a code that nobody knows is like a plain refusal. */
export function attemptAgainAfter(code: string, advice: string | null): AttemptAgain {
  if (code === "amount_changed") return "now";
  return isHardDecline(code, advice) || customers.has(code) ? "never" : "later";
}
