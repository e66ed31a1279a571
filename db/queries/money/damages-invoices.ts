import { and, asc, eq, isNotNull } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { invoice } from "#db/schema/money.ts";

interface InvoiceKey {
  customerId: string;
  invoiceId: string;
}

/** The invoices by which the damages of one invoice were claimed (A14.3), in the order of their numbers. */
export async function readDamagesInvoices(
  tx: Handle,
  { customerId, invoiceId }: InvoiceKey,
): Promise<{ invoiceId: string; number: string; status: string }[]> {
  const rows = await tx
    .select({ invoiceId: invoice.invoiceId, number: invoice.number, status: invoice.status })
    .from(invoice)
    .where(
      and(
        eq(invoice.customerId, customerId),
        eq(invoice.ofInvoice, invoiceId),
        isNotNull(invoice.number),
      ),
    )
    .orderBy(asc(invoice.number));
  return rows.map((row) => ({ ...row, number: row.number ?? "" }));
}
