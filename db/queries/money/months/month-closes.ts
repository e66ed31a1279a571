import { and, asc, eq, sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";
import { audit } from "#db/schema/customer.ts";
import { monthClose } from "#db/schema/month-close.ts";

export type MonthCloseRow = typeof monthClose.$inferSelect;

/** Every month of which anything is recorded, the earliest first. */
export async function readMonthCloses(tx: Handle): Promise<MonthCloseRow[]> {
  return tx.select().from(monthClose).orderBy(asc(monthClose.month));
}

/** What is recorded of a month, or null. */
export async function findMonthClose(tx: Handle, month: string): Promise<MonthCloseRow | null> {
  const [row] = await tx.select().from(monthClose).where(eq(monthClose.month, month));
  return row ?? null;
}

/** ISO day of the earliest booking, or null where nothing is booked. */
export async function readFirstBookedDay(tx: Handle): Promise<string | null> {
  const [row] = await rowsOf<{ day: string | null }>(
    tx,
    sql`select min(day)::text as day from ledger_transaction`,
  );
  return row?.day ?? null;
}

/**
 * Keeps every booking waiting until the present transaction ends, and waits for those that are under way:
 * what is read after it is all that there is. Customers' locks must have been taken before.
 */
export async function stopBookings(tx: Handle): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(727003)`);
}

/** When Stripe's payouts were fetched last, or null. */
export async function readLastPull(tx: Handle, operatorCustomerId: string): Promise<Date | null> {
  const [row] = await tx
    .select({ at: sql<Date | string | null>`max(${audit.at})` })
    .from(audit)
    .where(and(eq(audit.customerId, operatorCustomerId), eq(audit.action, "finance.pullPayouts")));
  return row?.at ? new Date(row.at) : null;
}
