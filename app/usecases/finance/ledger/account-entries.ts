import type { Messages } from "#app/i18n/messages.ts";
import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { csvBytes, csvText } from "#app/usecases/finance/months/journal/csv.ts";
import type { ExportedFile } from "#app/usecases/finance/months/journal/export-journal.ts";
import {
  countAccountEntries,
  readAccountEntries,
  type AccountEntry,
} from "#db/queries/money/books/account-entries.ts";
import { tokyoDay } from "#machines/calendar.ts";
import type { Account } from "#machines/engine/outgoing.ts";
import { isAccount } from "./accounts.ts";
import { askedPeriod } from "./asked-days.ts";

const perPage = 100;
/** More than this opens in no spreadsheet. */
const mostExported = 1_000_000;

/** What an address asks for; the page is counted from 1. */
export interface AskedEntries {
  account: string;
  from: string | null;
  to: string | null;
  page: string | null;
}

/** An account's page of the general ledger (総勘定元帳). */
export interface AccountPage {
  account: Account;
  firstDay: string;
  lastDay: string;
  entries: AccountEntry[];
  count: number;
  page: number;
  pages: number;
}

function wantedOf(principal: Principal, { account, from, to }: AskedEntries) {
  asStaff(principal, "finance");
  if (!isAccount(account)) throw new Problem("notFound", "no account of the ledger");
  const today = tokyoDay(principal.receivedAt).toString();
  return { account, ...askedPeriod({ from, to }, today) };
}

/**
 * The entries of an account within a period, for finance.
 *
 * @throws Problem `notAllowed` without the role finance, `notFound` where there is no such account
 */
export async function readAccountPage(
  principal: Principal,
  asked: AskedEntries,
): Promise<AccountPage> {
  const wanted = wantedOf(principal, asked);
  return currentPortal().database.transaction({ role: "portal_staff" }, async (tx) => {
    const count = await countAccountEntries(tx, wanted);
    const pages = Math.max(1, Math.ceil(count / perPage));
    const page = Math.min(Math.max(1, Math.trunc(Number(asked.page)) || 1), pages);
    const offset = (page - 1) * perPage;
    const entries = await readAccountEntries(tx, wanted, { offset, limit: perPage });
    return { ...wanted, entries, count, page, pages };
  });
}

/** All entries of an account within a period as a CSV file for spreadsheets. Throws as `readAccountPage`. */
export async function exportAccount(
  principal: Principal,
  asked: AskedEntries,
  words: Messages,
): Promise<ExportedFile> {
  const wanted = wantedOf(principal, asked);
  const { ledger, finance } = words;
  const entries = await currentPortal().database.transaction({ role: "portal_staff" }, (tx) =>
    readAccountEntries(tx, wanted, { offset: 0, limit: mostExported }),
  );
  const rows = entries.map((entry) => [
    ...[entry.day.replaceAll("-", "/"), finance.invoice.kinds[entry.kind] ?? entry.kind],
    ...[entry.customerName ?? ledger.operator, entry.invoiceNumber ?? ""],
    ...[entry.debit, entry.credit, entry.balance, entry.transactionId],
  ]);
  const bytes = csvBytes(csvText([[...ledger.account.columns], ...rows]), "utf-8");
  const { account, firstDay, lastDay } = wanted;
  return { fileName: `${account}-${firstDay}-${lastDay}.csv`, bytes };
}
