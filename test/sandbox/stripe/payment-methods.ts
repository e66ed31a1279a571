import { createHash } from "node:crypto";
import type Stripe from "stripe";
import { newId } from "../identifiers.ts";
import type { Sandbox } from "../sandbox.ts";
import { endpoint } from "./call.ts";
import { cardBrand } from "./cards.ts";
import { noSuch } from "./errors.ts";

/** A card as typed on the hosted page, already checked; the full number is never stored. */
export interface TypedCard {
  number: string;
  expMonth: number;
  expYear: number;
  name: string;
  email: string | null;
}

/** The payment method for one attempt with a card. Inside a transaction. */
export function createPaymentMethod(
  { store, clock }: Sandbox,
  card: TypedCard,
): Stripe.PaymentMethod {
  const brand = cardBrand(card.number);
  const method: Stripe.PaymentMethod = {
    id: newId("pm"),
    object: "payment_method",
    allow_redisplay: "limited",
    billing_details: {
      address: {
        city: null,
        country: "JP",
        line1: null,
        line2: null,
        postal_code: null,
        state: null,
      },
      email: card.email,
      name: card.name,
      phone: null,
      tax_id: null,
    },
    card: {
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
    },
    created: clock.now(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: "card",
  };
  store.put("paymentMethods", method);
  return method;
}

export const retrievePaymentMethod = endpoint({}, ({ sandbox, id }) => {
  const method = sandbox.store.get("paymentMethods", id("method"));
  if (!method) throw noSuch("PaymentMethod", id("method"), "payment_method");
  return method;
});
