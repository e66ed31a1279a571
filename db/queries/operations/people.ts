import { eq, inArray } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { user } from "#db/schema/accounts.ts";
import { customer } from "#db/schema/customer.ts";

/** The names of people by id, as staff may see them; who is unknown is missing. */
export async function readPersonNames(
  tx: Handle,
  userIds: readonly string[],
): Promise<Record<string, string>> {
  if (userIds.length === 0) return {};
  const rows = await tx
    .select({ id: user.id, name: user.name })
    .from(user)
    .where(inArray(user.id, [...userIds]));
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

/** A customer's name and number, or null. */
export async function readCustomer(
  tx: Handle,
  customerId: string,
): Promise<{ name: string; number: number } | null> {
  const [row] = await tx
    .select({ name: customer.name, number: customer.number })
    .from(customer)
    .where(eq(customer.customerId, customerId));
  return row ?? null;
}
