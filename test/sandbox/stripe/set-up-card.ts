import type Stripe from "stripe";
import { newId } from "../identifiers.ts";
import type { Sandbox } from "../sandbox.ts";
import { wantedAuthentication } from "./authentication.ts";
import { cardError } from "./card-error.ts";
import type { Decline } from "./cards.ts";
import { askCardholder, dropChallenges } from "./confirm-intent.ts";
import type { ApiError } from "./errors.ts";
import { type Cause, emit } from "./events.ts";
import { attachTo } from "./save-card.ts";
import { testCard } from "./test-cards.ts";

/**
 * Saves a card: the intent as it then stands, or the 402 of an issuer that says no. Where the issuer wants
 * the cardholder, the intent waits with `next_action`. Inside a transaction.
 */
export function confirmSetup(
  sandbox: Sandbox,
  cause: Cause,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
  returnUrl: string | null,
): Stripe.SetupIntent | ApiError {
  const { store } = sandbox;
  const card = store.get("cards", method.id);
  if (!card) throw new Error(`Payment method ${method.id} is no card`);
  dropChallenges(sandbox, intent.id);
  const { decline, savable } = testCard(card.card);
  if (decline && !savable) return declineSetup(sandbox, cause, intent, method, decline);
  const requested = intent.payment_method_options?.card?.request_three_d_secure;
  if (wantedAuthentication(card, requested, false) !== "challenge") {
    return completeSetup(sandbox, cause, intent, method);
  }
  const { type, redirect_to_url, use_stripe_sdk } = askCardholder(
    sandbox,
    intent.id,
    method.id,
    returnUrl,
  );
  const waiting: Stripe.SetupIntent = {
    ...intent,
    status: "requires_action",
    last_setup_error: null,
    next_action: {
      type,
      ...(redirect_to_url && { redirect_to_url }),
      ...(use_stripe_sdk && { use_stripe_sdk: { ...use_stripe_sdk } }),
    },
    payment_method: method.id,
  };
  return change(sandbox, cause, waiting, "setup_intent.requires_action");
}

/** The card is saved, and the customer's where there is one. Inside a transaction. */
export function completeSetup(
  sandbox: Sandbox,
  cause: Cause,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
): Stripe.SetupIntent {
  const { store } = sandbox;
  const card = store.get("cards", method.id);
  if (card) store.put("cards", { ...card, set_up: true });
  if (typeof intent.customer === "string") attachTo(sandbox, cause, method, intent.customer);
  const done: Stripe.SetupIntent = {
    ...intent,
    status: "succeeded",
    last_setup_error: null,
    latest_attempt: newId("setatt"),
    next_action: null,
    payment_method: method.id,
  };
  return change(sandbox, cause, done, "setup_intent.succeeded");
}

/** The issuer refuses to have the card saved; another card may follow. Inside a transaction. */
export function declineSetup(
  sandbox: Sandbox,
  cause: Cause,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
  decline: Decline,
): ApiError {
  const { advice_code, code, decline_code, message } = decline;
  const error = { advice_code, code, decline_code, message, type: "card_error" } as const;
  const failed = failSetup(sandbox, cause, intent, { ...error, payment_method: method });
  return cardError(decline, { payment_method: method, setup_intent: failed });
}

/** A failed challenge, or an unwilling issuer. Inside a transaction. */
export function failSetup(
  sandbox: Sandbox,
  cause: Cause,
  intent: Stripe.SetupIntent,
  error: Stripe.SetupIntent.LastSetupError,
): Stripe.SetupIntent {
  const waiting: Stripe.SetupIntent = {
    ...intent,
    status: "requires_payment_method",
    last_setup_error: error,
    latest_attempt: newId("setatt"),
    next_action: null,
    payment_method: null,
  };
  return change(sandbox, cause, waiting, "setup_intent.setup_failed");
}

function change(
  sandbox: Sandbox,
  cause: Cause,
  intent: Stripe.SetupIntent,
  type: string,
): Stripe.SetupIntent {
  sandbox.store.put("setupIntents", intent);
  emit(sandbox, cause, type, intent);
  return intent;
}
