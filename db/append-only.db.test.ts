import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "#test/helpers/database.ts";
import { addSample } from "#test/helpers/sample-rows.ts";
import { refusals, sqlState } from "#test/helpers/sql-state.ts";
import { rowsOf } from "./client.ts";

const customer = randomUUID();
let testDatabase: TestDatabase;
beforeAll(async () => {
  testDatabase = await openTestDatabase();
});
afterAll(() => testDatabase.close());

const asEngine = (statements: string[]) =>
  testDatabase.database.transaction({ role: "portal_engine" }, async (tx) => {
    for (const statement of statements) await tx.execute(sql.raw(statement));
  });

describe.each([
  "machine_event",
  "ledger_transaction",
  "ledger_entry",
  "audit",
  "consent",
  "quote",
  "chain_root_head",
  "breach_note",
])("%s", (table) => {
  beforeAll(() => addSample(testDatabase, table, customer));

  test("has no right to change or delete for the engine", async () => {
    for (const change of [`delete from "${table}"`, `update "${table}" set customer_id = null`]) {
      expect(await sqlState(asEngine([change]))).toBe(refusals.insufficientPrivilege);
    }
  });

  test("refuses change and deletion even to the superuser", async () => {
    for (const change of [
      `delete from "${table}"`,
      `update "${table}" set customer_id = customer_id`,
    ]) {
      const refused = testDatabase.asSuperuser(change);
      expect(await sqlState(refused)).toBe(refusals.appendOnly);
      await expect(refused).rejects.toThrow(`rows of ${table} are append-only`);
    }
  });
});

describe("the ledger", () => {
  const entry = (transaction: string, n: number, debit: number, credit: number) =>
    `insert into ledger_entry (customer_id, transaction_id, n, account, debit, credit)
     values ('${customer}', '${transaction}', ${n}, 'receivable', ${debit}, ${credit})`;
  const written = async (transaction: string) =>
    testDatabase.database.transaction({ role: "portal_engine" }, (tx) =>
      rowsOf(tx, sql`select n from ledger_entry where transaction_id = ${transaction} order by n`),
    );

  test("takes a transaction that balances, in whatever order", async () => {
    const transaction = randomUUID();
    await asEngine([
      entry(transaction, 0, 110, 0),
      entry(transaction, 1, 0, 100),
      entry(transaction, 2, 0, 10),
    ]);
    expect(await written(transaction)).toEqual([{ n: 0 }, { n: 1 }, { n: 2 }]);
  });

  test("refuses at commit what is out of balance by one yen", async () => {
    const transaction = randomUUID();
    const entries = [entry(transaction, 0, 110, 0), entry(transaction, 1, 0, 109)];
    const reached: number[] = [];
    const work = testDatabase.database.transaction({ role: "portal_engine" }, async (tx) => {
      for (const statement of entries) await tx.execute(sql.raw(statement));
      reached.push(entries.length);
    });
    expect(await sqlState(work)).toBe(refusals.check);
    await expect(work).rejects.toThrow(
      `ledger transaction ${transaction} is out of balance by 1 yen`,
    );
    expect(reached).toEqual([2]);
    expect(await written(transaction)).toEqual([]);
  });

  test("refuses a later entry that would unbalance a transaction", async () => {
    const transaction = randomUUID();
    await asEngine([entry(transaction, 0, 100, 0), entry(transaction, 1, 0, 100)]);
    expect(await sqlState(asEngine([entry(transaction, 2, 1, 0)]))).toBe(refusals.check);
    expect(await written(transaction)).toEqual([{ n: 0 }, { n: 1 }]);
  });

  test.each([
    ["both sides", 1, 1],
    ["neither side", 0, 0],
    ["a negative debit", -1, 0],
  ])("refuses an entry with %s", async (_, debit, credit) => {
    expect(await sqlState(asEngine([entry(randomUUID(), 0, debit, credit)]))).toBe(refusals.check);
  });
});
