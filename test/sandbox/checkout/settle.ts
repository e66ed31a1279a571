import type Stripe from "stripe";
import type { Sandbox } from "../sandbox.ts";
import { availableOn, book, cardFee } from "../stripe/balance-transactions.ts";
import type { Decline } from "../stripe/cards.ts";
import { buildCharge } from "../stripe/charge-object.ts";
import { type Cause, emit } from "../stripe/events.ts";
import { changePaymentIntent } from "../stripe/payment-intents.ts";

interface Attempt {
  intent: Stripe.PaymentIntent;
  method: Stripe.PaymentMethod;
  authentication: "challenge" | "frictionless" | null;
}

/** Books charge and fee, completes the session, emits the three events. Inside a transaction. */
export function settlePayment(
  sandbox: Sandbox,
  cause: Cause,
  sessionId: string,
  attempt: Attempt,
): Stripe.Checkout.Session {
  const { store, clock } = sandbox;
  const now = clock.now();
  const session = store.get("sessions", sessionId);
  if (session?.status !== "open") throw new Error(`Session ${sessionId} is not open`);
  const draft = buildCharge({ ...attempt, decline: null, created: now });
  const transaction = book(sandbox, {
    type: "charge",
    amount: draft.amount,
    fee: cardFee(draft.amount),
    source: draft.id,
    description: draft.description,
    availableOn: availableOn(now),
    payout: null,
  });
  const charge = { ...draft, balance_transaction: transaction.id };
  const intent: Stripe.PaymentIntent = {
    ...attempt.intent,
    status: "succeeded",
    amount_received: attempt.intent.amount,
    last_payment_error: null,
    latest_charge: charge.id,
    next_action: null,
    payment_method: attempt.method.id,
  };
  const paid = completed(session, attempt.method);
  store.put("charges", charge);
  store.put("sessions", paid);
  store.remove("openSessions", sessionId);
  changePaymentIntent(sandbox, cause, intent, "payment_intent.succeeded");
  emit(sandbox, cause, "charge.succeeded", charge);
  emit(sandbox, cause, "checkout.session.completed", paid);
  return paid;
}

/** A failed charge and a payment that waits for another card. Inside a transaction. */
export function declinePayment(
  sandbox: Sandbox,
  cause: Cause,
  attempt: Attempt & { decline: Decline },
): void {
  const { intent, method, decline } = attempt;
  const charge = buildCharge({ ...attempt, created: sandbox.clock.now() });
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
  changePaymentIntent(sandbox, cause, waiting, "payment_intent.payment_failed");
}

/** A failed challenge makes no charge, only a payment that waits again. Inside a transaction. */
export function failAuthentication(
  sandbox: Sandbox,
  cause: Cause,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
): void {
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
  changePaymentIntent(sandbox, cause, waiting, "payment_intent.payment_failed");
}

function completed(
  session: Stripe.Checkout.Session,
  method: Stripe.PaymentMethod,
): Stripe.Checkout.Session {
  const { address, email, name, phone } = method.billing_details;
  return {
    ...session,
    status: "complete",
    payment_status: "paid",
    customer_details: {
      address,
      business_name: null,
      email,
      individual_name: null,
      name,
      phone,
      tax_exempt: "none",
      tax_ids: [],
    },
  };
}
