import { eq } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { customer } from "#db/schema/customer.ts";

/** The language in which a customer's documents are written. */
export async function readCustomerLocale(tx: Handle, customerId: string): Promise<"ja" | "en"> {
  const [row] = await tx
    .select({ locale: customer.locale })
    .from(customer)
    .where(eq(customer.customerId, customerId));
  return row?.locale === "en" ? "en" : "ja";
}
