import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "#test/helpers/database.ts";
import { addSample, sampleInsert, tablesWith } from "#test/helpers/sample-rows.ts";
import { refusals, sqlState } from "#test/helpers/sql-state.ts";
import { rowsOf, type Scope } from "./client.ts";

const a = "01900000-0000-7000-8000-00000000000a";
const b = "01900000-0000-7000-8000-00000000000b";
const tenant = (customerId: string): Scope => ({ role: "portal_app", customerId });
/** What a tenant's own session may write; everything else goes through the engine. */
const writable = ["audit", "order_form"];

let testDatabase: TestDatabase;
let tables: string[];
beforeAll(async () => {
  testDatabase = await openTestDatabase({ poolSize: 1 });
  const operatorWide = ["chain_root_head", "payout_line", "stripe_break"];
  tables = (await tablesWith(testDatabase, "customer_id")).filter(
    (table) => !operatorWide.includes(table),
  );
  for (const table of tables) {
    for (const customer of [a, b]) await addSample(testDatabase, table, customer);
  }
});
afterAll(() => testDatabase.close());

const run = (scope: Scope, statement: string) =>
  testDatabase.database.transaction(scope, (tx) =>
    rowsOf<Record<string, unknown>>(tx, sql.raw(statement)),
  );
/** The customers whose rows of `customer` the scope sees. */
const seen = async (scope: Scope) =>
  (await run(scope, `select customer_id from customer order by 1`)).map(
    (row) => row["customer_id"],
  );

test("the sample covers every tenant table", () => {
  expect(tables.length).toBeGreaterThanOrEqual(16);
  expect(tables).toContain("machine_event");
});

test("a tenant sees its own row of each table and none of another's", async () => {
  for (const table of tables) {
    const rows = await run(tenant(a), `select customer_id from "${table}"`);
    expect(rows, table).toEqual([{ customer_id: a }]);
    const foreign = `select count(*)::int as n from "${table}" where customer_id = '${b}'`;
    expect(await run(tenant(a), foreign), table).toEqual([{ n: 0 }]);
  }
});

test("without a tenant no row is seen, and engine and staff see all", async () => {
  for (const table of tables) {
    const count = `select count(*)::int as n from "${table}"`;
    expect(await run(tenant(""), count), table).toEqual([{ n: 0 }]);
    expect(await run({ role: "portal_engine" }, count), table).toEqual([{ n: 2 }]);
    expect(await run({ role: "portal_staff" }, count), table).toEqual([{ n: 2 }]);
  }
});

test("a row for another tenant is refused in every table, by policy where writing is allowed", async () => {
  for (const table of tables) {
    const insert = await sampleInsert(testDatabase, table, b);
    const refusal = run(tenant(a), insert);
    expect(await sqlState(refusal), table).toBe(refusals.insufficientPrivilege);
    const reason = writable.includes(table) ? "row-level security" : "permission denied";
    const error = (await refusal.catch((cause: unknown) => cause)) as Error;
    expect(`${error.message} ${String(error.cause)}`, table).toContain(reason);
  }
});

test("what a tenant may write it writes for itself alone", async () => {
  for (const table of writable) {
    await run(tenant(a), await sampleInsert(testDatabase, table, a));
    expect(await run(tenant(b), `select customer_id from "${table}"`)).toEqual([
      { customer_id: b },
    ]);
  }
  const change = (condition: string) =>
    run(tenant(a), `update order_form set saved_by = 'a' ${condition} returning customer_id`);
  expect(await change(`where customer_id = '${b}'`)).toEqual([]);
  expect(await change("")).toEqual([{ customer_id: a }, { customer_id: a }]);
  const move = run(tenant(a), `update order_form set customer_id = '${b}'`);
  expect(await sqlState(move)).toBe(refusals.insufficientPrivilege);
  expect(
    await run(tenant(a), `delete from order_form where customer_id = '${b}' returning 1`),
  ).toEqual([]);
});

test("staff only read", async () => {
  for (const table of tables) {
    for (const statement of [
      await sampleInsert(testDatabase, table, a),
      `delete from "${table}"`,
      `update "${table}" set customer_id = '${b}'`,
    ]) {
      const state = await sqlState(run({ role: "portal_staff" }, statement));
      expect(state, statement).toBe(refusals.insufficientPrivilege);
    }
  }
});

describe("on one connection", () => {
  test("tenants that alternate, one after the other and at once, see only their own", async () => {
    const order = Array.from({ length: 60 }, (_, n) => (n % 3 === 0 ? b : a));
    for (const customer of order) expect(await seen(tenant(customer))).toEqual([customer]);
    const atOnce = await Promise.all(order.map((customer) => seen(tenant(customer))));
    expect(atOnce).toEqual(order.map((customer) => [customer]));
  });

  test("an error leaves neither role nor tenant nor rows behind", async () => {
    const insert = await sampleInsert(testDatabase, "audit", a);
    const broken = [
      async () => {
        await run(tenant(a), "select 1 / 0");
      },
      async () => {
        await testDatabase.database.transaction(tenant(a), async (tx) => {
          await tx.execute(sql.raw(insert));
          throw new Error("the work failed");
        });
      },
    ];
    const before = await run({ role: "portal_engine" }, "select count(*)::int as n from audit");
    for (const work of broken) {
      await expect(work()).rejects.toThrow();
      expect(await seen(tenant(b))).toEqual([b]);
      expect(await seen(tenant(""))).toEqual([]);
      expect(await seen({ role: "portal_engine" })).toEqual([a, b]);
      const [session] = await run(
        { role: "portal_staff" },
        `select current_user::text as "user", current_setting('app.tenant') as tenant`,
      );
      expect(session).toEqual({ user: "portal_staff", tenant: "" });
    }
    const after = await run({ role: "portal_engine" }, "select count(*)::int as n from audit");
    expect(after).toEqual(before);
  });
});
