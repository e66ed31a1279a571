/**
 * Why an attempt failed, as far as the payer may know, and what helps. A card that was lost, stolen
 * or is suspected of fraud is `declined` like any other: whoever holds it must not learn that.
 */
export type Decline =
  | "declined"
  | "insufficientFunds"
  | "limitExceeded"
  | "expiredCard"
  | "incorrectCode"
  | "incorrectNumber"
  | "notSupported"
  | "authenticationFailed"
  | "cardGone"
  | "tryLater";

const declines: Readonly<Record<string, Decline>> = {
  insufficient_funds: "insufficientFunds",
  withdrawal_count_limit_exceeded: "limitExceeded",
  card_velocity_exceeded: "limitExceeded",
  expired_card: "expiredCard",
  invalid_expiry_month: "expiredCard",
  invalid_expiry_year: "expiredCard",
  incorrect_cvc: "incorrectCode",
  invalid_cvc: "incorrectCode",
  incorrect_number: "incorrectNumber",
  invalid_number: "incorrectNumber",
  invalid_account: "incorrectNumber",
  card_not_supported: "notSupported",
  currency_not_supported: "notSupported",
  transaction_not_allowed: "notSupported",
  authentication_required: "authenticationFailed",
  payment_intent_authentication_failure: "authenticationFailed",
  card_detached: "cardGone",
  processing_error: "tryLater",
  issuer_not_available: "tryLater",
  try_again_later: "tryLater",
  reenter_transaction: "tryLater",
};

/** What a failure code means to the payer; an unknown one is a plain refusal. */
export function declineOf(code: string): Decline {
  return declines[code] ?? "declined";
}
