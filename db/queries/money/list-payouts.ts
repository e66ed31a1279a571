import { and, asc, count, desc, eq, getTableColumns, sql } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { customer } from "#db/schema/customer.ts";
import { invoice } from "#db/schema/money.ts";
import { payout, payoutLine } from "#db/schema/operator.ts";

/** Every payout pulled, the latest first, with how many lines it has and how many wait for a person. */
export async function listPayouts(tx: Handle) {
  return tx
    .select({
      ...getTableColumns(payout),
      lines: count(payoutLine.lineId),
      exceptions: sql<number>`count(*) filter (where ${payoutLine.state} = 'exception')`.mapWith(
        Number,
      ),
    })
    .from(payout)
    .leftJoin(payoutLine, eq(payoutLine.payoutId, payout.payoutId))
    .groupBy(payout.payoutId)
    .orderBy(desc(payout.arrivalDay), desc(payout.payoutId));
}

/** Lines that a page shows; those that need a person come first. */
const mostListed = 500;

/** The first lines of a payout with the customer and the invoice that they were matched to. */
export async function readPayoutLines(tx: Handle, payoutId: string) {
  return tx
    .select({
      ...getTableColumns(payoutLine),
      customerName: customer.name,
      invoiceNumber: invoice.number,
    })
    .from(payoutLine)
    .leftJoin(customer, eq(customer.customerId, payoutLine.customerId))
    .leftJoin(
      invoice,
      and(
        eq(invoice.customerId, payoutLine.customerId),
        eq(invoice.invoiceId, payoutLine.invoiceId),
      ),
    )
    .where(eq(payoutLine.payoutId, payoutId))
    .orderBy(
      sql`case ${payoutLine.state} when 'exception' then 0 when 'matched' then 1 else 2 end`,
      asc(payoutLine.type),
      asc(payoutLine.lineId),
    )
    .limit(mostListed);
}
