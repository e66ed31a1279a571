import type Stripe from "stripe";
import type { CardSetup, SavedMethod } from "./cards.ts";
import { idOf } from "./stripe-values.ts";

/** A payment method in the portal's words. Throws for one that is no card: none other is ever asked for. */
export function methodOf(method: Stripe.PaymentMethod): SavedMethod {
  const { id: methodId, card, customer } = method;
  if (!card) throw new Error(`The payment method ${methodId} is no card.`);
  const { brand, last4, exp_month: expMonth, exp_year: expYear } = card;
  return {
    methodId,
    stripeCustomerId: idOf(customer),
    face: { brand, last4, expMonth, expYear },
  };
}

function stateOf({ status }: Stripe.SetupIntent): CardSetup["state"] {
  if (status === "succeeded") return "succeeded";
  return status === "canceled" ? "cancelled" : "open";
}

/** The saving of a card, its payment method expanded, in the portal's words. */
export function setupOf(setup: Stripe.SetupIntent): CardSetup {
  const method = setup.payment_method;
  const isCard = method !== null && typeof method !== "string";
  return {
    cardId: setup.metadata?.["cardId"] ?? null,
    customerId: setup.metadata?.["customerId"] ?? null,
    state: stateOf(setup),
    method: isCard ? methodOf(method) : null,
  };
}
