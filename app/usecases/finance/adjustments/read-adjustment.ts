import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { presentState } from "#app/usecases/present-state.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import type { Handle } from "#db/client.ts";
import { readMachineSnapshot } from "#db/queries/machine-snapshot.ts";
import { readCustomerName } from "#db/queries/mail-facts.ts";
import { readApprovalsOfInvoice } from "#db/queries/money/approvals.ts";
import { readUnsettledInvoices } from "#db/queries/unsettled-invoices.ts";
import { tokyoDay } from "#machines/calendar.ts";
import { creditableRates } from "#machines/invoice/credit-account.ts";
import { outstanding, type InvoiceContext } from "#machines/invoice/context.ts";
import { chargeKinds, type ChargeKind } from "#machines/terms/a27-charges.ts";
import { creditOf, creditSince } from "#machines/invoice/split.ts";

/** An invoice as finance names it. */
export interface InvoiceKey {
  customerId: string;
  invoiceId: string;
}

/** Another invoice of the customer that a credit could pay, in yen, with what would be paid of it. */
interface SetOffDebt {
  invoiceId: string;
  number: string;
  dueDay: string;
  owed: number;
  /** The oldest first, as far as the credit goes. */
  preset: number;
}

/** What finance can do about an invoice, and with what. Amounts are yen, days ISO. */
export interface Adjustment extends InvoiceKey {
  customerName: string;
  contractId: string;
  number: string;
  today: string;
  owed: number;
  credit: number;
  creditSince: string | null;
  lines: { n: number; nameJa: string; nameEn: string; amount: number; ratePercent: number }[];
  /** Yen without tax of it that can still be credited. */
  creditable: number;
  debts: SetOffDebt[];
  chargeKinds: readonly ChargeKind[];
  /** What waits for a second person already. */
  waiting: { approvalId: string; subject: string; amount: number }[];
}

/** The present state of an issued invoice. Throws Problem `notFound` where there is none. */
export async function readInvoiceState(tx: Handle, key: InvoiceKey): Promise<InvoiceContext> {
  const stored = await readMachineSnapshot(tx, key.customerId, {
    ...{ machineId: key.invoiceId, kind: "invoice" },
  });
  if (!stored) throw new Problem("notFound", `no invoice ${key.invoiceId}`);
  return presentState<InvoiceContext>(stored).context;
}

/** Refuses what is no key of an invoice, before the database does. Throws Problem `notFound`. */
export function requireKey({ customerId, invoiceId }: InvoiceKey): void {
  if (!isIdentifier(customerId) || !isIdentifier(invoiceId)) {
    throw new Problem("notFound", "no identifier");
  }
}

/**
 * What finance can do about an invoice: correct it, set its credit off, write it off, or charge its contract.
 *
 * @throws Problem `notAllowed` without the role finance, `notFound` where there is no such invoice
 */
export async function readAdjustment(principal: Principal, key: InvoiceKey): Promise<Adjustment> {
  asStaff(principal, "finance");
  requireKey(key);
  const { customerId, invoiceId } = key;
  return currentPortal().database.transaction({ role: "portal_staff" }, async (tx) => {
    const context = await readInvoiceState(tx, key);
    const open = await readUnsettledInvoices(tx, customerId);
    let left = creditOf(context);
    const debts = open
      .filter((one) => one.invoiceId !== invoiceId)
      .map(({ invoiceId: id, number, dueDay, owed }) => {
        const preset = Math.min(left, owed);
        left -= preset;
        return { invoiceId: id, number, dueDay, owed, preset };
      });
    return {
      ...{ customerId, invoiceId, contractId: context.contractId, number: context.number ?? "" },
      customerName: await readCustomerName(tx, customerId),
      today: tokyoDay(principal.receivedAt).toString(),
      ...{ owed: outstanding(context), credit: creditOf(context) },
      creditSince: creditSince(context),
      lines: context.lines.map(({ nameJa, nameEn, amount, ratePercent }, n) => {
        return { n, nameJa, nameEn, amount, ratePercent };
      }),
      creditable: creditableRates(context).reduce((sum, { net }) => sum + net, 0),
      debts: creditOf(context) > 0 ? debts : [],
      chargeKinds,
      waiting: await readApprovalsOfInvoice(tx, key),
    };
  });
}
