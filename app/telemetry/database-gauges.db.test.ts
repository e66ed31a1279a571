import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { openTestDatabase, type TestDatabase } from "#test/helpers/database.ts";
import { parseExposition, sampleOf } from "#test/helpers/exposition.ts";
import { addSample } from "#test/helpers/sample-rows.ts";
import { startJobs } from "../workflow/jobs.ts";
import { addDatabaseGauges } from "./database-gauges.ts";
import { createMetrics } from "./metrics.ts";
import { watchReadiness } from "./readiness.ts";

const customer = "01900000-0000-7000-8000-00000000000a";
const now = new Date("2026-04-01T00:10:00.000Z");
const clock = { now: async () => now };
let testDatabase: TestDatabase;
beforeAll(async () => {
  testDatabase = await openTestDatabase();
});
afterAll(() => testDatabase.close());

const scrape = async (database: Database) => {
  const metrics = createMetrics();
  addDatabaseGauges(metrics, { database, clock });
  return parseExposition(await metrics.scrape());
};
const broken = (): Database => ({
  ...testDatabase.database,
  transaction: () => Promise.reject(new Error("the database is away")),
  ping: () => Promise.reject(new Error("the database is away")),
});

test("an idle portal has nothing due, nothing waiting and nothing given up", async () => {
  const families = await scrape(testDatabase.database);
  expect(sampleOf(families, "portal_database_up")).toBe(1);
  for (const name of ["portal_timers_due", "portal_timer_oldest_due_seconds"]) {
    expect(sampleOf(families, name), name).toBe(0);
  }
  expect(sampleOf(families, "portal_dead_letters", { source: "effect" })).toBe(0);
  expect(sampleOf(families, "portal_database_pool_waiting")).toBe(0);
  expect(sampleOf(families, "portal_database_pool_size")).toBeGreaterThan(0);
});

test("what waits is counted by state, with the age of the oldest", async () => {
  const { database, asSuperuser } = testDatabase;
  const faults: Error[] = [];
  const jobs = await startJobs(database, (error) => faults.push(error), false);
  const key = { customerId: customer, machineId: customer, seq: 1 };
  await database.transaction({ role: "portal_engine" }, (tx) =>
    jobs.enqueue(
      tx,
      "effect",
      [1, 2, 3].map((n) => ({ ...key, n })),
    ),
  );
  await jobs.stop();
  await asSuperuser(
    `update pgboss.job set start_after = now() - interval '90 seconds' where name = 'effect'`,
  );
  for (let n = 0; n < 4; n += 1) {
    for (const table of ["timer", "effect", "inbox"]) {
      await addSample(testDatabase, table, customer);
    }
  }
  await asSuperuser(`update timer set due_at = '2026-04-02T00:00:00Z'`);
  await asSuperuser(
    `update timer set due_at = '2026-04-01T00:00:00Z' where ctid = (select min(ctid) from timer)`,
  );
  await asSuperuser(
    `update effect set state = (array['dead', 'pending', 'unknown', 'done'])[place]
     from (select ctid as id, row_number() over () as place from effect) numbered where ctid = id`,
  );
  await asSuperuser(
    `update inbox set state = case when ctid = (select min(ctid) from inbox) then 'failed' else 'done' end`,
  );
  const families = await scrape(database);
  expect(sampleOf(families, "portal_queue_jobs", { queue: "effect", state: "created" })).toBe(3);
  expect(sampleOf(families, "portal_queue_jobs", { queue: "inbox", state: "failed" })).toBe(0);
  const oldest = sampleOf(families, "portal_queue_oldest_ready_seconds", { queue: "effect" });
  expect(oldest).toBeGreaterThan(89);
  expect(sampleOf(families, "portal_timers_due")).toBe(1);
  expect(sampleOf(families, "portal_timer_oldest_due_seconds")).toBe(600);
  expect(sampleOf(families, "portal_effects_open", { state: "pending" })).toBe(1);
  expect(sampleOf(families, "portal_effects_open", { state: "unknown" })).toBe(1);
  expect(sampleOf(families, "portal_dead_letters", { source: "effect" })).toBe(1);
  expect(sampleOf(families, "portal_dead_letters", { source: "inbox" })).toBe(1);
  expect(faults).toEqual([]);
});

test("a database that is away makes the scrape poorer, not impossible", async () => {
  const families = await scrape(broken());
  expect(sampleOf(families, "portal_database_up")).toBe(0);
  expect(families.get("portal_timers_due")?.samples).toEqual([]);
  expect(families.get("portal_dead_letters")?.samples).toEqual([]);
});

test("many scrapes at once ask the database once", async () => {
  let asked = 0;
  const counting: Database = {
    ...testDatabase.database,
    transaction: (scope, work) => {
      asked += 1;
      return testDatabase.database.transaction(scope, work);
    },
  };
  const metrics = createMetrics();
  addDatabaseGauges(metrics, { database: counting, clock });
  const texts = await Promise.all(Array.from({ length: 20 }, () => metrics.scrape()));
  await metrics.scrape();
  expect(asked).toBe(1);
  for (const text of texts) {
    expect(sampleOf(parseExposition(text), "portal_database_up")).toBe(1);
  }
});

test("a process is ready with a migrated database, until it stops", async () => {
  const readiness = watchReadiness(testDatabase.database);
  expect(await readiness.isReady()).toBe(true);
  readiness.beginStop();
  expect(await readiness.isReady()).toBe(false);
  expect(await watchReadiness(broken()).isReady()).toBe(false);
});

test("a process is not ready before its migrations have landed", async () => {
  const [last] = await testDatabase.asSuperuser<{ name: string; hash: string }>(
    "delete from portal_migration where name = (select max(name) from portal_migration) returning name, hash",
  );
  const readiness = watchReadiness(testDatabase.database);
  expect(await readiness.isReady()).toBe(false);
  await testDatabase.asSuperuser("insert into portal_migration (name, hash) values ($1, $2)", [
    last?.name,
    last?.hash,
  ]);
  expect(await readiness.isReady()).toBe(true);
  await testDatabase.asSuperuser("insert into portal_migration (name, hash) values ($1, $2)", [
    "9999_of_a_newer_release.sql",
    "",
  ]);
  expect(await watchReadiness(testDatabase.database).isReady()).toBe(true);
});
