import type Stripe from "stripe";
import type { Sandbox } from "../sandbox.ts";
import { endpoint } from "./call.ts";
import { invalidRequest, noSuch } from "./errors.ts";
import { type Cause, emit } from "./events.ts";
import { moment, PAGING, paginate } from "./pages.ts";
import { oneOf, optional, text } from "./parameters.ts";

export const retrievePaymentIntent = endpoint(
  { client_secret: optional(text()) },
  ({ sandbox, id }) => findIntent(sandbox, id("intent")),
);

export const listPaymentIntents = endpoint(
  { ...PAGING, created: optional(moment), customer: optional(text()) },
  ({ sandbox, path }, parameters) => {
    const intents = sandbox.store
      .all("paymentIntents")
      .filter(
        (intent) =>
          (parameters.created?.(intent.created) ?? true) &&
          (!parameters.customer || intent.customer === parameters.customer),
      );
    return paginate(intents, parameters, path, "payment_intent");
  },
);

const CANCELABLE = [
  "requires_payment_method",
  "requires_capture",
  "requires_confirmation",
  "requires_action",
  "processing",
];

/** A payment of a Checkout session ends with its session only. */
export const cancelIntent = endpoint(
  {
    cancellation_reason: optional(
      oneOf("duplicate", "fraudulent", "requested_by_customer", "abandoned"),
    ),
  },
  (call, { cancellation_reason }) => {
    const { sandbox, id } = call;
    const intent = findIntent(sandbox, id("intent"));
    if (!CANCELABLE.includes(intent.status)) {
      throw unexpectedState(
        intent,
        `You cannot cancel this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be canceled: ${CANCELABLE.join(", ")}.`,
      );
    }
    const session = sandbox.store
      .all("openSessions")
      .find((open) => sandbox.store.get("sessions", open.id)?.payment_intent === intent.id);
    if (session) {
      throw unexpectedState(
        intent,
        "You cannot cancel the PaymentIntent of a Checkout Session. Expire the Checkout Session instead.",
      );
    }
    return cancel(sandbox, call, intent, cancellation_reason ?? null);
  },
);

/** Stores the changed payment and emits the event that says so. Inside a transaction. */
export function changePaymentIntent(
  sandbox: Sandbox,
  cause: Cause,
  intent: Stripe.PaymentIntent,
  type: string | null,
): Stripe.PaymentIntent {
  sandbox.store.put("paymentIntents", intent);
  if (type) emit(sandbox, cause, type, intent);
  return intent;
}

/** Cancels the payment of an expired session; a payment that is through stays. */
export function cancelPaymentIntent(sandbox: Sandbox, cause: Cause, id: string): void {
  const intent = sandbox.store.get("paymentIntents", id);
  if (intent && CANCELABLE.includes(intent.status)) cancel(sandbox, cause, intent, "automatic");
}

function cancel(
  sandbox: Sandbox,
  cause: Cause,
  intent: Stripe.PaymentIntent,
  reason: Stripe.PaymentIntent.CancellationReason | null,
): Stripe.PaymentIntent {
  for (const challenge of sandbox.store.all("challenges")) {
    if (challenge.intent === intent.id) sandbox.store.remove("challenges", challenge.id);
  }
  const canceled: Stripe.PaymentIntent = {
    ...intent,
    status: "canceled",
    amount_capturable: 0,
    canceled_at: sandbox.clock.now(),
    cancellation_reason: reason,
    next_action: null,
  };
  return changePaymentIntent(sandbox, cause, canceled, "payment_intent.canceled");
}

/** The payment; throws 404 where there is none. */
export function findIntent({ store }: Sandbox, id: string): Stripe.PaymentIntent {
  const intent = store.get("paymentIntents", id);
  if (!intent) throw noSuch("payment_intent", id, "intent");
  return intent;
}

/** 400 that carries the payment as it stands. */
export function unexpectedState(intent: Stripe.PaymentIntent, message: string): Error {
  const error = invalidRequest(message, "payment_intent_unexpected_state");
  error.body.payment_intent = intent;
  return error;
}
