/** Why an issuer says no: https://docs.stripe.com/declines/codes */
export interface Decline {
  code: string;
  decline_code: string;
  message: string;
  /** What Stripe advises: another attempt may succeed, or this card never will. */
  advice_code: "try_again_later" | "do_not_try_again" | "confirm_card_data";
}

const DECLINED = "Your card was declined.";

export const GENERIC = decline("card_declined", "generic_decline", DECLINED, "try_again_later");
export const POOR = decline(
  "card_declined",
  "insufficient_funds",
  "Your card has insufficient funds.",
  "try_again_later",
);
export const LOST = decline("card_declined", "lost_card", DECLINED, "do_not_try_again");
export const STOLEN = decline("card_declined", "stolen_card", DECLINED, "do_not_try_again");
export const FRAUDULENT = decline("card_declined", "fraudulent", DECLINED, "do_not_try_again");
export const UNAVAILABLE = decline(
  "card_declined",
  "issuer_not_available",
  DECLINED,
  "try_again_later",
);
export const EXPIRED = decline(
  "expired_card",
  "expired_card",
  "Your card has expired.",
  "do_not_try_again",
);
export const WRONG_CODE = decline(
  "incorrect_cvc",
  "incorrect_cvc",
  "Your card's security code is incorrect.",
  "confirm_card_data",
);
export const BROKEN = decline(
  "processing_error",
  "processing_error",
  "An error occurred while processing your card. Try again in a little bit.",
  "try_again_later",
);

/** What an off-session charge meets whose issuer wants the cardholder. */
export const AUTHENTICATION_REQUIRED = decline(
  "authentication_required",
  "authentication_required",
  "Your card was declined. This transaction requires authentication.",
  "try_again_later",
);

/** A number that is not a test card is declined, as in Stripe's test mode. */
export const REAL_CARD = decline(
  "card_declined",
  "test_mode_live_card",
  "Your card was declined. Your request was in test mode, but used a non test card. For a list of valid test cards, visit: https://stripe.com/docs/testing.",
  "do_not_try_again",
);

export function cardBrand(number: string): string {
  if (/^3[47]/.test(number)) return "amex";
  if (number.startsWith("35")) return "jcb";
  if (/^5[1-5]/.test(number)) return "mastercard";
  return number.startsWith("4") ? "visa" : "unknown";
}

/** Check digit by Luhn, 13 to 19 digits. */
export function isCardNumber(number: string): boolean {
  if (!/^\d{13,19}$/.test(number)) return false;
  let sum = 0;
  for (const [index, digit] of [...number].toReversed().entries()) {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

function decline(
  code: string,
  decline_code: string,
  message: string,
  advice_code: Decline["advice_code"],
): Decline {
  return { code, decline_code, message, advice_code };
}
