import type Stripe from "stripe";
import { newId } from "../identifiers.ts";
import type { Sandbox } from "../sandbox.ts";
import type { OpenSession } from "../store/tables.ts";
import { wantedAuthentication } from "../stripe/authentication.ts";
import type { Decline } from "../stripe/cards.ts";
import type { Cause } from "../stripe/events.ts";
import { changePaymentIntent } from "../stripe/payment-intents.ts";
import { createPaymentMethod, type TypedCard } from "../stripe/payment-method-object.ts";
import { paymentIntentOf } from "../stripe/session-intent.ts";
import { declineIntent, failAuthentication, settleIntent } from "../stripe/settle.ts";
import { testCard } from "../stripe/test-cards.ts";
import { completeSession } from "./complete.ts";
import { openChallenge, type Outcome } from "./outcome.ts";
import { answerSetupChallenge, saveCard } from "./save.ts";

/** The payer submits a card: as one transaction, so that of two tabs only the first can pay. */
export function submitCard(sandbox: Sandbox, sessionId: string, card: TypedCard): Outcome {
  return sandbox.store.transaction(() => {
    const { store } = sandbox;
    const open = store.get("openSessions", sessionId);
    const session = store.get("sessions", sessionId);
    if (!open || !session) return { kind: "closed" };
    const cause = payerRequest();
    const method = createPaymentMethod(sandbox, card);
    if (session.mode === "setup") return saveCard(sandbox, cause, open, session, method);
    const intent = paymentIntentOf(sandbox, cause, session, open.payment_intent_data);
    const requested = open.payment_intent_data.request_three_d_secure;
    const details = store.get("cards", method.id);
    if (!details) throw new Error(`No card of ${method.id}`);
    const authentication = wantedAuthentication(details, requested, false);
    if (authentication === "challenge") {
      return startChallenge(sandbox, cause, open, { ...intent, payment_method: method.id });
    }
    store.put("openSessions", { ...open, challenge: null });
    const attempt = { intent, method, authentication };
    return finish(sandbox, cause, sessionId, attempt, testCard(details.card).decline);
  });
}

/** The payer answers the 3-D Secure challenge; only the current token counts, and only once. */
export function answerChallenge(
  sandbox: Sandbox,
  sessionId: string,
  token: string,
  passed: boolean,
): Outcome {
  const { store } = sandbox;
  return store.transaction(() => {
    const open = store.get("openSessions", sessionId);
    const session = store.get("sessions", sessionId);
    if (!open?.challenge || open.challenge.token !== token || !session) return { kind: "closed" };
    const cause = payerRequest();
    const method = store.get("paymentMethods", open.challenge.payment_method);
    if (!method) return { kind: "closed" };
    store.put("openSessions", { ...open, challenge: null });
    if (session.mode === "setup") {
      return answerSetupChallenge(sandbox, cause, session, method, passed);
    }
    const current = paymentIntentOf(sandbox, cause, session, open.payment_intent_data);
    const intent = { ...current, next_action: null };
    if (!passed) {
      failAuthentication(sandbox, cause, intent, method);
      return { kind: "authentication_failed" };
    }
    const { decline } = testCard(store.get("cards", method.id)?.card ?? "");
    const attempt = { intent, method, authentication: "challenge" as const };
    return finish(sandbox, cause, sessionId, attempt, decline);
  });
}

function finish(
  sandbox: Sandbox,
  cause: Cause,
  sessionId: string,
  attempt: Parameters<typeof settleIntent>[2],
  decline: Decline | null,
): Outcome {
  if (decline) {
    declineIntent(sandbox, cause, { ...attempt, decline });
    return { kind: "declined", decline };
  }
  settleIntent(sandbox, cause, attempt);
  return {
    kind: "paid",
    session: completeSession(sandbox, cause, sessionId, attempt.method),
  };
}

function startChallenge(
  sandbox: Sandbox,
  cause: Cause,
  open: OpenSession,
  intent: Stripe.PaymentIntent & { payment_method: string },
): Outcome {
  const { token, next_action } = openChallenge(sandbox, open, intent.payment_method);
  const waiting: Stripe.PaymentIntent = {
    ...intent,
    status: "requires_action",
    last_payment_error: null,
    next_action,
  };
  changePaymentIntent(sandbox, cause, waiting, "payment_intent.requires_action");
  return { kind: "challenge", token };
}

function payerRequest(): Cause {
  return { requestId: newId("req", 14), idempotencyKey: null };
}
