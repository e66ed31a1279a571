import { eq, sql } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { customer } from "#db/schema/customer.ts";

/**
 * Makes a customer's row (お客様) with the next customer number, or leaves the one that is there.
 * Returns whether it is new.
 */
export async function ensureCustomer(
  tx: Handle,
  wanted: { customerId: string; name: string; locale: string; createdAt: Date },
): Promise<boolean> {
  const [there] = await tx
    .select({ number: customer.number })
    .from(customer)
    .where(eq(customer.customerId, wanted.customerId));
  if (there) return false;
  const made = await tx
    .insert(customer)
    .values({ ...wanted, number: sql`nextval('customer_number')` })
    .onConflictDoNothing()
    .returning({ number: customer.number });
  return made.length > 0;
}
