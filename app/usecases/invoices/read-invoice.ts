import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { readContract } from "#db/queries/contracts.ts";
import { readTransferDays } from "#db/queries/money/bank/transfers-of-invoice.ts";
import { findInvoice } from "#db/queries/money/list-invoices.ts";
import { readPaymentEvents } from "#db/queries/money/payment-attempts.ts";
import { readPaymentsOfInvoice } from "#db/queries/money/payments-of-invoice.ts";
import { tokyoDay } from "#machines/calendar.ts";
import { readCollection, type InvoiceCollection } from "#app/usecases/cards/invoice-collection.ts";
import { readMoneyBackView } from "./money-back-view.ts";
import { readStanding, type StandingView } from "./damages-view.ts";
import { viewInvoice, type InvoiceView } from "./invoice-view.ts";

/** An invoice with what this person may do about it. */
export type OwnInvoice = InvoiceView & {
  mayPay: boolean;
  /** How the saved card pays it by itself; null where it does not. */
  collection: InvoiceCollection | null;
};

/** What staff wrote for themselves is not for the customer. */
function ofCustomer({ damages, dispute, creditNotes, ...rest }: StandingView): StandingView {
  const decisions = damages?.decisions.map((one) => ({ ...one, reason: null })) ?? [];
  return {
    damages: damages && { ...damages, decisions },
    dispute: dispute && { ...dispute, reason: "" },
    creditNotes: creditNotes.map((note) => ({ ...note, reason: null })),
    ...rest,
  };
}

/**
 * One invoice of the member's company with its payments.
 *
 * @param payDay the day of payment for which the damages are asked, as it came with the address
 * @throws Problem `notFound` for another company's invoice and for one that is not issued yet
 */
export async function readOwnInvoice(
  principal: Principal,
  invoiceId: string,
  payDay: string | null = null,
): Promise<OwnInvoice> {
  const { customerId } = asMember(principal);
  if (!isIdentifier(invoiceId)) throw new Problem("notFound", "no identifier");
  const key = { customerId, invoiceId };
  const today = tokyoDay(principal.receivedAt).toString();
  const view = await currentPortal().database.transaction(
    { role: "portal_app", customerId },
    async (tx) => {
      const row = await findInvoice(tx, key);
      if (!row) throw new Problem("notFound", `no invoice ${invoiceId}`);
      const payments = await readPaymentsOfInvoice(tx, key);
      const contract = await readContract(tx, customerId, row.contractId);
      const events = await readPaymentEvents(tx, key);
      const transferDays = await readTransferDays(tx, key);
      const standing = ofCustomer(await readStanding(tx, key, payDay, today));
      const moneyBack = await readMoneyBackView(tx, key, false);
      const parts = [row, contract, payments, events, today, transferDays, standing] as const;
      const invoice = viewInvoice(...parts, moneyBack);
      return { ...invoice, collection: await readCollection(tx, key, today) };
    },
  );
  const mayPay = principal.roles.includes("owner") || principal.roles.includes("billing");
  const attempts = view.attempts.map((attempt) => ({ ...attempt, code: null }));
  return { ...view, attempts, mayPay };
}
