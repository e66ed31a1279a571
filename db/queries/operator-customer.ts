import type { Handle } from "#db/client.ts";
import { customer } from "#db/schema/customer.ts";

/** Customers' own numbers begin with 1. */
const operatorNumber = 0;

/** Makes the operator's reserved customer where it does not exist yet. */
export async function ensureOperatorCustomer(
  tx: Handle,
  operatorCustomerId: string,
  now: Date,
): Promise<void> {
  await tx
    .insert(customer)
    .values({
      customerId: operatorCustomerId,
      number: operatorNumber,
      name: "運営者",
      createdAt: now,
    })
    .onConflictDoNothing();
}
