import type { StatementEntry } from "#machines/month-close/statement.ts";
import { packageAccount } from "./accounts.ts";

/** A booking with what people know it by. */
export interface Voucher {
  /** ISO. */
  day: string;
  memo: string;
  entries: readonly StatementEntry[];
}

/** A row of a journal (仕訳帳): so many yen from one account to another. */
export interface JournalRow {
  /** The voucher's number in the file, from 1. */
  number: number;
  /** Where the row stands in its voucher. */
  place: "only" | "first" | "middle" | "last";
  day: string;
  debit: string;
  credit: string;
  amount: number;
  memo: string;
}

/**
 * The entries of a booking as rows of one debit and one credit each: what is left of one side goes on
 * with the next of the other. Sums by account and side stay what they were.
 *
 * @throws RangeError where debits and credits differ
 */
export function pairEntries(
  entries: readonly StatementEntry[],
): { debit: string; credit: string; amount: number }[] {
  const side = (of: "debit" | "credit") =>
    entries.flatMap((entry) =>
      entry[of] > 0 ? [{ account: entry.account, left: entry[of] }] : [],
    );
  const [debits, credits] = [side("debit"), side("credit")];
  const pairs: { debit: string; credit: string; amount: number }[] = [];
  while (debits[0] && credits[0]) {
    const [debit, credit] = [debits[0], credits[0]];
    const amount = Math.min(debit.left, credit.left);
    pairs.push({ debit: debit.account, credit: credit.account, amount });
    debit.left -= amount;
    credit.left -= amount;
    if (debit.left === 0) debits.shift();
    if (credit.left === 0) credits.shift();
  }
  if (debits.length + credits.length > 0) throw new RangeError("The booking does not balance.");
  return pairs;
}

/** The rows of bookings, numbered in their order, behind so many that went before. */
export function journalRows(vouchers: readonly Voucher[], before = 0): JournalRow[] {
  return vouchers.flatMap(({ day, memo, entries }, index) => {
    const pairs = pairEntries(entries);
    return pairs.map(({ debit, credit, amount }, n): JournalRow => {
      const isLast = n === pairs.length - 1;
      const place = pairs.length === 1 ? "only" : n === 0 ? "first" : isLast ? "last" : "middle";
      return {
        ...{ number: before + index + 1, place, day, amount, memo },
        ...{ debit: packageAccount(debit), credit: packageAccount(credit) },
      };
    });
  });
}
