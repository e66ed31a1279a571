import type { Future } from "#machines/futures.ts";

/** One date or amount of a contract that is another under the present machines. */
export interface Difference {
  customerId: string;
  contractId: string;
  number: string | null;
  what: string;
  /** ISO days, instants, yen; null where there is no such thing. */
  before: string | number | null;
  after: string | number | null;
}

/** What differs between a contract's two futures; a future that can't be told always does. */
function differencesOf(before: Future, after: Future): Difference[] {
  const { customerId, contractId, number } = after;
  const names = new Set([...Object.keys(before.facts), ...Object.keys(after.facts)]);
  return [...names].flatMap((what) => {
    const [was, is] = [before.facts[what] ?? null, after.facts[what] ?? null];
    if (was === is && what !== "problem") return [];
    return [{ customerId, contractId, number, what, before: was, after: is }];
  });
}

/** What differs between two releases' futures of the same contracts. */
export function compareFutures(before: readonly Future[], after: readonly Future[]): Difference[] {
  const known = new Map(before.map((future) => [future.contractId, future]));
  return after.flatMap((future) => {
    const other = known.get(future.contractId);
    return differencesOf(other ?? { ...future, facts: {} }, future);
  });
}

/** Differences as a table under its heading, one a line. */
export function printTable(differences: readonly Difference[], ref: string): string {
  const cells = differences.map(({ number, contractId, what, before, after }) => [
    number ?? contractId,
    what,
    String(before ?? "-"),
    String(after ?? "-"),
  ]);
  const rows = [["contract", "what", ref, "working tree"], ...cells];
  const widths = rows[0]?.map((_, n) => Math.max(...rows.map((row) => row[n]?.length ?? 0))) ?? [];
  const lineOf = (row: readonly string[]) =>
    row.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join("  ");
  return rows.map((row) => `${lineOf(row).trimEnd()}\n`).join("");
}
