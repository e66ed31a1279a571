import type { CreditNoteData } from "#app/documents/data.ts";
import { renderCreditNotePdf } from "#app/gateways/pdf.tsx";
import type { Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import type { CreditCause } from "#machines/invoice/credit-account.ts";
import { isReduced } from "./invoice-document.ts";
import { readCustomersPapers, readInvoicePapers, type InvoicePapers } from "./read-papers.ts";

type Line = { nameJa: string; nameEn: string; amount: number; ratePercent: number };

interface CreditNoteFile {
  fileName: string;
  bytes: Uint8Array;
}

async function fileOf(
  { invoice, contractNumber, parties, creditNotes }: InvoicePapers,
  creditNoteId: string,
  locale: "ja" | "en",
): Promise<CreditNoteFile> {
  const note = creditNotes.find((one) => one.creditNoteId === creditNoteId);
  if (!note) throw new Problem("notFound", `no credit note ${creditNoteId}`);
  const { periodStart, periodEnd } = invoice;
  const data: CreditNoteData = {
    ...parties,
    ...{ number: note.number ?? "", contractNumber, issuedDay: note.issueDay ?? "" },
    ...{ invoiceNumber: note.invoiceNumber, invoiceDay: note.invoiceDay },
    cause: note.cause as CreditCause,
    lines: (note.lines as Line[]).map((line) => ({
      ...{ ...line, quantity: 1, unitPrice: line.amount },
      reduced: isReduced(line.ratePercent, periodStart),
      supply: { from: periodStart, to: periodEnd },
    })),
    taxes: note.taxes as CreditNoteData["taxes"],
    total: note.total,
  };
  return { fileName: `${data.number}.pdf`, bytes: await renderCreditNotePdf(data, locale) };
}

/**
 * A credit note (適格返還請求書) as a PDF file.
 *
 * @throws Problem `notFound` for another company's invoice, and for a credit note that is not the invoice's
 */
export async function creditNoteDocument(
  principal: Principal,
  { invoiceId, creditNoteId }: { invoiceId: string; creditNoteId: string },
  locale: "ja" | "en",
): Promise<CreditNoteFile> {
  return fileOf(await readInvoicePapers(principal, invoiceId), creditNoteId, locale);
}

/**
 * The same of any customer's invoice, for finance.
 *
 * @throws Problem `notAllowed` without the role finance, `notFound` where there is no such credit note
 */
export async function customersCreditNoteDocument(
  principal: Principal,
  { creditNoteId, ...key }: { customerId: string; invoiceId: string; creditNoteId: string },
  locale: "ja" | "en",
): Promise<CreditNoteFile> {
  return fileOf(await readCustomersPapers(principal, key), creditNoteId, locale);
}
