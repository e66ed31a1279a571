import type Stripe from "stripe";
import { newId } from "../identifiers.ts";
import type { Sandbox } from "../sandbox.ts";
import { wantedAuthentication } from "./authentication.ts";
import { declinedPayment } from "./card-error.ts";
import { AUTHENTICATION_REQUIRED, type Decline } from "./cards.ts";
import type { ApiError } from "./errors.ts";
import type { Cause } from "./events.ts";
import { changePaymentIntent } from "./payment-intents.ts";
import { declineIntent, settleIntent } from "./settle.ts";
import { testCard } from "./test-cards.ts";

export interface Confirmation {
  intent: Stripe.PaymentIntent;
  method: Stripe.PaymentMethod;
  /** The cardholder is not there. */
  offSession: boolean;
  /** Rather fail than bring the cardholder before a page. */
  failOnAction: boolean;
  returnUrl: string | null;
}

/**
 * Charges a card: the payment as it then stands, or the 402 of a declined one. Where the issuer wants the
 * cardholder, the payment waits with `next_action`, and off session it is declined. Inside a transaction.
 */
export function confirmWithCard(
  sandbox: Sandbox,
  cause: Cause,
  confirmation: Confirmation,
): Stripe.PaymentIntent | ApiError {
  const { intent, method, offSession } = confirmation;
  const { store } = sandbox;
  const card = store.get("cards", method.id);
  if (!card) throw new Error(`Payment method ${method.id} is no card`);
  dropChallenges(sandbox, intent.id);
  const requested = intent.payment_method_options?.card?.request_three_d_secure;
  const authentication = wantedAuthentication(card, requested, offSession);
  const decline = (reason: Decline): ApiError =>
    declinedPayment(
      reason,
      declineIntent(sandbox, cause, { intent, method, authentication: null, decline: reason }),
    );
  if (authentication === "challenge") {
    if (offSession || confirmation.failOnAction) return decline(AUTHENTICATION_REQUIRED);
    return challenge(sandbox, cause, confirmation);
  }
  const { decline: declined } = testCard(card.card);
  if (declined) return decline(declined);
  return settleIntent(sandbox, cause, { intent, method, authentication });
}

/** Old challenges are void once the payment is tried anew. */
export function dropChallenges({ store }: Sandbox, intent: string): void {
  for (const { id, intent: of } of store.all("challenges")) {
    if (of === intent) store.remove("challenges", id);
  }
}

function challenge(
  sandbox: Sandbox,
  cause: Cause,
  { intent, method, returnUrl }: Confirmation,
): Stripe.PaymentIntent {
  const next_action = askCardholder(sandbox, intent.id, method.id, returnUrl);
  const waiting: Stripe.PaymentIntent = {
    ...intent,
    status: "requires_action",
    last_payment_error: null,
    next_action,
    payment_method: method.id,
  };
  return changePaymentIntent(sandbox, cause, waiting, "payment_intent.requires_action");
}

/** Opens a challenge; without a return address it is left to Stripe's script in the page. */
export function askCardholder(
  { store, origin }: Sandbox,
  intent: string,
  payment_method: string,
  return_url: string | null,
): Stripe.PaymentIntent.NextAction {
  const token = newId("challenge");
  store.put("challenges", { id: token, intent, payment_method, return_url });
  const url = `${origin}/c/challenge/${token}`;
  return return_url
    ? { type: "redirect_to_url", redirect_to_url: { return_url, url } }
    : {
        type: "use_stripe_sdk",
        use_stripe_sdk: { type: "three_d_secure_redirect", stripe_js: url },
      };
}
