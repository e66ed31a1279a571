import type Stripe from "stripe";
import { newId } from "../identifiers.ts";
import type { Sandbox } from "../sandbox.ts";
import type { OpenSession } from "../store/tables.ts";
import { type CardBehaviour, cardBehaviour, type Decline } from "../stripe/cards.ts";
import type { Cause } from "../stripe/events.ts";
import { changePaymentIntent, paymentIntentOf } from "../stripe/payment-intents.ts";
import { createPaymentMethod, type TypedCard } from "../stripe/payment-methods.ts";
import { declinePayment, failAuthentication, settlePayment } from "./settle.ts";

/** What a submitted card, or an answered 3-D Secure challenge, came to. */
export type Outcome =
  | { kind: "paid"; session: Stripe.Checkout.Session }
  | { kind: "declined"; decline: Decline }
  | { kind: "challenge"; token: string }
  | { kind: "authentication_failed" }
  /** The session was paid or expired before, or the challenge is no longer the current one. */
  | { kind: "closed" };

/** The payer submits a card: as one transaction, so that of two tabs only the first can pay. */
export function submitCard(sandbox: Sandbox, sessionId: string, card: TypedCard): Outcome {
  return sandbox.store.transaction(() => {
    const open = sandbox.store.get("openSessions", sessionId);
    const session = sandbox.store.get("sessions", sessionId);
    if (!open || !session) return { kind: "closed" };
    const cause = payerRequest();
    const intent = paymentIntentOf(sandbox, cause, session, open.payment_intent_data);
    const method = createPaymentMethod(sandbox, card);
    const behaviour = asRequested(cardBehaviour(card.number), open);
    if (behaviour.kind === "challenges") {
      return startChallenge(sandbox, cause, open, { ...intent, payment_method: method.id });
    }
    sandbox.store.put("openSessions", { ...open, challenge: null });
    const asked = open.payment_intent_data.request_three_d_secure;
    const authentication = asked === "any" || asked === "challenge" ? "frictionless" : null;
    if (behaviour.kind === "declines") {
      const { decline } = behaviour;
      declinePayment(sandbox, cause, { intent, method, authentication, decline });
      return { kind: "declined", decline };
    }
    return {
      kind: "paid",
      session: settlePayment(sandbox, cause, sessionId, { intent, method, authentication }),
    };
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
    const current = paymentIntentOf(sandbox, cause, session, open.payment_intent_data);
    const intent = { ...current, next_action: null };
    const method = store.get("paymentMethods", open.challenge.payment_method);
    if (!method) return { kind: "closed" };
    store.put("openSessions", { ...open, challenge: null });
    if (!passed) {
      failAuthentication(sandbox, cause, intent, method);
      return { kind: "authentication_failed" };
    }
    const draft = { intent, method, authentication: "challenge" as const };
    return { kind: "paid", session: settlePayment(sandbox, cause, sessionId, draft) };
  });
}

function startChallenge(
  sandbox: Sandbox,
  cause: Cause,
  open: OpenSession,
  intent: Stripe.PaymentIntent & { payment_method: string },
): Outcome {
  const token = newId("challenge");
  sandbox.store.put("openSessions", {
    ...open,
    challenge: { token, payment_method: intent.payment_method },
  });
  const waiting: Stripe.PaymentIntent = {
    ...intent,
    status: "requires_action",
    last_payment_error: null,
    next_action: {
      type: "redirect_to_url",
      redirect_to_url: {
        return_url: `${sandbox.origin}/c/pay/${open.id}`,
        url: `${sandbox.origin}/c/pay/${open.id}/challenge/${token}`,
      },
    },
  };
  changePaymentIntent(sandbox, cause, waiting, "payment_intent.requires_action");
  return { kind: "challenge", token };
}

/** `request_three_d_secure=challenge` asks a challenge of cards that would pass without one. */
function asRequested(behaviour: CardBehaviour, open: OpenSession): CardBehaviour {
  const forced = open.payment_intent_data.request_three_d_secure === "challenge";
  return forced && behaviour.kind === "succeeds" ? { kind: "challenges" } : behaviour;
}

function payerRequest(): Cause {
  return { requestId: newId("req", 14), idempotencyKey: null };
}
