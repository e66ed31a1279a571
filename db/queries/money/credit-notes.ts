import { and, asc, eq, sum } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { creditNote } from "#db/schema/credit-note.ts";
import { invoice } from "#db/schema/money.ts";

export type CreditNoteRow = typeof creditNote.$inferSelect;

/** The credit notes of an invoice, the earliest first. */
export async function readCreditNotes(
  tx: Handle,
  { customerId, invoiceId }: { customerId: string; invoiceId: string },
): Promise<CreditNoteRow[]> {
  return tx
    .select()
    .from(creditNote)
    .where(and(eq(creditNote.customerId, customerId), eq(creditNote.invoiceId, invoiceId)))
    .orderBy(asc(creditNote.number));
}

/** Yen that credit notes have given back of a contract's invoices, and those that are the customer's credit still. */
export async function readCreditsOfContract(
  tx: Handle,
  customerId: string,
  contractId: string,
): Promise<{ credited: number; credit: number }> {
  const [row] = await tx
    .select({ credited: sum(invoice.credited), credit: sum(invoice.credit) })
    .from(invoice)
    .where(and(eq(invoice.customerId, customerId), eq(invoice.contractId, contractId)));
  return { credited: Number(row?.credited ?? 0), credit: Number(row?.credit ?? 0) };
}
