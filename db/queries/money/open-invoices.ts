import { asc, eq } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { customer } from "#db/schema/customer.ts";
import { invoice } from "#db/schema/money.ts";
import { isOwed } from "./owed.ts";

/** Every invoice of every customer that asks for money still, the earliest due day first. */
export async function readOpenInvoices(tx: Handle) {
  return tx
    .select({
      customerId: invoice.customerId,
      invoiceId: invoice.invoiceId,
      customerName: customer.name,
      number: invoice.number,
      status: invoice.status,
      dueDay: invoice.dueDay,
      total: invoice.total,
      paid: invoice.paid,
    })
    .from(invoice)
    .innerJoin(customer, eq(customer.customerId, invoice.customerId))
    .where(isOwed)
    .orderBy(asc(invoice.dueDay), asc(invoice.number));
}
