import { getAuthTables } from "better-auth/db";
import { admin, organization, twoFactor } from "better-auth/plugins";
import { getTableColumns, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "#test/helpers/database.ts";
import * as accounts from "./accounts.ts";
import type { Scope } from "../client.ts";

let testDatabase: TestDatabase;
beforeAll(async () => {
  testDatabase = await openTestDatabase();
});
afterAll(() => testDatabase.close());

test("every table and field that the account library uses exists", () => {
  const tables = getAuthTables({ plugins: [organization(), twoFactor(), admin()] });
  for (const [model, { fields }] of Object.entries(tables)) {
    const columns = getTableColumns(accounts[model as keyof typeof accounts]);
    expect(Object.keys(columns), model).toEqual(
      expect.arrayContaining(["id", ...Object.keys(fields)]),
    );
  }
});

const secretTables = ["session", "account", "verification", "two_factor", "invitation"];
const others: Scope[] = [
  { role: "portal_app", customerId: "0190f3c2-0000-7000-8000-000000000000" },
  { role: "portal_engine" },
  { role: "portal_staff" },
];

async function tryAs(scope: Scope, statement: string): Promise<string> {
  try {
    await testDatabase.database.transaction(
      scope,
      async (tx) => void (await tx.execute(sql.raw(statement))),
    );
    return "allowed";
  } catch (error) {
    const text = `${String(error)} ${String((error as Error).cause)}`;
    if (/permission denied/.test(text)) return "refused";
    throw error;
  }
}

test.each(others)("$role reads and writes no secret of an account", async (scope) => {
  for (const table of secretTables) {
    expect(await tryAs(scope, `select 1 from "${table}"`), table).toBe("refused");
  }
  expect(await tryAs(scope, `update "user" set role = 'admin'`)).toBe("refused");
  expect(await tryAs(scope, `insert into member (id) values ('x')`)).toBe("refused");
});

test("the engine and staff read names and addresses, a tenant's session does not", async () => {
  const read = `select id, name, email from "user"`;
  expect(await Promise.all(others.map((scope) => tryAs(scope, read)))).toEqual([
    "refused",
    "allowed",
    "allowed",
  ]);
});

test("the account role reaches no table of the tenants", async () => {
  const rows = await testDatabase.asSuperuser<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v') and n.nspname in ('public', 'pgboss')
       and has_table_privilege('portal_auth', c.oid, 'select, insert, update, delete, truncate')
     order by 1`,
  );
  expect(rows.map((row) => row.name)).toEqual([
    "account",
    "invitation",
    "member",
    "organization",
    "session",
    "two_factor",
    "user",
    "verification",
  ]);
});
