import type { Messages } from "#app/i18n/messages.ts";
import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { csvBytes, csvText } from "#app/usecases/finance/months/journal/csv.ts";
import type { ExportedFile } from "#app/usecases/finance/months/journal/export-journal.ts";
import { readComingTerms } from "#db/queries/money/books/coming-terms.ts";
import { readOpenInvoices } from "#db/queries/money/open-invoices.ts";
import { dayOf, endOfMonth, tokyoDay } from "#machines/calendar.ts";
import { expectedFee } from "./expected-fee.ts";
import { owedOf } from "#machines/invoice/owed.ts";

const monthsAhead = 12;

/** Why money is to come: an invoice asks for it, a term is fixed to begin, or nobody has declined it yet. */
export const certainties = ["invoiced", "fixed", "expected"] as const;
export type Certainty = (typeof certainties)[number];

/** Money that is to come, in yen, on an ISO day. */
export interface ComingMoney {
  certainty: Certainty;
  dueDay: string;
  amount: number;
  customerId: string;
  customerName: string;
  /** The invoice, or the contract whose term is to begin. */
  id: string;
  number: string;
}

/** Yen of one month, "2026-12", or of what is late already. */
export interface ForecastMonth extends Record<Certainty, number> {
  month: string;
  total: number;
}

/** What is to come until the last day of the twelfth month, this one counted. */
export interface CashForecast {
  today: string;
  lastDay: string;
  /** Open and due before today: when it comes nobody knows. */
  overdue: { amount: number; count: number };
  months: ForecastMonth[];
  sums: Omit<ForecastMonth, "month">;
  /** The month whose money is listed, if one was asked for. */
  chosen: string | null;
  listed: ComingMoney[];
}

async function readComing(principal: Principal) {
  asStaff(principal, "finance");
  const today = tokyoDay(principal.receivedAt);
  const lastDay = endOfMonth(today, monthsAhead - 1).toString();
  const read = await currentPortal().database.transaction({ role: "portal_staff" }, async (tx) => ({
    invoices: await readOpenInvoices(tx),
    terms: await readComingTerms(tx, lastDay),
  }));
  const invoiced = read.invoices.map((row): ComingMoney => {
    const { customerId, customerName, invoiceId: id, number, dueDay } = row;
    const amount = owedOf(row);
    const who = { customerId, customerName, id, number: number ?? "" };
    return { certainty: "invoiced", dueDay: dueDay ?? today.toString(), amount, ...who };
  });
  const fees = read.terms.flatMap((term): ComingMoney[] => {
    const fee = expectedFee(term);
    if (!fee || fee.amount === 0) return [];
    const { certainty, dueDay, amount } = fee;
    const { customerId, customerName, contractId: id, number } = term;
    return [{ certainty, dueDay, amount, customerId, customerName, id, number }];
  });
  const coming = [...invoiced, ...fees]
    .filter(({ dueDay }) => dueDay <= lastDay)
    .toSorted((one, other) => (one.dueDay < other.dueDay ? -1 : Number(one.dueDay > other.dueDay)));
  return { today: today.toString(), lastDay, coming };
}

function sumsOf(money: readonly ComingMoney[]): Omit<ForecastMonth, "month"> {
  const sums = { invoiced: 0, fixed: 0, expected: 0, total: 0 };
  for (const { certainty, amount } of money) {
    sums[certainty] += amount;
    sums.total += amount;
  }
  return sums;
}

/**
 * The money to come in the next 12 months by due month (入金予定), for finance: of open invoices, and of terms
 * that are fixed or expected to begin, with tax and without delay damages.
 *
 * @throws Problem `notAllowed` without the role finance
 */
export async function readCashForecast(
  principal: Principal,
  asked: { month: string | null },
): Promise<CashForecast> {
  const { today, lastDay, coming } = await readComing(principal);
  const late = coming.filter(({ dueDay }) => dueDay < today);
  const due = coming.filter(({ dueDay }) => dueDay >= today);
  const months = Array.from({ length: monthsAhead }, (_, n): ForecastMonth => {
    const month = endOfMonth(dayOf(today), n).toString().slice(0, 7);
    return { month, ...sumsOf(due.filter(({ dueDay }) => dueDay.startsWith(month))) };
  });
  const chosen = months.find(({ month }) => month === asked.month)?.month ?? null;
  return {
    ...{ today, lastDay, months, chosen },
    overdue: { amount: sumsOf(late).total, count: late.length },
    sums: sumsOf(due),
    listed: chosen ? due.filter(({ dueDay }) => dueDay.startsWith(chosen)) : [],
  };
}

/** All of it, one line an invoice or a term, as a CSV file for spreadsheets. */
export async function exportForecast(principal: Principal, words: Messages): Promise<ExportedFile> {
  const { today, coming } = await readComing(principal);
  const { ledger } = words;
  const rows = coming.map(({ dueDay, certainty, customerName, number, amount }) => [
    ...[dueDay.slice(0, 7), dueDay.replaceAll("-", "/")],
    dueDay < today ? ledger.forecast.overdue : ledger.forecast.certainties[certainty],
    ...[customerName, number, amount],
  ]);
  const bytes = csvBytes(csvText([[...ledger.forecast.columns], ...rows]), "utf-8");
  return { fileName: `cash-forecast-${today}.csv`, bytes };
}
