import type Stripe from "stripe";
import type { Sandbox } from "../sandbox.ts";
import { invalidRequest, noSuch } from "./errors.ts";
import { createTestMethod } from "./payment-method-object.ts";
import { cardOfTestId } from "./test-cards.ts";

/**
 * The payment method a parameter names, ready for the customer (null: for nobody in particular). Refuses
 * one that is used up, detached, or somebody else's. `pm_card_…` makes a new one. Inside a transaction.
 */
export function usableMethod(
  sandbox: Sandbox,
  id: string,
  customer: string | null,
): Stripe.PaymentMethod {
  const test = cardOfTestId(id, "pm_card_");
  if (test) return createTestMethod(sandbox, test);
  const method = sandbox.store.get("paymentMethods", id);
  if (!method) throw noSuch("PaymentMethod", id, "payment_method", 400);
  if (method.customer !== null && method.customer !== customer) {
    throw invalidRequest(
      customer === null
        ? "The provided PaymentMethod cannot be used: it belongs to a Customer. Please include the Customer in the `customer` parameter."
        : `The customer does not have a payment method with the ID ${id}. The payment method must be attached to the customer.`,
      "payment_method_unexpected_state",
      "payment_method",
    );
  }
  refuseSpent(sandbox, method);
  return method;
}

/** A payment method that was detached, or used without being saved, is of no use any more. */
export function refuseSpent({ store }: Sandbox, method: Stripe.PaymentMethod): void {
  if (method.customer !== null || !store.get("cards", method.id)?.spent) return;
  throw invalidRequest(
    "The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.",
    "payment_method_unexpected_state",
    "payment_method",
  );
}
