import type Stripe from "stripe";
import type { Sandbox } from "../sandbox.ts";
import { endpoint } from "./call.ts";
import { cardError } from "./card-error.ts";
import { checkCustomer } from "./find-customer.ts";
import { invalidRequest, noSuch } from "./errors.ts";
import { type Cause, emit } from "./events.ts";
import { PAGING, paginate } from "./pages.ts";
import { hash, integer, metadata, oneOf, optional, required, text } from "./parameters.ts";
import { BILLING_DETAILS, billingDetails } from "./billing-details.ts";
import { attachTo } from "./save-card.ts";
import { testCard } from "./test-cards.ts";
import { usableMethod } from "./use-method.ts";

export const retrievePaymentMethod = endpoint({}, ({ sandbox, id }) =>
  findMethod(sandbox, id("method")),
);

const TYPES = oneOf("card", "sepa_debit", "customer_balance", "konbini");

export const listPaymentMethods = endpoint(
  { ...PAGING, customer: optional(text()), type: optional(TYPES) },
  ({ sandbox, path }, parameters) => {
    const methods = sandbox.store
      .all("paymentMethods")
      .filter(
        ({ customer, type }) =>
          customer !== null &&
          customer === (parameters.customer ?? customer) &&
          type === (parameters.type ?? type),
      );
    return paginate(methods, parameters, path, "PaymentMethod");
  },
);

export const listCustomerMethods = endpoint(
  { ...PAGING, type: optional(TYPES) },
  ({ sandbox, path, id }, parameters) => {
    checkCustomer(sandbox, id("customer"), 404);
    const methods = sandbox.store
      .all("paymentMethods")
      .filter(
        ({ customer, type }) => customer === id("customer") && type === (parameters.type ?? type),
      );
    return paginate(methods, parameters, path, "PaymentMethod");
  },
);

/** A card that declines everything can't be saved: the issuer is asked. */
export const attachPaymentMethod = endpoint(
  { customer: required(text()) },
  (call, { customer }) => {
    const { sandbox, id } = call;
    checkCustomer(sandbox, customer, 400);
    const method = usableMethod(sandbox, id("method"), customer);
    const card = sandbox.store.get("cards", method.id);
    const { decline, savable } = testCard(card?.card ?? "visa");
    if (decline && !savable) return cardError(decline, {});
    return attachTo(sandbox, call, method, customer);
  },
);

export const detachPaymentMethod = endpoint({}, (call) => {
  const method = findMethod(call.sandbox, call.id("method"));
  if (method.customer === null) {
    throw invalidRequest(
      "The payment method you provided is not attached to a customer so detachment is impossible.",
      "payment_method_unexpected_state",
      "payment_method",
    );
  }
  return detachMethod(call.sandbox, call, method);
});

/** Takes the payment method from its customer for good. Inside a transaction. */
export function detachMethod(
  sandbox: Sandbox,
  cause: Cause,
  method: Stripe.PaymentMethod,
): Stripe.PaymentMethod {
  const { store } = sandbox;
  const card = store.get("cards", method.id);
  if (card) store.put("cards", { ...card, spent: true });
  const detached: Stripe.PaymentMethod = { ...method, customer: null };
  store.put("paymentMethods", detached);
  emit(sandbox, cause, "payment_method.detached", detached, { customer: method.customer });
  return detached;
}

export const updatePaymentMethod = endpoint(
  {
    allow_redisplay: optional(oneOf("always", "limited", "unspecified")),
    billing_details: optional(BILLING_DETAILS),
    card: optional(hash({ exp_month: optional(integer(1)), exp_year: optional(integer(1970)) })),
    metadata: optional(metadata),
  },
  (call, parameters) => {
    const { sandbox, id } = call;
    const method = findMethod(sandbox, id("method"));
    if (method.customer === null) {
      throw invalidRequest(
        "You must save this PaymentMethod to a customer before you can update it.",
        "payment_method_unexpected_state",
      );
    }
    const changed: Stripe.PaymentMethod = {
      ...method,
      allow_redisplay: parameters.allow_redisplay ?? method.allow_redisplay,
      billing_details: billingDetails(method.billing_details, parameters.billing_details),
      metadata: { ...method.metadata, ...parameters.metadata },
    };
    if (method.card && parameters.card) {
      const { exp_month = method.card.exp_month, exp_year = method.card.exp_year } =
        parameters.card;
      changed.card = { ...method.card, exp_month, exp_year };
    }
    sandbox.store.put("paymentMethods", changed);
    emit(sandbox, call, "payment_method.updated", changed, { metadata: method.metadata });
    return changed;
  },
);

function findMethod({ store }: Sandbox, id: string): Stripe.PaymentMethod {
  const method = store.get("paymentMethods", id);
  if (!method) throw noSuch("PaymentMethod", id, "payment_method");
  return method;
}
