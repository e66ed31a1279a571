import { inArray } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { customer } from "#db/schema/customer.ts";

/** The names of customers by their ids. */
export async function readCustomerNames(
  tx: Handle,
  customerIds: readonly string[],
): Promise<Map<string, string>> {
  if (customerIds.length === 0) return new Map();
  const { customerId, name } = customer;
  const rows = await tx
    .select({ customerId, name })
    .from(customer)
    .where(inArray(customerId, [...new Set(customerIds)]));
  return new Map(rows.map((row) => [row.customerId, row.name]));
}
