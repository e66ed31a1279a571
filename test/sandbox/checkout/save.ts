import type Stripe from "stripe";
import type { Sandbox } from "../sandbox.ts";
import type { OpenSession } from "../store/tables.ts";
import { wantedAuthentication } from "../stripe/authentication.ts";
import { type Cause, emit } from "../stripe/events.ts";
import { completeSetup, declineSetup, failSetup } from "../stripe/set-up-card.ts";
import { testCard } from "../stripe/test-cards.ts";
import { completeSession } from "./complete.ts";
import { openChallenge, type Outcome } from "./outcome.ts";

/** A card submitted in a session that only saves it. Inside a transaction. */
export function saveCard(
  sandbox: Sandbox,
  cause: Cause,
  open: OpenSession,
  session: Stripe.Checkout.Session,
  method: Stripe.PaymentMethod,
): Outcome {
  const { store } = sandbox;
  const intent = setupOf(sandbox, session);
  const card = store.get("cards", method.id);
  if (!card) throw new Error(`No card of ${method.id}`);
  const { decline, savable } = testCard(card.card);
  if (decline && !savable) {
    store.put("openSessions", { ...open, challenge: null });
    declineSetup(sandbox, cause, intent, method, decline);
    return { kind: "declined", decline };
  }
  const requested = intent.payment_method_options?.card?.request_three_d_secure;
  if (wantedAuthentication(card, requested, false) !== "challenge") {
    completeSetup(sandbox, cause, intent, method);
    return { kind: "paid", session: completeSession(sandbox, cause, session.id, method) };
  }
  const { token, next_action } = openChallenge(sandbox, open, method.id);
  const waiting: Stripe.SetupIntent = {
    ...intent,
    status: "requires_action",
    last_setup_error: null,
    next_action,
    payment_method: method.id,
  };
  store.put("setupIntents", waiting);
  emit(sandbox, cause, "setup_intent.requires_action", waiting);
  return { kind: "challenge", token };
}

/** The cardholder answered before the card could be saved. Inside a transaction. */
export function answerSetupChallenge(
  sandbox: Sandbox,
  cause: Cause,
  session: Stripe.Checkout.Session,
  method: Stripe.PaymentMethod,
  passed: boolean,
): Outcome {
  const intent = setupOf(sandbox, session);
  if (passed) {
    completeSetup(sandbox, cause, intent, method);
    return { kind: "paid", session: completeSession(sandbox, cause, session.id, method) };
  }
  failSetup(sandbox, cause, intent, {
    code: "setup_intent_authentication_failure",
    message:
      "The latest attempt to set up the payment method has failed because authentication failed.",
    payment_method: method,
    type: "invalid_request_error",
  });
  return { kind: "authentication_failed" };
}

function setupOf({ store }: Sandbox, session: Stripe.Checkout.Session): Stripe.SetupIntent {
  const intent = store.get("setupIntents", String(session.setup_intent));
  if (!intent) throw new Error(`Session ${session.id} saves no card`);
  return intent;
}
