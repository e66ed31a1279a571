import type Stripe from "stripe";
import type { Sandbox } from "../sandbox.ts";
import { type Cause, emit } from "./events.ts";

/**
 * After a payment: a card that is to be used again belongs to the customer from now on; any other that
 * nobody owns can't be used a second time. Inside a transaction.
 */
export function keepForLater(
  sandbox: Sandbox,
  cause: Cause,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
): void {
  const { store } = sandbox;
  const card = store.get("cards", method.id);
  if (intent.setup_future_usage && typeof intent.customer === "string") {
    if (card) store.put("cards", { ...card, set_up: true });
    attachTo(sandbox, cause, method, intent.customer);
  } else if (card && method.customer === null) {
    store.put("cards", { ...card, spent: true });
  }
}

/** Makes the payment method the customer's, once. Inside a transaction. */
export function attachTo(
  sandbox: Sandbox,
  cause: Cause,
  method: Stripe.PaymentMethod,
  customer: string,
): Stripe.PaymentMethod {
  if (method.customer === customer) return method;
  const attached: Stripe.PaymentMethod = { ...method, customer };
  sandbox.store.put("paymentMethods", attached);
  emit(sandbox, cause, "payment_method.attached", attached);
  return attached;
}
