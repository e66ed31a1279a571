import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addTransactions,
  beginStatement,
  closeStatement,
  isStatementSigned,
  signStatement,
  type StatementTransaction,
} from "./statement.ts";

const statementOf = (transactions: readonly StatementTransaction[], month = "2026-10") =>
  closeStatement(addTransactions(beginStatement(month), transactions));

const text = fc.string({ minLength: 1, maxLength: 8 });
const day = fc.integer({ min: 1, max: 31 }).map((n) => `2026-10-${String(n).padStart(2, "0")}`);
const transaction: fc.Arbitrary<StatementTransaction> = fc
  .record({
    ...{ customerId: fc.uuid(), transactionId: fc.uuid(), machineId: fc.uuid() },
    ...{ seq: fc.nat(), kind: text, day, valueDay: fc.option(day) },
    recordedAt: fc.constantFrom("2026-10-05T00:00:00.000Z", "2026-10-06T00:00:00.000Z"),
    amounts: fc.array(fc.integer({ min: 1, max: 99_999_999 }), { minLength: 1, maxLength: 4 }),
  })
  .map(({ amounts, ...head }) => ({
    ...head,
    entries: amounts.flatMap((amount) => [
      { account: "receivables", debit: amount, credit: 0 },
      { account: "deferredRevenue", debit: 0, credit: amount },
    ]),
  }));
const month = fc.array(transaction, { minLength: 1, maxLength: 8 });

/** What anybody could do to a row, each to something else than it was. */
const changes: ((row: StatementTransaction) => StatementTransaction)[] = [
  (row) => ({ ...row, customerId: `${row.customerId}x` }),
  (row) => ({ ...row, transactionId: `${row.transactionId}x` }),
  (row) => ({ ...row, machineId: `${row.machineId}x` }),
  (row) => ({ ...row, seq: row.seq + 1 }),
  (row) => ({ ...row, kind: `${row.kind}x` }),
  (row) => ({ ...row, day: row.day === "2026-10-01" ? "2026-10-02" : "2026-10-01" }),
  (row) => ({ ...row, valueDay: row.valueDay === null ? "2026-09-30" : null }),
  (row) => ({ ...row, recordedAt: "2026-10-07T00:00:00.000Z" }),
  (row) => ({ ...row, entries: row.entries.slice(2) }),
  (row) => ({ ...row, entries: row.entries.toReversed() }),
  (row) => ({ ...row, entries: [...row.entries, ...row.entries.slice(0, 2)] }),
  ...(["account", "debit", "credit"] as const).map(
    (member) =>
      ({ entries: [first, ...others], ...row }: StatementTransaction): StatementTransaction => {
        const entry = first ?? { account: "", debit: 0, credit: 0 };
        const changed = member === "account" ? `${entry.account}x` : entry[member] + 1;
        return { ...row, entries: [{ ...entry, [member]: changed }, ...others] };
      },
  ),
];

describe("a statement", () => {
  test("sums up each account, in the order of their names", () => {
    const entries = [
      { account: "receivables", debit: 1_100, credit: 0 },
      { account: "deferredRevenue", debit: 0, credit: 1_000 },
      { account: "taxPayable", debit: 0, credit: 100 },
    ];
    const head = {
      ...{ customerId: "c", transactionId: "t", machineId: "m", seq: 1, kind: "invoiceIssued" },
      ...{ day: "2026-10-01", valueDay: null, recordedAt: "2026-10-01T00:00:00.000Z" },
    };
    const one = { ...head, entries };
    expect(statementOf([one, one])).toMatchObject({
      transactions: 2,
      totals: [
        { account: "deferredRevenue", debit: 0, credit: 2_000 },
        { account: "receivables", debit: 2_200, credit: 0 },
        { account: "taxPayable", debit: 0, credit: 200 },
      ],
    });
  });

  test("is another one with whatever is changed in a row", () => {
    fc.assert(
      fc.property(month, fc.nat(), fc.nat(), (rows, place, which) => {
        const at = place % rows.length;
        const change = changes[which % changes.length] as (typeof changes)[number];
        const changed = rows.map((row, n) => (n === at ? change(row) : row));
        expect(statementOf(changed).hash).not.toBe(statementOf(rows).hash);
      }),
      { numRuns: 300 },
    );
  });

  test("is another one with a row left out, added, or in another place, and for another month", () => {
    fc.assert(
      fc.property(month, transaction, (rows, more) => {
        const { hash } = statementOf(rows);
        expect(statementOf(rows.slice(1)).hash).not.toBe(hash);
        expect(statementOf([...rows, more]).hash).not.toBe(hash);
        expect(statementOf(rows, "2026-11").hash).not.toBe(hash);
        if (rows.length > 1) expect(statementOf(rows.toReversed()).hash).not.toBe(hash);
      }),
    );
  });

  test("is the same however the rows are handed over", () => {
    fc.assert(
      fc.property(month, fc.integer({ min: 1, max: 4 }), (rows, size) => {
        let sum = beginStatement("2026-10");
        for (let n = 0; n < rows.length; n += size) {
          sum = addTransactions(sum, rows.slice(n, n + size));
        }
        expect(closeStatement(sum)).toEqual(statementOf(rows));
      }),
    );
  });
});

describe("a signature", () => {
  const statement = statementOf([]);
  const signature = signStatement("2026-10", statement, "new");

  test("is known by any secret that is kept", () => {
    expect(isStatementSigned("2026-10", statement, signature, ["newer", "new"])).toBe(true);
    expect(isStatementSigned("2026-10", statement, signature, ["newer"])).toBe(false);
  });

  test.each([
    ["another month", "2026-11", statement],
    ["another count", "2026-10", { ...statement, transactions: 1 }],
    ["other totals", "2026-10", { ...statement, totals: [{ account: "a", debit: 1, credit: 1 }] }],
    ["another digest", "2026-10", { ...statement, hash: "0" }],
  ])("is none for %s", (_, month, changed) => {
    expect(isStatementSigned(month, changed, signature, ["new"])).toBe(false);
  });
});
