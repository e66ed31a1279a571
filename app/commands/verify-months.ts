import type { Database } from "#db/client.ts";
import { readMonthCloses } from "#db/queries/money/months/month-closes.ts";
import { canonicalJson } from "#machines/engine/hash.ts";
import { readStatement } from "../usecases/finance/months/read-statement.ts";

const staff = { role: "portal_staff" } as const;

/**
 * Compares every closed month of the books with the statement upon which it was closed. Whether that is the
 * one which was written, the chain of its machine says, and the signed roots above it: a statement's own
 * signature is not asked for, since its secret may have been retired.
 *
 * @returns what is wrong, a line for each
 */
export async function verifyMonths(database: Database): Promise<string[]> {
  const problems: string[] = [];
  for (const { month, status, closings } of await database.transaction(staff, readMonthCloses)) {
    const closing = closings.at(-1);
    if (!closing || status !== "closed") continue;
    const { transactions, totals, hash } = closing;
    const now = await database.transaction(staff, (tx) => readStatement(tx, month));
    if (canonicalJson(now) === canonicalJson({ transactions, totals, hash })) continue;
    problems.push(`month ${month}: the ledger is not what its statement says`);
  }
  return problems;
}
