import { and, asc, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";
import { customer } from "#db/schema/customer.ts";
import { invoice, payment } from "#db/schema/money.ts";
import { stripeBreak } from "#db/schema/operator.ts";
import { dispute, refund } from "#db/schema/refund.ts";

export type BreakRow = typeof stripeBreak.$inferSelect;
type NewBreak = Omit<BreakRow, "foundAt" | "seenAt" | "resolvedAt">;

/** The payments that were made by charges. */
export const readChargedPayments = (tx: Handle, chargeIds: readonly string[]) =>
  tx
    .select()
    .from(payment)
    .where(inArray(payment.chargeId, [...chargeIds]));

/** The refunds that are known by their ids at Stripe. */
export const readKnownRefunds = (tx: Handle, stripeRefundIds: readonly string[]) =>
  tx
    .select()
    .from(refund)
    .where(inArray(refund.stripeRefundId, [...stripeRefundIds]));

/** The disputes that are known by their ids at Stripe. */
export const readKnownDisputes = (tx: Handle, stripeDisputeIds: readonly string[]) =>
  tx
    .select()
    .from(dispute)
    .where(inArray(dispute.stripeDisputeId, [...stripeDisputeIds]));

/** Payments that came in and refunds that were made after an ISO day, with their ids at Stripe. Amounts are yen. */
export async function readOwnSince(tx: Handle, day: string) {
  return rowsOf<{
    kind: "charge" | "refund";
    id: string;
    customerId: string;
    invoiceId: string;
    amount: number;
    day: string;
  }>(
    tx,
    sql`select 'charge' as kind, charge_id as id, customer_id as "customerId",
          invoice_id as "invoiceId", received::float8 as amount, value_day::text as day
        from payment where charge_id is not null and received > 0 and value_day > ${day}::date
        union all
        select 'refund', stripe_refund_id, customer_id, invoice_id, amount::float8, made_on::text
        from refund where stripe_refund_id is not null and made_on > ${day}::date`,
  );
}

/** Writes breaks as a comparison sees them; one that was found before keeps its age. */
export async function writeBreaks(
  tx: Handle,
  breaks: readonly NewBreak[],
  now: Date,
): Promise<void> {
  if (breaks.length === 0) return;
  await tx
    .insert(stripeBreak)
    .values(breaks.map((one) => ({ ...one, foundAt: now, seenAt: now })))
    .onConflictDoUpdate({
      target: stripeBreak.breakId,
      set: { seenAt: now, resolvedAt: null, amount: sql`excluded.amount` },
    });
}

/** Ends the breaks since an instant that a comparison has not seen again. */
export async function endBreaks(tx: Handle, since: Date, now: Date): Promise<void> {
  await tx
    .update(stripeBreak)
    .set({ resolvedAt: now })
    .where(
      and(
        isNull(stripeBreak.resolvedAt),
        lt(stripeBreak.seenAt, now),
        sql`${stripeBreak.happenedAt} >= ${since.toISOString()}::timestamptz`,
      ),
    );
}

/** The breaks that nothing has settled, the oldest first, with whom they concern. */
export async function readOpenBreaks(tx: Handle) {
  return tx
    .select({
      breakId: stripeBreak.breakId,
      kind: stripeBreak.kind,
      subject: stripeBreak.subject,
      customerId: stripeBreak.customerId,
      invoiceId: stripeBreak.invoiceId,
      amount: stripeBreak.amount,
      happenedAt: stripeBreak.happenedAt,
      foundAt: stripeBreak.foundAt,
      customerName: customer.name,
      invoiceNumber: invoice.number,
    })
    .from(stripeBreak)
    .leftJoin(customer, eq(customer.customerId, stripeBreak.customerId))
    .leftJoin(
      invoice,
      and(
        eq(invoice.customerId, stripeBreak.customerId),
        eq(invoice.invoiceId, stripeBreak.invoiceId),
      ),
    )
    .where(isNull(stripeBreak.resolvedAt))
    .orderBy(asc(stripeBreak.foundAt), asc(stripeBreak.breakId))
    .limit(500);
}

/** The earliest instant of an open break, so that a comparison looks at it again; null for none. */
export async function readOldestBreak(tx: Handle): Promise<Date | null> {
  const [row] = await tx
    .select({ oldest: sql<string | null>`min(${stripeBreak.happenedAt})` })
    .from(stripeBreak)
    .where(isNull(stripeBreak.resolvedAt));
  return row?.oldest ? new Date(row.oldest) : null;
}
