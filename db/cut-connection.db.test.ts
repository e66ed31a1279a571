import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "#test/helpers/database.ts";
import { startNode } from "#test/helpers/processes.ts";
import { openPostgres, rowsOf, type Database, type Handle } from "./client.ts";

/** Begins a transaction on the driver as published, cuts its connection, and lets it go on. */
const goOnAfterTheCut = `
  import { setTimeout as pause } from "node:timers/promises";
  import postgres from "postgres";
  const quiet = { max: 1, onnotice: () => {} };
  const pool = postgres(process.env.TEST_URL, { ...quiet, connection: { role: "portal_engine" } });
  const superuser = postgres(process.env.TEST_SUPERUSER_URL, quiet);
  const cut = (pid) => superuser.unsafe("select pg_terminate_backend($1::int)", [pid]);
  const first = pool.begin(async (tx) => {
    const [{ pid }] = await tx.unsafe("select pg_backend_pid() as pid");
    await cut(pid);
    await pause(300);
    await tx.unsafe("insert into written values (1)");
    await pause(300);
  });
  await first.catch(() => {});
  if (process.env.TEST_SECOND === "yes") {
    await pool.begin(async (tx) => {
      await tx.unsafe("insert into written values (2)");
      await pause(600);
    });
    console.log("committed");
    process.exit();
  }
  await pause(600);
  console.log("alive");
  process.exit();
`;

/**
 * postgres.js 3.4.9 hands statements of a transaction whose connection was cut to that connection all
 * the same: closed still, it ends the process; open again, another transaction has it.
 */
describe.runIf(inject("databaseTemplate").kind === "postgres")("a connection cut", () => {
  let testDatabase: TestDatabase;
  let database: Database;
  beforeEach(async () => {
    testDatabase = await openTestDatabase();
    database = openPostgres(testDatabase.url ?? "", 1);
    await testDatabase.asSuperuser("create table written (id int primary key)");
    await testDatabase.asSuperuser("grant select, insert on written to portal_engine");
  });
  afterEach(async () => {
    await database.close();
    await testDatabase.close();
  });

  const stored = async () => {
    const rows = await testDatabase.asSuperuser<{ id: number }>(
      "select id from written order by 1",
    );
    return rows.map((row) => row.id);
  };
  const cut = async (tx: Handle) => {
    const [row] = await rowsOf<{ pid: number }>(tx, sql`select pg_backend_pid() as pid`);
    await testDatabase.asSuperuser("select pg_terminate_backend($1::int)", [row?.pid]);
    await pause(100);
  };
  const write = (tx: Handle, id: number) => tx.execute(sql`insert into written values (${id})`);
  const engine = { role: "portal_engine" } as const;

  test.each([
    { second: "no", says: "reading 'write'", kept: [] },
    { second: "yes", says: "committed", kept: [1, 2] },
  ])(
    "under the driver as published: $says with a second transaction: $second",
    async ({ second, says, kept }) => {
      const child = startNode(["--input-type=module", "--eval", goOnAfterTheCut], {
        TEST_URL: testDatabase.url,
        TEST_SUPERUSER_URL: testDatabase.superuserUrl,
        TEST_SECOND: second,
      });
      await child.exited;
      expect(child.output()).toContain(says);
      expect(await stored()).toEqual(kept);
    },
  );

  test("fails its transaction and nothing else, and the next one has a new connection", async () => {
    const failed = database.transaction(engine, async (tx) => {
      await write(tx, 1);
      await cut(tx);
      await write(tx, 2);
    });
    await expect(failed).rejects.toThrow(/CONNECTION_CLOSED/);
    await database.transaction(engine, (tx) => write(tx, 3));
    expect(await stored()).toEqual([3]);
  });

  test("keeps what its transaction still says out of the next one", async () => {
    let late: unknown;
    const goingOn: Promise<void>[] = [];
    const failed = database.transaction(engine, (tx) => {
      const work = (async () => {
        await cut(tx);
        await pause(200);
        late = await write(tx, 1).catch((error: unknown) => error);
      })();
      goingOn.push(work);
      return work;
    });
    await expect(failed).rejects.toThrow(/CONNECTION_CLOSED/);
    await database.transaction(engine, async (tx) => {
      await write(tx, 2);
      await Promise.all(goingOn);
    });
    expect(late).toBeInstanceOf(Error);
    expect(await stored()).toEqual([2]);
  });
});
