import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "#test/helpers/database.ts";
import { startNode } from "#test/helpers/processes.ts";
import { openPostgres } from "./client.ts";

/** A connection's pipeline is full at this many queries in flight, by the driver's default. */
const full = 100;

/** A process of its own: the fault also leaves a rejection that nobody can catch. */
const writeThroughOnePool = `
  import postgres from "postgres";
  process.on("unhandledRejection", () => {});
  const pool = postgres(process.env.TEST_URL, { max: 1, connection: { role: "portal_engine" } });
  await pool\`select 1\`;
  const waiting = Array.from({ length: Number(process.env.IN_FLIGHT) }, () => pool.unsafe("select 1"));
  for (const query of waiting) void query.execute();
  const [transaction] = await Promise.allSettled([
    pool.begin((tx) => tx.unsafe("insert into written values (1)")),
    ...waiting,
  ]);
  const [row] = await pool.unsafe("insert into written values (2) returning id");
  await pool.end();
  console.log(\`transaction \${transaction.status}, acknowledged \${row.id}\`);
`;

/**
 * postgres.js 3.4.9 sends BEGIN into a full pipeline without reserving the connection. The transaction
 * stays open on it, and what plain queries then write is acknowledged and never committed.
 */
describe.runIf(inject("databaseTemplate").kind === "postgres")("the driver's full pipeline", () => {
  let testDatabase: TestDatabase;
  beforeEach(async () => {
    testDatabase = await openTestDatabase();
    await testDatabase.asSuperuser("create table written (id int primary key)");
    await testDatabase.asSuperuser("grant select, insert on written to portal_engine, portal_auth");
  });
  afterEach(() => testDatabase.close());

  const stored = async () => {
    const rows = await testDatabase.asSuperuser<{ id: number }>(
      "select id from written order by 1",
    );
    return rows.map((row) => row.id);
  };

  test.each([
    { inFlight: full - 1, kept: [1, 2] },
    { inFlight: full, kept: [] },
  ])(
    "one pool for all with $inFlight queries in flight keeps $kept",
    async ({ inFlight, kept }) => {
      const child = startNode(["--input-type=module", "--eval", writeThroughOnePool], {
        TEST_URL: testDatabase.url,
        IN_FLIGHT: String(inFlight),
      });
      const outcome = kept.length > 0 ? "fulfilled" : "rejected";
      await child.waitFor(new RegExp(`transaction ${outcome}, acknowledged 2\n`));
      await child.exited;
      expect(await stored()).toEqual(kept);
    },
  );

  test.each([1, 3])(
    "our pools of %i keep every acknowledged write under that stress",
    async (size) => {
      const database = openPostgres(testDatabase.url ?? "", size);
      const acknowledged: number[] = [];
      const plain: Promise<unknown>[] = [];
      const write = async (id: number) => {
        const work = database.transaction({ role: "portal_engine" }, async (tx) => {
          // Fills the pipeline of the transaction's own connection before the write.
          const reads = Array.from({ length: id % 7 === 0 ? full : 1 }, () =>
            tx.execute(sql`select 1`),
          );
          await tx.execute(sql`insert into written values (${id})`);
          await Promise.all(reads);
          if (id % 5 === 0) throw new Error("given up");
        });
        await work.then(
          () => acknowledged.push(id),
          (error: Error) => expect(error.message).toBe("given up"),
        );
      };
      const writes: Promise<void>[] = [];
      for (let id = 1; id <= 2000; id += 1) {
        writes.push(write(id));
        plain.push(
          database.accounts
            .execute(sql`insert into written values (${-id})`)
            .then(() => acknowledged.push(-id)),
        );
        if (id % full === 0) await new Promise((resolve) => setImmediate(resolve));
      }
      await Promise.all([...writes, ...plain]);
      await database.close();
      expect(acknowledged).toHaveLength(2000 + 1600);
      expect(await stored()).toEqual(acknowledged.toSorted((a, b) => a - b));
    },
  );
});
