import { currentPortal } from "#app/portal.ts";
import { explainDueDay } from "#app/usecases/contracts/explain-deadline.ts";
import { endedOn } from "#app/usecases/invoices/invoice-view.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { countMismatched, listReceivedSince } from "#db/queries/money/list-payments.ts";
import { readOpenInvoices } from "#db/queries/money/open-invoices.ts";
import { dayOf, tokyoDay } from "#machines/calendar.ts";
import type { Derivation } from "#machines/calendar/derivation.ts";
import { outstanding } from "#machines/invoice/context.ts";

const lateDays = 30;

/** How long after its due day an amount is still open. */
export const ages = ["notDue", "upTo14", "upTo30", "upTo60", "over60"] as const;
export type Age = (typeof ages)[number];

/** The age of a debt by the days since its due day, which are negative before it. */
export function ageOf(daysLate: number): Age {
  if (daysLate <= 0) return "notDue";
  if (daysLate <= 14) return "upTo14";
  if (daysLate <= 30) return "upTo30";
  return daysLate <= 60 ? "upTo60" : "over60";
}

/** An open invoice. Amounts are yen; `daysLate` is negative before the due day. */
export interface Receivable {
  customerId: string;
  invoiceId: string;
  customerName: string;
  number: string;
  status: string;
  dueDay: string;
  dueDerivation: Derivation | null;
  owed: number;
  daysLate: number;
}

/** What is open and what came in lately. Amounts are yen, days ISO. */
export interface Receivables {
  today: string;
  open: Receivable[];
  outstanding: number;
  overdue: number;
  overdueCount: number;
  byAge: { age: Age; amount: number; count: number }[];
  received: {
    paymentId: string;
    customerId: string;
    invoiceId: string;
    customerName: string;
    invoiceNumber: string;
    valueDay: string;
    amount: number;
  }[];
  receivedSum: number;
  mismatched: number;
}

const sumOf = (amounts: number[]) => amounts.reduce((sum, amount) => sum + amount, 0);

/** The state of what customers owe, for finance. Throws Problem `notAllowed` for anybody else. */
export async function readReceivables(principal: Principal): Promise<Receivables> {
  asStaff(principal, "finance");
  const today = tokyoDay(principal.receivedAt);
  const since = today.subtract({ days: lateDays }).toString();
  const read = await currentPortal().database.transaction({ role: "portal_staff" }, async (tx) => ({
    open: await readOpenInvoices(tx),
    received: await listReceivedSince(tx, since),
    mismatched: await countMismatched(tx),
  }));
  const open = read.open.map((row): Receivable => {
    const { customerId, invoiceId, customerName, number, status, dueDay, total, paid } = row;
    const due = dueDay ?? today.toString();
    const daysLate = dayOf(due).until(today, { largestUnit: "days" }).days;
    const owed = outstanding({ total, paid });
    const dueDerivation = explainDueDay(row, endedOn(row.contract))?.derivation ?? null;
    const ids = { customerId, invoiceId, customerName, number: number ?? "", status };
    return { ...ids, dueDay: due, dueDerivation, owed, daysLate };
  });
  const overdue = open.filter(({ daysLate }) => daysLate > 0);
  return {
    today: today.toString(),
    open,
    outstanding: sumOf(open.map(({ owed }) => owed)),
    overdue: sumOf(overdue.map(({ owed }) => owed)),
    overdueCount: overdue.length,
    byAge: ages.map((age) => {
      const ofAge = open.filter(({ daysLate }) => ageOf(daysLate) === age);
      return { age, amount: sumOf(ofAge.map(({ owed }) => owed)), count: ofAge.length };
    }),
    received: read.received.map((row) => ({
      paymentId: row.paymentId,
      customerId: row.customerId,
      invoiceId: row.invoiceId,
      customerName: row.customerName,
      invoiceNumber: row.invoiceNumber ?? "",
      valueDay: row.valueDay ?? "",
      amount: row.amount,
    })),
    receivedSum: sumOf(read.received.map(({ amount }) => amount)),
    mismatched: read.mismatched,
  };
}
