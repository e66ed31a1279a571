import type { InvoiceData } from "#app/documents/data.ts";
import { renderInvoicePdf } from "#app/gateways/pdf.tsx";
import type { Principal } from "#app/usecases/principal.ts";
import type { FeeLine } from "#machines/contract/fees.ts";
import { taxRateOn } from "#machines/money/tax.ts";
import { dayOf } from "#machines/calendar.ts";
import { readCustomersPapers, readInvoicePapers, type InvoicePapers } from "./read-papers.ts";

/** Whether a rate is the reduced one (軽減税率) on the day of supply. */
export function isReduced(ratePercent: number, supplyDay: string): boolean {
  return ratePercent > 0 && ratePercent < taxRateOn(dayOf(supplyDay));
}

interface InvoiceFile {
  fileName: string;
  bytes: Uint8Array;
}

async function fileOf(papers: InvoicePapers, locale: "ja" | "en"): Promise<InvoiceFile> {
  const { invoice, operator, contractNumber, parties } = papers;
  const { periodStart, periodEnd } = invoice;
  const data: InvoiceData = {
    ...parties,
    invoiceNumber: invoice.number ?? "",
    contractNumber,
    issuedDay: invoice.issueDay ?? "",
    dueDay: invoice.dueDay ?? "",
    lines: (invoice.lines as FeeLine[]).map(({ nameJa, nameEn, amount, ratePercent }) => ({
      ...{ nameJa, nameEn, amount, ratePercent, quantity: 1, unitPrice: amount },
      reduced: isReduced(ratePercent, periodStart),
      supply: { from: periodStart, to: periodEnd },
    })),
    taxes: invoice.taxes as InvoiceData["taxes"],
    total: invoice.total,
    bank: { ja: operator.bankJa, en: operator.bankEn },
  };
  return { fileName: `${data.invoiceNumber}.pdf`, bytes: await renderInvoicePdf(data, locale) };
}

/**
 * The qualified invoice (適格請求書, A12.2) as a PDF file.
 *
 * @throws Problem `notFound` for another company's invoice and for one that is not issued yet
 */
export async function invoiceDocument(
  principal: Principal,
  invoiceId: string,
  locale: "ja" | "en",
): Promise<InvoiceFile> {
  return fileOf(await readInvoicePapers(principal, invoiceId), locale);
}

/**
 * The same of any customer's invoice, for finance.
 *
 * @throws Problem `notAllowed` without the role finance, `notFound` where there is no such invoice
 */
export async function customersInvoiceDocument(
  principal: Principal,
  key: { customerId: string; invoiceId: string },
  locale: "ja" | "en",
): Promise<InvoiceFile> {
  return fileOf(await readCustomersPapers(principal, key), locale);
}
