import { eq } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { customer } from "#db/schema/customer.ts";

/** When a customer came to be, by the portal's clock; null where there is none. */
export async function readCustomerSince(tx: Handle, customerId: string): Promise<Date | null> {
  const [row] = await tx
    .select({ createdAt: customer.createdAt })
    .from(customer)
    .where(eq(customer.customerId, customerId));
  return row?.createdAt ?? null;
}
