import { createHash } from "node:crypto";
import type Stripe from "stripe";
import { newId } from "../identifiers.ts";
import type { Sandbox } from "../sandbox.ts";
import { NO_ADDRESS } from "./billing-details.ts";
import { cardBrand } from "./cards.ts";
import { cardName, testCard } from "./test-cards.ts";

/** A card as typed on the hosted page, already checked; the full number is never stored. */
export interface TypedCard {
  number: string;
  expMonth: number;
  expYear: number;
  name: string | null;
  email: string | null;
}

export const NO_DETAILS: Stripe.PaymentMethod.BillingDetails = {
  address: NO_ADDRESS,
  email: null,
  name: null,
  phone: null,
  tax_id: null,
};

/** The payment method for a card. Inside a transaction. */
export function createPaymentMethod(
  { store, clock }: Sandbox,
  card: TypedCard,
): Stripe.PaymentMethod {
  const method: Stripe.PaymentMethod = {
    id: newId("pm"),
    object: "payment_method",
    allow_redisplay: "limited",
    billing_details: {
      ...NO_DETAILS,
      address: { ...NO_ADDRESS, country: "JP" },
      email: card.email,
      name: card.name,
    },
    card: cardDetails(card),
    created: clock.now(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: "card",
  };
  store.put("paymentMethods", method);
  store.put("cards", { id: method.id, card: cardName(card.number), set_up: false, spent: false });
  return method;
}

/** A new payment method with the test card of that name, good for three years. Inside a transaction. */
export function createTestMethod(sandbox: Sandbox, name: string): Stripe.PaymentMethod {
  const expYear = new Date(sandbox.clock.now() * 1000).getUTCFullYear() + 3;
  const { number } = testCard(name);
  return createPaymentMethod(sandbox, { number, expMonth: 12, expYear, name: null, email: null });
}

function cardDetails(card: TypedCard): Stripe.PaymentMethod.Card {
  const brand = cardBrand(card.number);
  return {
    brand,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: "pass" },
    country: "JP",
    display_brand: brand,
    exp_month: card.expMonth,
    exp_year: card.expYear,
    fingerprint: createHash("sha256").update(card.number).digest("hex").slice(0, 16),
    funding: "credit",
    generated_from: null,
    last4: card.number.slice(-4),
    networks: { available: [brand], preferred: null },
    regulated_status: "unregulated",
    three_d_secure_usage: { supported: true },
    wallet: null,
  };
}
