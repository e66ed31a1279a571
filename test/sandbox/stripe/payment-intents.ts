import type Stripe from "stripe";
import { newId } from "../identifiers.ts";
import type { Sandbox } from "../sandbox.ts";
import type { PaymentIntentData } from "../store/tables.ts";
import { endpoint } from "./call.ts";
import { noSuch } from "./errors.ts";
import { type Cause, emit } from "./events.ts";
import { moment, PAGING, paginate } from "./pages.ts";
import { optional, text } from "./parameters.ts";

export const retrievePaymentIntent = endpoint({}, ({ sandbox, id }) => {
  const intent = sandbox.store.get("paymentIntents", id("intent"));
  if (!intent) throw noSuch("payment_intent", id("intent"), "intent");
  return intent;
});

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

/**
 * The payment of a session: made when a card is first submitted, as the API does since 2022, and
 * the same one for every further card. Inside a transaction.
 */
export function paymentIntentOf(
  sandbox: Sandbox,
  cause: Cause,
  session: Stripe.Checkout.Session,
  data: PaymentIntentData,
): Stripe.PaymentIntent {
  const { store, clock } = sandbox;
  const known =
    typeof session.payment_intent === "string"
      ? store.get("paymentIntents", session.payment_intent)
      : undefined;
  if (known) return known;
  const intent = build(session, data, clock.now());
  store.put("paymentIntents", intent);
  store.put("sessions", { ...session, payment_intent: intent.id });
  emit(sandbox, cause, "payment_intent.created", intent);
  return intent;
}

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
  if (!intent || intent.status === "succeeded") return;
  const canceled: Stripe.PaymentIntent = {
    ...intent,
    status: "canceled",
    canceled_at: sandbox.clock.now(),
    cancellation_reason: "automatic",
    next_action: null,
  };
  changePaymentIntent(sandbox, cause, canceled, "payment_intent.canceled");
}

function build(
  session: Stripe.Checkout.Session,
  data: PaymentIntentData,
  created: number,
): Stripe.PaymentIntent {
  const id = newId("pi");
  return {
    id,
    object: "payment_intent",
    allowed_payment_method_types: null,
    amount: session.amount_total ?? 0,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: "automatic_async",
    client_secret: newId(`${id}_secret`, 25),
    confirmation_method: "automatic",
    created,
    currency: "jpy",
    customer: session.customer,
    customer_account: null,
    description: data.description ?? null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: data.metadata ?? {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: {
        installments: null,
        mandate_options: null,
        network: null,
        request_three_d_secure: data.request_three_d_secure ?? "automatic",
      },
    },
    payment_method_types: ["card"],
    payment_record: null,
    processing: null,
    receipt_email: data.receipt_email ?? null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: data.statement_descriptor ?? null,
    statement_descriptor_suffix: data.statement_descriptor_suffix ?? null,
    status: "requires_payment_method",
    transfer_data: null,
    transfer_group: null,
  };
}
