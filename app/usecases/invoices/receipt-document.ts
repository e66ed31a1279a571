import type { ReceiptData } from "#app/documents/data.ts";
import { renderReceiptPdf } from "#app/gateways/pdf.tsx";
import type { Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { isReduced } from "./invoice-document.ts";
import { readInvoicePapers } from "./read-papers.ts";
import { isApplied } from "#machines/payment/came-in.ts";

/**
 * The receipt (領収書) of a paid invoice as a PDF file; it bears the invoice's number.
 *
 * @throws Problem `notFound` for another company's invoice and while nothing was paid in full
 */
export async function receiptDocument(
  principal: Principal,
  invoiceId: string,
  locale: "ja" | "en",
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const papers = await readInvoicePapers(principal, invoiceId);
  const { invoice, payments, transferDays, parties } = papers;
  const days = payments.flatMap(({ valueDay, status }) =>
    isApplied(status) && valueDay !== null ? [valueDay] : [],
  );
  const lastTransfer = transferDays.at(-1);
  const paidDay = [...days, ...transferDays].toSorted().at(-1);
  if (invoice.status !== "paid" || paidDay === undefined) {
    throw new Problem("notFound", `invoice ${invoiceId} has no receipt`);
  }
  const taxes = invoice.taxes as ReceiptData["taxes"];
  const number = invoice.number ?? "";
  const data: ReceiptData = {
    ...parties,
    receiptNumber: number,
    invoiceNumber: number,
    issuedDay: paidDay,
    paidDay,
    amount: invoice.paid,
    method: paidDay === lastTransfer ? "bankTransfer" : "card",
    // What was paid beyond the total belongs to no rate.
    taxes: invoice.paid === invoice.total ? taxes : [],
    reducedRates: taxes
      .map(({ ratePercent }) => ratePercent)
      .filter((rate) => isReduced(rate, invoice.periodStart)),
  };
  return { fileName: `${number}-receipt.pdf`, bytes: await renderReceiptPdf(data, locale) };
}
