import { and, asc, desc, eq, getTableColumns, gt, inArray, isNull, or, sql } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { customer } from "#db/schema/customer.ts";
import { invoice, payment } from "#db/schema/money.ts";
import { dispute, refund } from "#db/schema/refund.ts";

const invoiceOf = (table: typeof refund | typeof dispute) =>
  and(eq(invoice.customerId, table.customerId), eq(invoice.invoiceId, table.invoiceId));

const refundColumns = {
  ...getTableColumns(refund),
  customerName: customer.name,
  invoiceNumber: invoice.number,
};
const disputeColumns = {
  ...getTableColumns(dispute),
  customerName: customer.name,
  invoiceNumber: invoice.number,
};

/** The refunds of all customers, the latest first, at most so many. */
export const listRefunds = (tx: Handle, limit: number) =>
  tx
    .select(refundColumns)
    .from(refund)
    .innerJoin(customer, eq(customer.customerId, refund.customerId))
    .innerJoin(invoice, invoiceOf(refund))
    .orderBy(desc(refund.requestedAt), desc(refund.refundId))
    .limit(limit);

/** The disputes of all customers, the latest first, at most so many. */
export const listDisputes = (tx: Handle, limit: number) =>
  tx
    .select(disputeColumns)
    .from(dispute)
    .innerJoin(customer, eq(customer.customerId, dispute.customerId))
    .innerJoin(invoice, invoiceOf(dispute))
    .orderBy(desc(dispute.openedOn), desc(dispute.disputeId))
    .limit(limit);

/** Refunds that wait for finance: to be transferred, failed, or more than was left. */
export const readRefundWork = (tx: Handle) =>
  tx
    .select(refundColumns)
    .from(refund)
    .innerJoin(customer, eq(customer.customerId, refund.customerId))
    .innerJoin(invoice, invoiceOf(refund))
    .where(
      or(
        eq(refund.status, "toTransfer"),
        and(eq(refund.status, "failed"), isNull(refund.failureNote)),
        and(gt(refund.exceeding, 0), isNull(refund.failureNote)),
      ),
    )
    .orderBy(asc(refund.requestedAt), asc(refund.refundId));

/** Disputes that wait for finance: for the evidence, or for what is to become of a loss. */
export const readDisputeWork = (tx: Handle) =>
  tx
    .select(disputeColumns)
    .from(dispute)
    .innerJoin(customer, eq(customer.customerId, dispute.customerId))
    .innerJoin(invoice, invoiceOf(dispute))
    .where(
      or(
        eq(dispute.status, "needsResponse"),
        and(eq(dispute.status, "lost"), isNull(dispute.lossNote)),
      ),
    )
    .orderBy(asc(dispute.openedOn), asc(dispute.disputeId));

/** One refund or dispute with whom it concerns, or null. */
export async function findRefundView(tx: Handle, key: { customerId: string; refundId: string }) {
  const [row] = await tx
    .select(refundColumns)
    .from(refund)
    .innerJoin(customer, eq(customer.customerId, refund.customerId))
    .innerJoin(invoice, invoiceOf(refund))
    .where(and(eq(refund.customerId, key.customerId), eq(refund.refundId, key.refundId)));
  return row ?? null;
}

/** One dispute with whom it concerns, or null. */
export async function findDisputeView(tx: Handle, key: { customerId: string; disputeId: string }) {
  const [row] = await tx
    .select(disputeColumns)
    .from(dispute)
    .innerJoin(customer, eq(customer.customerId, dispute.customerId))
    .innerJoin(invoice, invoiceOf(dispute))
    .where(and(eq(dispute.customerId, key.customerId), eq(dispute.disputeId, key.disputeId)));
  return row ?? null;
}

/** What of an invoice's money went back or is disputed, the latest first. */
export async function readMoneyBack(
  tx: Handle,
  { customerId, invoiceId }: { customerId: string; invoiceId: string },
) {
  const refunds = await tx
    .select()
    .from(refund)
    .where(and(eq(refund.customerId, customerId), eq(refund.invoiceId, invoiceId)))
    .orderBy(desc(refund.requestedAt));
  const disputes = await tx
    .select()
    .from(dispute)
    .where(and(eq(dispute.customerId, customerId), eq(dispute.invoiceId, invoiceId)))
    .orderBy(desc(dispute.openedOn));
  return { refunds, disputes };
}

/** An invoice's card payments of which something is left, with that in yen. */
export const readRefundable = (
  tx: Handle,
  { customerId, invoiceId }: { customerId: string; invoiceId: string },
) =>
  tx
    .select({
      paymentId: payment.paymentId,
      status: payment.status,
      valueDay: payment.valueDay,
      received: payment.received,
      left: sql<number>`(${payment.received} - ${payment.refunded} - ${payment.disputed})::float8`,
    })
    .from(payment)
    .where(
      and(
        eq(payment.customerId, customerId),
        eq(payment.invoiceId, invoiceId),
        inArray(payment.status, ["succeeded", "partlyRefunded", "won", "mismatched"]),
        sql`${payment.received} - ${payment.refunded} - ${payment.disputed} > 0`,
      ),
    )
    .orderBy(asc(payment.valueDay));
