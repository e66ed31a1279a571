import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { readStanding } from "#app/usecases/invoices/damages-view.ts";
import { readMoneyBackView } from "#app/usecases/invoices/money-back-view.ts";
import { viewInvoice, type InvoiceView } from "#app/usecases/invoices/invoice-view.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { readContract } from "#db/queries/contracts.ts";
import { readCustomerName } from "#db/queries/mail-facts.ts";
import { readTransferDays } from "#db/queries/money/bank/transfers-of-invoice.ts";
import { findInvoice } from "#db/queries/money/list-invoices.ts";
import { readLedgerOfMachine, type LedgerLine } from "#db/queries/money/ledger.ts";
import { readPaymentEvents } from "#db/queries/money/payment-attempts.ts";
import { readPaymentsOfInvoice } from "#db/queries/money/payments-of-invoice.ts";
import { tokyoDay } from "#machines/calendar.ts";

/** An invoice as finance sees it: with the customer's name and what was booked. */
export type CustomerInvoice = InvoiceView & {
  customerId: string;
  customerName: string;
  ledger: LedgerLine[];
};

/**
 * One customer's invoice, for finance.
 *
 * @param payDay the day of payment for which the damages are asked, as it came with the address
 * @throws Problem `notAllowed` without the role finance, `notFound` where there is no such invoice
 */
export async function readCustomerInvoice(
  principal: Principal,
  key: { customerId: string; invoiceId: string },
  payDay: string | null = null,
): Promise<CustomerInvoice> {
  asStaff(principal, "finance");
  const { customerId, invoiceId } = key;
  if (!isIdentifier(customerId) || !isIdentifier(invoiceId)) {
    throw new Problem("notFound", "no identifier");
  }
  const today = tokyoDay(principal.receivedAt).toString();
  return currentPortal().database.transaction({ role: "portal_staff" }, async (tx) => {
    const row = await findInvoice(tx, key);
    if (!row) throw new Problem("notFound", `no invoice ${invoiceId}`);
    const payments = await readPaymentsOfInvoice(tx, key);
    const contract = await readContract(tx, customerId, row.contractId);
    const events = await readPaymentEvents(tx, key);
    const transferDays = await readTransferDays(tx, key);
    const standing = await readStanding(tx, key, payDay, today);
    return {
      ...viewInvoice(
        ...([row, contract, payments, events, today, transferDays, standing] as const),
        await readMoneyBackView(tx, key, true),
      ),
      customerId,
      customerName: await readCustomerName(tx, customerId),
      ledger: await readLedgerOfMachine(tx, { customerId, machineId: invoiceId }),
    };
  });
}
