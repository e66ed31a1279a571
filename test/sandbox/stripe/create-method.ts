import type Stripe from "stripe";
import { newId } from "../identifiers.ts";
import type { Sandbox } from "../sandbox.ts";
import { BILLING_DETAILS, billingDetails } from "./billing-details.ts";
import { endpoint } from "./call.ts";
import { invalidRequest, noSuch } from "./errors.ts";
import { hash, metadata, oneOf, optional, required, text } from "./parameters.ts";
import { createTestMethod, NO_DETAILS } from "./payment-method-object.ts";
import { cardOfTestId } from "./test-cards.ts";

/** Card numbers never come this way: a card is a token of the hosted page's, or a test token. */
export const createMethod = endpoint(
  {
    billing_details: optional(BILLING_DETAILS),
    card: optional(hash({ token: required(text()) })),
    metadata: optional(metadata),
    sepa_debit: optional(hash({ iban: required(text(34)) })),
    type: required(oneOf("card", "sepa_debit", "customer_balance")),
  },
  ({ sandbox }, { type, card, sepa_debit, billing_details, metadata: notes }) => {
    if (type === "card" && !card) throw missing("card");
    if (type === "sepa_debit" && !sepa_debit) throw missing("sepa_debit");
    const method = card
      ? cardFromToken(sandbox, card.token)
      : otherMethod(sandbox, type, sepa_debit?.iban ?? null);
    const described: Stripe.PaymentMethod = {
      ...method,
      billing_details: billingDetails(method.billing_details, billing_details),
      metadata: notes ?? {},
    };
    sandbox.store.put("paymentMethods", described);
    return described;
  },
);

/** A payment method that is no card: a bank account to debit, or the payer's cash balance. */
export function otherMethod(
  { store, clock }: Sandbox,
  type: string,
  iban: string | null,
): Stripe.PaymentMethod {
  const method: Stripe.PaymentMethod = {
    id: newId("pm"),
    object: "payment_method",
    allow_redisplay: "unspecified",
    billing_details: NO_DETAILS,
    created: clock.now(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type,
    ...(iban && {
      sepa_debit: {
        bank_code: iban.slice(4, 9),
        branch_code: "",
        country: iban.slice(0, 2),
        fingerprint: newId("", 16).slice(1),
        generated_from: null,
        last4: iban.slice(-4),
      },
    }),
  };
  store.put("paymentMethods", method);
  return method;
}

function cardFromToken(sandbox: Sandbox, token: string): Stripe.PaymentMethod {
  const name = cardOfTestId(token, "tok_");
  if (!name) throw noSuch("token", token, "card[token]", 400);
  return createTestMethod(sandbox, name);
}

function missing(name: string): Error {
  return invalidRequest(`Missing required param: ${name}.`, "parameter_missing", name);
}
