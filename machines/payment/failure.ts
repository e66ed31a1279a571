/**
 * Why a card payment failed, as far as the payer may know: a lost, stolen or suspected card is
 * `declined` like any other refusal of its issuer.
 */
export type PaymentFailure = "declined" | "insufficientFunds" | "expiredCard" | "incorrectData";

const kinds: Readonly<Record<string, PaymentFailure>> = {
  insufficient_funds: "insufficientFunds",
  withdrawal_count_limit_exceeded: "insufficientFunds",
  card_velocity_exceeded: "insufficientFunds",
  expired_card: "expiredCard",
  incorrect_cvc: "incorrectData",
  invalid_cvc: "incorrectData",
  incorrect_number: "incorrectData",
  invalid_number: "incorrectData",
  invalid_account: "incorrectData",
  invalid_expiry_month: "incorrectData",
  invalid_expiry_year: "incorrectData",
};

/** What a failure code of the card network means to the payer; an unknown one is a plain refusal. */
export function failureOf(code: string | null): PaymentFailure {
  return (code !== null && kinds[code]) || "declined";
}
