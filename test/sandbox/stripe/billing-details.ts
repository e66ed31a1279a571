import type Stripe from "stripe";
import { emailAddress, hash, optional, text } from "./parameters.ts";

export const ADDRESS = hash({
  city: optional(text()),
  country: optional(text(2)),
  line1: optional(text()),
  line2: optional(text()),
  postal_code: optional(text()),
  state: optional(text()),
});

export const BILLING_DETAILS = hash({
  address: optional(ADDRESS),
  email: optional(emailAddress),
  name: optional(text()),
  phone: optional(text()),
});

export const NO_ADDRESS = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
};

/** A whole address out of the parts that were given. */
export function wholeAddress(given: Partial<Stripe.Address>): Stripe.Address {
  return { ...NO_ADDRESS, ...given };
}

/** The details with what was given laid over them. */
export function billingDetails(
  before: Stripe.PaymentMethod.BillingDetails,
  given: ReturnType<typeof BILLING_DETAILS> | undefined,
): Stripe.PaymentMethod.BillingDetails {
  if (!given) return before;
  const { address, email, name, phone } = given;
  return {
    ...before,
    email: email ?? before.email,
    name: name ?? before.name,
    phone: phone ?? before.phone,
    address: address ? wholeAddress({ ...before.address, ...address }) : before.address,
  };
}
