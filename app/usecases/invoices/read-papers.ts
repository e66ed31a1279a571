import { dayOf, startOfDayInTokyo } from "#machines/calendar.ts";
import type { InvoiceData } from "#app/documents/data.ts";
import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { issuerOf, recipientOf } from "#app/usecases/parties.ts";
import { asMember, asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { readTransferDays } from "#db/queries/money/bank/transfers-of-invoice.ts";
import { readCreditNotes, type CreditNoteRow } from "#db/queries/money/credit-notes.ts";
import { findInvoice, type InvoiceRow } from "#db/queries/money/list-invoices.ts";
import { readContractNumber } from "#db/queries/mail-facts.ts";
import { readPaymentsOfInvoice } from "#db/queries/money/payments-of-invoice.ts";
import type { PaymentRow } from "#db/queries/money/find-payment.ts";
import { readOperatorProfile, type OperatorProfile } from "#db/queries/operator-profile.ts";
import { readRecipientOf } from "#db/queries/order-papers.ts";

/** What invoice and receipt are written from. */
export interface InvoicePapers {
  invoice: InvoiceRow;
  payments: PaymentRow[];
  creditNotes: CreditNoteRow[];
  /** ISO value days of the bank transfers that pay it, earliest first. */
  transferDays: string[];
  contractNumber: string;
  operator: OperatorProfile;
  parties: Pick<InvoiceData, "issuer" | "recipient">;
}

type Reading = { role: "portal_app"; customerId: string } | { role: "portal_staff" };

async function readPapers(
  reading: Reading,
  key: { customerId: string; invoiceId: string },
): Promise<InvoicePapers> {
  const { customerId, invoiceId } = key;
  if (!isIdentifier(customerId) || !isIdentifier(invoiceId)) {
    throw new Problem("notFound", "no identifier");
  }
  return currentPortal().database.transaction(reading, async (tx) => {
    const invoice = await findInvoice(tx, key);
    if (!invoice) throw new Problem("notFound", `no invoice ${invoiceId}`);
    const { contractId } = invoice;
    const before = new Date(startOfDayInTokyo(dayOf(invoice.issueDay ?? "9999-12-31")));
    const registration = await readRecipientOf(tx, { customerId, contractId, before });
    if (!registration) throw new Error(`Invoice ${invoiceId} has no recipient on record.`);
    const operator = await readOperatorProfile(tx);
    return {
      invoice,
      payments: await readPaymentsOfInvoice(tx, key),
      creditNotes: await readCreditNotes(tx, key),
      transferDays: await readTransferDays(tx, key),
      contractNumber: await readContractNumber(tx, customerId, contractId),
      operator,
      parties: { issuer: issuerOf(operator), recipient: recipientOf(registration) },
    };
  });
}

/**
 * Reads what the documents of an invoice say, made out to the company as it was registered when it was issued.
 *
 * @throws Problem `notFound` for another company's invoice and for one that is not issued yet
 */
export async function readInvoicePapers(
  principal: Principal,
  invoiceId: string,
): Promise<InvoicePapers> {
  const { customerId } = asMember(principal);
  return readPapers({ role: "portal_app", customerId }, { customerId, invoiceId });
}

/**
 * The same of any customer's invoice, for finance.
 *
 * @throws Problem `notAllowed` without the role finance, `notFound` where there is no such invoice
 */
export async function readCustomersPapers(
  principal: Principal,
  key: { customerId: string; invoiceId: string },
): Promise<InvoicePapers> {
  asStaff(principal, "finance");
  return readPapers({ role: "portal_staff" }, key);
}
