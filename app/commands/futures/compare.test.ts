import { expect, test } from "vitest";
import type { Future } from "#machines/futures.ts";
import { compareFutures, printTable } from "./compare.ts";

const of = (contractId: string, facts: Future["facts"]): Future => {
  return { customerId: "customer", contractId, number: `C-${contractId}`, facts };
};

test("what only one of two futures has, or has otherwise, differs; a problem always does", () => {
  const before = [of("1", { renew: "2026-04-01", total: 1 }), of("2", { problem: "no migration" })];
  const after = [of("1", { total: 2, end: "2026-03-31" }), of("2", { problem: "no migration" })];
  const differences = compareFutures(before, after);
  expect(
    differences.map(({ contractId, what, before: was, after: is }) => [contractId, what, was, is]),
  ).toEqual([
    ["1", "renew", "2026-04-01", null],
    ["1", "total", 1, 2],
    ["1", "end", null, "2026-03-31"],
    ["2", "problem", "no migration", "no migration"],
  ]);
  expect(compareFutures(before.slice(0, 1), before.slice(0, 1))).toEqual([]);
  expect(printTable(differences.slice(0, 2), "v1.4")).toBe(
    [
      "contract  what   v1.4        working tree",
      "C-1       renew  2026-04-01  -",
      "C-1       total  1           2",
      "",
    ].join("\n"),
  );
});

test("a contract that the other release does not tell of differs in everything", () => {
  expect(compareFutures([], [of("1", { renew: "2026-04-01" })])).toMatchObject([
    { what: "renew", before: null, after: "2026-04-01" },
  ]);
});
