import type Stripe from "stripe";
import type { Sandbox } from "../sandbox.ts";
import type { PaymentIntentData } from "../store/tables.ts";
import { type Cause, emit } from "./events.ts";
import { buildIntent } from "./intent-object.ts";

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
  const intent = buildIntent({
    amount: session.amount_total ?? 0,
    currency: session.currency ?? "jpy",
    created: clock.now(),
    customer: typeof session.customer === "string" ? session.customer : null,
    description: data.description,
    metadata: data.metadata,
    receiptEmail: data.receipt_email,
    requestThreeDSecure: data.request_three_d_secure,
    setupFutureUsage: data.setup_future_usage,
    shipping: data.shipping ?? null,
    statementDescriptor: data.statement_descriptor,
    statementDescriptorSuffix: data.statement_descriptor_suffix,
    types: session.payment_method_types,
  });
  store.put("paymentIntents", intent);
  store.put("sessions", { ...session, payment_intent: intent.id });
  emit(sandbox, cause, "payment_intent.created", intent);
  return intent;
}
