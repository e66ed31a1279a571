import type { Messages } from "#app/i18n/messages.ts";
import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { csvBytes, csvText } from "#app/usecases/finance/months/journal/csv.ts";
import type { ExportedFile } from "#app/usecases/finance/months/journal/export-journal.ts";
import { readAccountSums, type AccountSums } from "#db/queries/money/books/trial-balance.ts";
import { tokyoDay } from "#machines/calendar.ts";
import { byPlace } from "./accounts.ts";
import { askedPeriod } from "./asked-days.ts";

/** An account in a trial balance, in yen: one of the two balances is 0. */
export interface BalanceLine extends AccountSums {
  debitBalance: number;
  creditBalance: number;
}

/** A trial balance (試算表) of a period, ISO days, both counted. Debits equal credits in each sum. */
export interface TrialBalance {
  today: string;
  firstDay: string;
  lastDay: string;
  lines: BalanceLine[];
  sums: Omit<BalanceLine, "account">;
}

function lineOf(sums: AccountSums): BalanceLine {
  const balance = sums.opening + sums.debit - sums.credit;
  return { ...sums, debitBalance: Math.max(0, balance), creditBalance: Math.max(0, -balance) };
}

/**
 * The trial balance of a period, for finance; the month up to today unless days are asked for.
 *
 * @throws Problem `notAllowed` without the role finance
 */
export async function readTrialBalance(
  principal: Principal,
  asked: { from: string | null; to: string | null },
): Promise<TrialBalance> {
  asStaff(principal, "finance");
  const today = tokyoDay(principal.receivedAt).toString();
  const period = askedPeriod(asked, today);
  const read = await currentPortal().database.transaction({ role: "portal_staff" }, (tx) =>
    readAccountSums(tx, period),
  );
  const lines = read.map(lineOf).toSorted(byPlace);
  const sumOf = (of: (line: BalanceLine) => number) =>
    lines.reduce((sum, line) => sum + of(line), 0);
  return {
    today,
    ...period,
    lines,
    sums: {
      opening: sumOf(({ opening }) => opening),
      debit: sumOf(({ debit }) => debit),
      credit: sumOf(({ credit }) => credit),
      debitBalance: sumOf(({ debitBalance }) => debitBalance),
      creditBalance: sumOf(({ creditBalance }) => creditBalance),
    },
  };
}

/** The same as a CSV file for spreadsheets. */
export async function exportTrialBalance(
  principal: Principal,
  asked: { from: string | null; to: string | null },
  words: Messages,
): Promise<ExportedFile> {
  const { lines, sums, firstDay, lastDay } = await readTrialBalance(principal, asked);
  const { ledger, finance } = words;
  const cells = (name: string, line: Omit<BalanceLine, "account">) => [
    ...[name, line.opening, line.debit, line.credit, line.debitBalance, line.creditBalance],
  ];
  const rows = lines.map((line) => cells(finance.accounts[line.account] ?? line.account, line));
  const total = cells(ledger.total, sums);
  const bytes = csvBytes(csvText([[...ledger.balance.columns], ...rows, total]), "utf-8");
  return { fileName: `trial-balance-${firstDay}-${lastDay}.csv`, bytes };
}
