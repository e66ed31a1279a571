import { and, asc, eq, gt, isNull } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { customer } from "#db/schema/customer.ts";
import { invoice } from "#db/schema/money.ts";

/** The invoices with late damages (A14.3) that finance has neither invoiced nor waived, and that are not disputed. */
export async function readUndecidedDamages(tx: Handle) {
  return tx
    .select({
      customerId: invoice.customerId,
      customerName: customer.name,
      invoiceId: invoice.invoiceId,
      number: invoice.number,
      amount: invoice.damagesOpen,
      since: invoice.damagesSince,
    })
    .from(invoice)
    .innerJoin(customer, eq(customer.customerId, invoice.customerId))
    .where(and(gt(invoice.damagesOpen, 0), isNull(invoice.disputedOn)))
    .orderBy(asc(invoice.damagesSince), asc(invoice.invoiceId));
}
