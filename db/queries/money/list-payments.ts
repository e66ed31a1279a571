import { and, count, desc, eq, gt, gte, sql, type SQL } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { customer } from "#db/schema/customer.ts";
import { invoice, payment } from "#db/schema/money.ts";
import { payoutLine } from "#db/schema/operator.ts";

function selectPayments(tx: Handle, where: SQL | undefined) {
  return tx
    .select({
      customerId: payment.customerId,
      paymentId: payment.paymentId,
      invoiceId: payment.invoiceId,
      customerName: customer.name,
      invoiceNumber: invoice.number,
      status: payment.status,
      amount: payment.amount,
      valueDay: payment.valueDay,
      chargeId: payment.chargeId,
      failureCode: payment.failureCode,
      changedAt: payment.changedAt,
      payoutId: sql<string | null>`(select min(${payoutLine.payoutId}) from ${payoutLine}
        where ${payoutLine.paymentId} = ${payment.paymentId} and ${payoutLine.state} = 'matched'
          and ${payoutLine.reason} = 'charge')`,
    })
    .from(payment)
    .innerJoin(customer, eq(customer.customerId, payment.customerId))
    .innerJoin(
      invoice,
      and(eq(invoice.customerId, payment.customerId), eq(invoice.invoiceId, payment.invoiceId)),
    )
    .where(where);
}

/** A page of all customers' payments, the latest change first, and how many there are in all. */
export async function listPayments(tx: Handle, page: { offset: number; limit: number }) {
  const [total] = await tx.select({ count: count() }).from(payment);
  const rows = await selectPayments(tx, undefined)
    .orderBy(desc(payment.changedAt), desc(payment.paymentId))
    .offset(page.offset)
    .limit(page.limit);
  return { rows, count: total?.count ?? 0 };
}

/** Payments that came in on a day (ISO) or later, the latest first. */
export async function listReceivedSince(tx: Handle, day: string) {
  return selectPayments(tx, and(gt(payment.received, 0), gte(payment.valueDay, day))).orderBy(
    desc(payment.valueDay),
    desc(payment.changedAt),
  );
}

/** How many payments brought another amount than was asked for. */
export async function countMismatched(tx: Handle): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(payment)
    .where(eq(payment.status, "mismatched"));
  return row?.count ?? 0;
}
