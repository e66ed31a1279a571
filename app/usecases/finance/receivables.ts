import { currentPortal } from "#app/portal.ts";
import { explainDueDay } from "#app/usecases/contracts/explain-deadline.ts";
import { endedOn } from "#app/usecases/invoices/invoice-view.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { readWork, type WorkPage } from "#app/usecases/work/read-work.ts";
import { readOpenBreaks } from "#db/queries/money/comparison.ts";
import { countMismatched, listReceivedSince } from "#db/queries/money/list-payments.ts";
import { readOpenInvoices } from "#db/queries/money/open-invoices.ts";
import { dayOf, tokyoDay } from "#machines/calendar.ts";
import type { Derivation } from "#machines/calendar/derivation.ts";
import { owedOf } from "#machines/invoice/owed.ts";
import { ageOf, sumByAge, type ByAge } from "./ledger/receivables-by-age.ts";

const lateDays = 30;

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
  byAge: ByAge;
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
  /** What Stripe and the portal tell differently. */
  breaks: number;
  /** How many tasks of each kind wait for finance. */
  waiting: WorkPage["counts"];
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
    breaks: (await readOpenBreaks(tx)).length,
  }));
  const everything = { kind: null, role: "finance", owner: null, page: null };
  const { counts } = await readWork(principal, everything);
  const open = read.open.map((row): Receivable => {
    const { customerId, invoiceId, customerName, number, status, dueDay, total, credited, paid } =
      row;
    const due = dueDay ?? today.toString();
    const daysLate = dayOf(due).until(today, { largestUnit: "days" }).days;
    const owed = owedOf({ total, credited, paid });
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
    byAge: sumByAge(open.map(({ daysLate, owed }) => ({ age: ageOf(daysLate), owed }))).byAge,
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
    breaks: read.breaks,
    waiting: counts,
  };
}
