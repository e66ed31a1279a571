import type Stripe from "stripe";
import type { Decline } from "./cards.ts";
import { ApiError, type ApiErrorBody } from "./errors.ts";

/** 402: the issuer said no. What was tried stays as it is, so this is returned and not thrown. */
export function cardError(
  { code, decline_code, advice_code, message }: Decline,
  subject: Pick<ApiErrorBody, "charge" | "payment_intent" | "payment_method" | "setup_intent">,
): ApiError {
  return new ApiError(402, {
    type: "card_error",
    code,
    decline_code,
    advice_code,
    message,
    ...subject,
  });
}

/** The error of a payment that was just declined, with the payment inside. */
export function declinedPayment(decline: Decline, intent: Stripe.PaymentIntent): ApiError {
  const { last_payment_error: error } = intent;
  return cardError(decline, {
    ...(error?.charge ? { charge: error.charge } : {}),
    ...(error?.payment_method ? { payment_method: error.payment_method } : {}),
    payment_intent: intent,
  });
}
