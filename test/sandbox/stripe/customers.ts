import type Stripe from "stripe";
import { newId } from "../identifiers.ts";
import { ADDRESS, wholeAddress } from "./billing-details.ts";
import { endpoint } from "./call.ts";
import { noSuch } from "./errors.ts";
import { emit } from "./events.ts";
import { checkCustomer } from "./find-customer.ts";
import { moment, PAGING, paginate } from "./pages.ts";
import { emailAddress, hash, list, metadata, optional, text } from "./parameters.ts";
import { detachMethod } from "./payment-methods.ts";

const PARAMETERS = {
  address: optional(ADDRESS),
  description: optional(text(350)),
  email: optional(emailAddress),
  metadata: optional(metadata),
  name: optional(text(256)),
  phone: optional(text(20)),
  preferred_locales: optional(list(text(10))),
};

export const createCustomer = endpoint(PARAMETERS, (call, parameters) => {
  const { sandbox } = call;
  const customer: Stripe.Customer = {
    id: newId("cus", 14),
    object: "customer",
    address: parameters.address ? wholeAddress(parameters.address) : null,
    balance: 0,
    created: sandbox.clock.now(),
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: parameters.description ?? null,
    discount: null,
    email: parameters.email ?? null,
    invoice_prefix: newId("", 8).slice(1).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: parameters.metadata ?? {},
    name: parameters.name ?? null,
    next_invoice_sequence: 1,
    phone: parameters.phone ?? null,
    preferred_locales: parameters.preferred_locales ?? [],
    shipping: null,
    tax_exempt: "none",
    test_clock: null,
  };
  sandbox.store.put("customers", customer);
  emit(sandbox, call, "customer.created", customer);
  return customer;
});

/** A deleted customer still answers to its id, as no more than that. */
export const retrieveCustomer = endpoint({}, ({ sandbox: { store }, id }) => {
  const customer = store.get("customers", id("customer"));
  if (!customer) throw noSuch("customer", id("customer"), "id");
  const deleted = store.get("deletedCustomers", customer.id);
  return deleted ? { id: customer.id, object: "customer", deleted: true } : customer;
});

export const updateCustomer = endpoint(
  {
    ...PARAMETERS,
    invoice_settings: optional(hash({ default_payment_method: optional(text()) })),
  },
  (call, { address, invoice_settings, ...parameters }) => {
    const { sandbox, id } = call;
    const before = checkCustomer(sandbox, id("customer"), 404);
    const customer: Stripe.Customer = {
      ...before,
      ...given(parameters),
      address: address ? wholeAddress({ ...before.address, ...address }) : before.address,
      invoice_settings: { ...before.invoice_settings, ...given(invoice_settings ?? {}) },
      metadata: { ...before.metadata, ...parameters.metadata },
    };
    sandbox.store.put("customers", customer);
    emit(sandbox, call, "customer.updated", customer, { metadata: before.metadata });
    return customer;
  },
);

/** Detaches the customer's payment methods; payments and charges stay. */
export const deleteCustomer = endpoint({}, (call) => {
  const { sandbox, id } = call;
  const { store } = sandbox;
  const customer = checkCustomer(sandbox, id("customer"), 404);
  for (const method of store.all("paymentMethods")) {
    if (method.customer === customer.id) detachMethod(sandbox, call, method);
  }
  store.put("deletedCustomers", { id: customer.id });
  emit(sandbox, call, "customer.deleted", customer);
  return { id: customer.id, object: "customer", deleted: true };
});

export const listCustomers = endpoint(
  { ...PAGING, created: optional(moment), email: optional(text()) },
  ({ sandbox: { store }, path }, parameters) => {
    const customers = store
      .all("customers")
      .filter(
        ({ id, created, email }) =>
          !store.get("deletedCustomers", id) &&
          (parameters.created?.(created) ?? true) &&
          (parameters.email === undefined || parameters.email === email),
      );
    return paginate(customers, parameters, path, "customer");
  },
);

/** What was given, without the rest. */
function given<T extends object>(parameters: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(parameters).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}
