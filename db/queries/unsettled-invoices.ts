import { and, eq, inArray } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { invoice } from "#db/schema/money.ts";

/** An invoice that is issued and not settled, with what is still owed on it in yen. */
export interface UnsettledInvoice {
  invoiceId: string;
  contractId: string;
  number: string;
  /** ISO day. */
  dueDay: string;
  owed: number;
}

/** The unsettled invoices of a customer, earliest due first. */
export async function readUnsettledInvoices(
  tx: Handle,
  customerId: string,
): Promise<UnsettledInvoice[]> {
  const rows = await tx
    .select()
    .from(invoice)
    .where(
      and(
        eq(invoice.customerId, customerId),
        inArray(invoice.status, ["issued", "partlyPaid", "overdue"]),
      ),
    )
    .orderBy(invoice.dueDay, invoice.number);
  return rows.map(({ invoiceId, contractId, number, dueDay, total, paid }) => ({
    invoiceId,
    contractId,
    number: number ?? "",
    dueDay: dueDay ?? "",
    owed: total - paid,
  }));
}
