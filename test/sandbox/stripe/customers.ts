import type Stripe from "stripe";
import { newId } from "../identifiers.ts";
import { endpoint } from "./call.ts";
import { noSuch } from "./errors.ts";
import { emit } from "./events.ts";
import { emailAddress, hash, list, metadata, optional, text } from "./parameters.ts";

const ADDRESS = hash({
  city: optional(text()),
  country: optional(text(2)),
  line1: optional(text()),
  line2: optional(text()),
  postal_code: optional(text()),
  state: optional(text()),
});

export const createCustomer = endpoint(
  {
    address: optional(ADDRESS),
    description: optional(text(350)),
    email: optional(emailAddress),
    metadata: optional(metadata),
    name: optional(text(256)),
    phone: optional(text(20)),
    preferred_locales: optional(list(text(10))),
  },
  (call, parameters) => {
    const { sandbox } = call;
    const customer: Stripe.Customer = {
      id: newId("cus", 14),
      object: "customer",
      address: parameters.address ? address(parameters.address) : null,
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
  },
);

export const retrieveCustomer = endpoint({}, ({ sandbox, id }) => {
  const customer = sandbox.store.get("customers", id("customer"));
  if (!customer) throw noSuch("customer", id("customer"), "id");
  return customer;
});

function address(given: Partial<Stripe.Address>): Stripe.Address {
  const empty = {
    city: null,
    country: null,
    line1: null,
    line2: null,
    postal_code: null,
    state: null,
  };
  return { ...empty, ...given };
}
