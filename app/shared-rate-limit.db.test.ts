import { afterAll, beforeAll, expect, test } from "vitest";
import { dropFullBuckets } from "#db/queries/rate-limit.ts";
import { openTestDatabase, type TestDatabase } from "#test/helpers/database.ts";
import type { RateLimiter } from "./middleware/rate-limit.ts";
import { sharedRateLimiter } from "./shared-rate-limit.ts";

const secret = "a secret of the tests, 32 characters";
const limit = { burst: 3, seconds: 10 };
const start = Date.UTC(2026, 0, 1);
let testDatabase: TestDatabase;
let clock = start;
beforeAll(async () => {
  testDatabase = await openTestDatabase();
});
afterAll(() => testDatabase.close());

const process = (factor = 1) =>
  sharedRateLimiter({ database: testDatabase.database, secret, factor, now: () => clock });
const takeMany = async (limiters: RateLimiter[], key: string) => {
  const answers: boolean[] = [];
  for (const limiter of limiters) answers.push(await limiter.take(key, limit));
  return answers;
};

test("processes count together, and acts come back with time", async () => {
  clock = start;
  const [a, b] = [process(), process()];
  expect(await takeMany([a, b, a, b, a], "k")).toEqual([true, true, true, false, false]);
  clock += 9_999;
  expect(await takeMany([b], "k")).toEqual([false]);
  clock += 1;
  expect(await takeMany([process(), process()], "k")).toEqual([true, false]);
  clock += 3_600_000;
  expect(await takeMany([a, b, a, b], "k")).toEqual([true, true, true, false]);
});

test("a restart and a clock that goes back give nothing away; a factor widens", async () => {
  clock = start;
  expect(await takeMany([process(), process(), process()], "r")).toEqual([true, true, true]);
  clock -= 60_000;
  expect(await takeMany([process()], "r")).toEqual([false]);
  clock = start;
  const wide = Array.from({ length: 7 }, () => process(2));
  expect(await takeMany(wide, "wide")).toEqual([...Array(6).fill(true), false]);
});

test("of many at once no more than the burst pass", async () => {
  clock = start;
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => process().take("at once", limit)),
  );
  expect(answers.filter(Boolean)).toHaveLength(3);
});

test("the table tells nobody's address, and forgets only what is full", async () => {
  clock = start + 86_400_000;
  await takeMany([process()], "mail:kanae@secret.example");
  const rows = async () =>
    JSON.stringify(await testDatabase.asSuperuser("select bucket, full_at from rate_limit"));
  expect(await rows()).not.toContain("kanae");
  const drop = (at: number) =>
    testDatabase.database.transaction({ role: "portal_engine" }, (tx) =>
      dropFullBuckets(tx, new Date(at)),
    );
  await drop(clock + 9_999);
  expect(JSON.parse(await rows())).toHaveLength(1);
  await drop(clock + 10_000);
  expect(JSON.parse(await rows())).toHaveLength(0);
});
