import { and, asc, eq } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { contract } from "#db/schema/contract.ts";
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
      periodStart: invoice.periodStart,
      issueDay: invoice.issueDay,
      dueDay: invoice.dueDay,
      contract: { status: contract.status, endDay: contract.endDay },
      total: invoice.total,
      credited: invoice.credited,
      paid: invoice.paid,
    })
    .from(invoice)
    .innerJoin(customer, eq(customer.customerId, invoice.customerId))
    .leftJoin(
      contract,
      and(eq(contract.customerId, invoice.customerId), eq(contract.contractId, invoice.contractId)),
    )
    .where(isOwed)
    .orderBy(asc(invoice.dueDay), asc(invoice.number));
}
