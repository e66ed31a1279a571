import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "#test/helpers/database.ts";
import { changeUrl } from "#test/helpers/database-setup.ts";
import { migratePostgres } from "./migrate.ts";
import { migrationFiles } from "./migration-files.ts";

let testDatabase: TestDatabase;
beforeEach(async () => {
  testDatabase = await openTestDatabase();
});
afterEach(() => testDatabase.close());

const names = () => migrationFiles().map((file) => file.name);
const landed = async () => {
  const rows = await testDatabase.asSuperuser<{ name: string }>(
    "select name from portal_migration order by name",
  );
  return rows.map((row) => row.name);
};

test("every migration has landed, and a second run applies none", async () => {
  expect(await landed()).toEqual(names());
  expect(await testDatabase.migrate()).toEqual([]);
  expect(await landed()).toEqual(names());
});

test("an edited migration is refused, and nothing is left open or locked behind it", async () => {
  const first = names()[0] ?? "";
  const change = (text: string) =>
    testDatabase.asSuperuser("update portal_migration set hash = $2 where name = $1", [
      first,
      text,
    ]);
  const [row] = await testDatabase.asSuperuser<{ hash: string }>(
    "select hash from portal_migration where name = $1",
    [first],
  );
  await change("edited");
  await expect(testDatabase.migrate()).rejects.toThrow(
    `Migration ${first} was edited after it landed. Add a new one instead.`,
  );
  const [session] = await testDatabase.asSuperuser<{ user: string; locks: number }>(
    `select current_user as "user", (select count(*)::int from pg_locks where locktype = 'advisory') as locks`,
  );
  expect(session?.locks).toBe(0);
  expect(session?.user).not.toBe("portal_owner");
  await change(row?.hash ?? "");
  expect(await testDatabase.migrate()).toEqual([]);
});

test("a file that fails leaves the database as it was", async () => {
  const [first = "", ...others] = names();
  await testDatabase.asSuperuser("delete from portal_migration where name = $1", [first]);
  await expect(testDatabase.migrate()).rejects.toThrow(/already exists/);
  expect(await landed()).toEqual(others);
});

test.runIf(inject("databaseTemplate").kind === "postgres")(
  "a database owner who may make roles but is no superuser can migrate, several times at once",
  async () => {
    const url = testDatabase.superuserUrl ?? "";
    const owner = `portal_deployer_${randomBytes(4).toString("hex")}`;
    const superuser = postgres(url, { max: 1, onnotice: () => {} });
    await superuser.unsafe(`create role ${owner} login createrole password 'deploy'`);
    await superuser.unsafe(`create database ${owner} owner ${owner}`);
    try {
      const own = changeUrl(url, { database: owner, user: owner, password: "deploy" });
      const runs = await Promise.all([1, 2, 3].map(() => migratePostgres(own)));
      expect(runs.toSorted((a, b) => a.length - b.length)).toEqual([[], [], names()]);
    } finally {
      await superuser.unsafe(`drop database ${owner} with (force)`);
      await superuser.unsafe(`drop role ${owner}`);
      await superuser.end();
    }
  },
);
