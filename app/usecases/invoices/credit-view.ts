import type { Handle } from "#db/client.ts";
import { readCreditNotes } from "#db/queries/money/credit-notes.ts";
import type { CreditCause } from "#machines/invoice/credit-account.ts";

/** A credit note (返還請求書) in the list on its invoice's page. Amounts are yen, the day ISO. */
export interface CreditNoteView {
  creditNoteId: string;
  number: string;
  issueDay: string;
  cause: CreditCause;
  /** Why it was raised, as finance says it; shown to staff only. */
  reason: string | null;
  net: number;
  tax: number;
  total: number;
}

/** The credit notes of an invoice, the earliest first. */
export async function viewCreditNotes(
  tx: Handle,
  key: { customerId: string; invoiceId: string },
): Promise<CreditNoteView[]> {
  return (await readCreditNotes(tx, key)).map((row) => ({
    ...{ creditNoteId: row.creditNoteId, number: row.number ?? "", issueDay: row.issueDay ?? "" },
    ...{ cause: row.cause as CreditCause, reason: row.reason },
    ...{ net: row.net, tax: row.tax, total: row.total },
  }));
}
