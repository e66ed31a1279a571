import { currentPortal } from "#app/portal.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { readMonthCloses } from "#db/queries/money/months/month-closes.ts";
import { readPersonNames } from "#db/queries/operations/people.ts";
import { readOperatorProfile } from "#db/queries/operator-profile.ts";
import { canonicalJson } from "#machines/engine/hash.ts";
import type { Explanation } from "#machines/month-close/machine.ts";
import { daysOf } from "#machines/month-close/month.ts";
import { isStatementSigned } from "#machines/month-close/statement.ts";
import { requireMonthReader } from "./month-reader.ts";
import { readStatement } from "./read-statement.ts";
import { requireMonth } from "./send-to-month.ts";

/** An account's month in yen: debits exceed credits where the balance is positive. */
export interface AccountRow {
  account: string;
  opening: number;
  debit: number;
  credit: number;
  closing: number;
}

/** The statement of a closed month, and whether the ledger still says the same. */
export interface MonthStatement {
  month: string;
  firstDay: string;
  lastDay: string;
  operator: { ja: string; en: string };
  closedAt: string;
  closedByName: string | null;
  /** Which closing of the month it is, from 1. */
  version: number;
  transactions: number;
  accounts: AccountRow[];
  explanations: Explanation[];
  hash: string;
  signature: string;
  /** Whether every row is as it was stated, and whether one of the portal's secrets signed that. */
  isUnchanged: boolean;
  isSigned: boolean;
}

/**
 * The statement upon which a month was closed, compared with the ledger as it is now.
 *
 * @throws Problem `notFound` for no month and one that is not closed, `notAllowed` without the role finance or
 *   admin
 */
export async function readMonthStatement(
  principal: Principal,
  text: string,
): Promise<MonthStatement> {
  requireMonthReader(principal);
  const month = requireMonth(text);
  const { database, secrets } = currentPortal();
  return database.transaction({ role: "portal_staff" }, async (tx) => {
    const rows = await readMonthCloses(tx);
    const row = rows.find((each) => each.month === month);
    const closing = row?.closings.at(-1);
    if (!closing || row?.status !== "closed") throw new Problem("notFound", "it is not closed");
    const { transactions, totals, hash, signature } = closing;
    const opening = new Map<string, number>();
    for (const earlier of rows.filter((each) => each.month < month)) {
      for (const { account, debit, credit } of earlier.closings.at(-1)?.totals ?? []) {
        opening.set(account, (opening.get(account) ?? 0) + debit - credit);
      }
    }
    const names = [...new Set([...opening.keys(), ...totals.map(({ account }) => account)])];
    const { nameJa, nameEn } = await readOperatorProfile(tx);
    const people = await readPersonNames(tx, [closing.by]);
    return {
      ...{ month, ...daysOf(month), transactions, hash, signature },
      operator: { ja: nameJa, en: nameEn },
      closedAt: closing.at,
      closedByName: people[closing.by] ?? null,
      version: row.closings.length,
      accounts: names.toSorted().map((account) => {
        const total = totals.find((each) => each.account === account);
        const { debit, credit } = total ?? { debit: 0, credit: 0 };
        const before = opening.get(account) ?? 0;
        return { account, opening: before, debit, credit, closing: before + debit - credit };
      }),
      explanations: row.explanations,
      isUnchanged:
        canonicalJson(await readStatement(tx, month)) ===
        canonicalJson({ transactions, totals, hash }),
      isSigned: isStatementSigned(month, { transactions, totals, hash }, signature, secrets),
    };
  });
}
