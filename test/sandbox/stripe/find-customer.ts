import type Stripe from "stripe";
import type { Sandbox } from "../sandbox.ts";
import { noSuch } from "./errors.ts";

/** The customer; throws where there is none or it was deleted: 404 in a path, 400 in a parameter. */
export function checkCustomer({ store }: Sandbox, id: string, status: 404 | 400): Stripe.Customer {
  const customer = store.get("customers", id);
  if (!customer || store.get("deletedCustomers", id)) {
    throw noSuch("customer", id, "customer", status);
  }
  return customer;
}
