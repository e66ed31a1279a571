import { and, desc, eq, isNotNull } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { invoice } from "#db/schema/money.ts";

export type InvoiceRow = typeof invoice.$inferSelect;

/** The invoices issued to a customer, the latest first. */
export async function listInvoices(tx: Handle, customerId: string): Promise<InvoiceRow[]> {
  return tx
    .select()
    .from(invoice)
    .where(and(eq(invoice.customerId, customerId), isNotNull(invoice.number)))
    .orderBy(desc(invoice.issueDay), desc(invoice.number));
}

/** One invoice of a customer, once it is issued; else null. */
export async function findInvoice(
  tx: Handle,
  key: { customerId: string; invoiceId: string },
): Promise<InvoiceRow | null> {
  const [row] = await tx
    .select()
    .from(invoice)
    .where(
      and(
        eq(invoice.customerId, key.customerId),
        eq(invoice.invoiceId, key.invoiceId),
        isNotNull(invoice.number),
      ),
    );
  return row ?? null;
}
