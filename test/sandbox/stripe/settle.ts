import type Stripe from "stripe";
import type { Sandbox } from "../sandbox.ts";
import type { Authentication } from "./authentication.ts";
import { bookCharge } from "./book-charge.ts";
import type { Decline } from "./cards.ts";
import { buildCharge } from "./charge-object.ts";
import { openDispute } from "./disputes.ts";
import { type Cause, emit } from "./events.ts";
import { changePaymentIntent } from "./payment-intents.ts";
import { keepForLater } from "./save-card.ts";
import { testCard } from "./test-cards.ts";

export interface Attempt {
  intent: Stripe.PaymentIntent;
  method: Stripe.PaymentMethod;
  authentication: Authentication;
}

/**
 * The issuer says yes: books charge and fee, or only holds the money where the payment is to be captured
 * later; saves the card where that was asked for. Inside a transaction.
 */
export function settleIntent(
  sandbox: Sandbox,
  cause: Cause,
  attempt: Attempt,
): Stripe.PaymentIntent {
  const { store, clock } = sandbox;
  const { method } = attempt;
  const held = attempt.intent.capture_method === "manual";
  const built = buildCharge({ ...attempt, decline: null, created: clock.now(), captured: !held });
  const draft = { ...built, ...pendingCharge(sandbox, attempt.intent) };
  const behaviour = testCard(store.get("cards", method.id)?.card ?? "");
  const charge = held ? draft : bookCharge(sandbox, draft, behaviour.availableAtOnce);
  const intent: Stripe.PaymentIntent = {
    ...attempt.intent,
    status: held ? "requires_capture" : "succeeded",
    amount_capturable: held ? attempt.intent.amount : 0,
    amount_received: held ? 0 : attempt.intent.amount,
    last_payment_error: null,
    latest_charge: charge.id,
    next_action: null,
    payment_method: method.id,
  };
  store.put("charges", charge);
  const told = held ? "payment_intent.amount_capturable_updated" : "payment_intent.succeeded";
  changePaymentIntent(sandbox, cause, intent, told);
  emit(sandbox, cause, "charge.succeeded", charge);
  keepForLater(sandbox, cause, intent, method);
  const { sequel } = behaviour;
  if (sequel === "dispute") openDispute(sandbox, charge, { reason: "fraudulent" });
  if (sequel === "inquiry") openDispute(sandbox, charge, { reason: "general", inquiry: true });
  return intent;
}

/** A failed charge and a payment that waits for another card. Inside a transaction. */
export function declineIntent(
  sandbox: Sandbox,
  cause: Cause,
  attempt: Attempt & { decline: Decline },
): Stripe.PaymentIntent {
  const { intent, method, decline } = attempt;
  const built = buildCharge({ ...attempt, created: sandbox.clock.now(), captured: false });
  const charge = { ...built, ...pendingCharge(sandbox, intent) };
  sandbox.store.put("charges", charge);
  emit(sandbox, cause, "charge.failed", charge);
  const waiting: Stripe.PaymentIntent = {
    ...intent,
    status: "requires_payment_method",
    last_payment_error: {
      advice_code: decline.advice_code,
      charge: charge.id,
      code: decline.code,
      decline_code: decline.decline_code,
      doc_url: `https://stripe.com/docs/error-codes/${decline.code.replaceAll("_", "-")}`,
      message: decline.message,
      payment_method: method,
      type: "card_error",
    },
    latest_charge: charge.id,
    next_action: null,
    payment_method: null,
  };
  return changePaymentIntent(sandbox, cause, waiting, "payment_intent.payment_failed");
}

/** The charge of a debit is there before the bank has spoken: it keeps its id and moment. */
function pendingCharge(
  { store }: Sandbox,
  { latest_charge }: Stripe.PaymentIntent,
): Partial<Pick<Stripe.Charge, "id" | "created">> {
  const latest = store.get("charges", String(latest_charge));
  return latest?.status === "pending" ? { id: latest.id, created: latest.created } : {};
}

/** A failed challenge makes no charge, only a payment that waits again. Inside a transaction. */
export function failAuthentication(
  sandbox: Sandbox,
  cause: Cause,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
): Stripe.PaymentIntent {
  const code = "payment_intent_authentication_failure";
  const waiting: Stripe.PaymentIntent = {
    ...intent,
    status: "requires_payment_method",
    last_payment_error: {
      code,
      doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll("_", "-")}`,
      message:
        "The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.",
      payment_method: method,
      type: "invalid_request_error",
    },
    next_action: null,
    payment_method: null,
  };
  return changePaymentIntent(sandbox, cause, waiting, "payment_intent.payment_failed");
}
