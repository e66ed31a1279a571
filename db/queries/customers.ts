import { eq } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { customer } from "#db/schema/customer.ts";

/** Gives a customer another name, under which mails and lists know it from now on (A13.1). */
export async function renameCustomer(tx: Handle, customerId: string, name: string): Promise<void> {
  await tx.update(customer).set({ name }).where(eq(customer.customerId, customerId));
}
