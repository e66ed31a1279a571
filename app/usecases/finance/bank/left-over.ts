import type { InvoiceRow } from "#db/queries/money/list-invoices.ts";
import { isOwedIn, owedOf } from "#machines/invoice/owed.ts";

/** A part of a receipt for an invoice, in yen. */
interface Allocation {
  invoiceId: string;
  amount: number;
  fee: number;
}

type Invoice = Pick<
  InvoiceRow,
  "invoiceId" | "status" | "total" | "credited" | "paid" | "damagesOpen"
>;

/**
 * Puts what a receipt leaves over on top of an invoice that is paid with it, else of the latest one that is
 * paid already: there it is the customer's credit (預り金), which can be paid back or set off (A14.4). No debt is
 * paid with it, since a person has said what the money is for. Without such an invoice the parts stay as
 * they are, and the rest is a credit with the receipt alone.
 *
 * @param leftOver yen of the receipt that no part takes
 * @param invoices the customer's, the latest first
 */
export function carryLeftOver(
  allocations: readonly Allocation[],
  leftOver: number,
  invoices: readonly Invoice[],
): Allocation[] {
  const parts = [...allocations];
  if (leftOver === 0) return parts;
  const partOf = ({ invoiceId }: Invoice) => parts.find((part) => part.invoiceId === invoiceId);
  const isPaidWithIt = (invoice: Invoice) => {
    const part = partOf(invoice);
    // A fee is borne only where the invoice is paid to the yen.
    return part !== undefined && part.fee === 0 && part.amount >= owedOf(invoice);
  };
  const ownDebts = invoices.filter(({ status }) => isOwedIn(status));
  const paid = invoices.filter((one) => one.status === "paid" && !partOf(one)?.fee);
  // What is left of damages would be paid by it before anything is the customer's again.
  const carrier =
    ownDebts.find(isPaidWithIt) ?? paid.find(({ damagesOpen }) => damagesOpen === 0) ?? paid[0];
  if (!carrier) return parts;
  const { invoiceId } = carrier;
  const own = partOf(carrier);
  if (!own) return [...parts, { invoiceId, amount: leftOver, fee: 0 }];
  return parts.map((part) => (part === own ? { ...part, amount: part.amount + leftOver } : part));
}
