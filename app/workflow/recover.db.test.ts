import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { EffectKey } from "#db/queries/effects.ts";
import { openTestDatabase, type TestDatabase } from "#test/helpers/database.ts";
import { addEffect, seeEffect, seeJobs } from "#test/helpers/effects.ts";
import { wallClock } from "../clock.ts";
import { jobKey, mostTries, startJobs, type Jobs } from "./jobs.ts";
import { recoverOnce } from "./recover.ts";

let db: TestDatabase;
let jobs: Jobs;
beforeAll(async () => {
  db = await openTestDatabase();
  jobs = await startJobs(db.database, () => {}, false);
});
afterAll(async () => {
  await jobs.stop();
  await db.close();
});
beforeEach(async () => {
  await db.asSuperuser("delete from effect");
  await db.asSuperuser("delete from inbox");
  await db.asSuperuser("delete from pgboss.job");
});

const start = { effects: null, inbox: null };
const recover = (beat = start, most?: number) =>
  recoverOnce({ database: db.database, clock: wallClock, jobs }, beat, most);

const enqueue = (key: EffectKey) =>
  db.database.transaction({ role: "portal_engine" }, (tx) => jobs.enqueue(tx, "effect", [key]));

/** Makes the queue's record of a job say something else. */
const setJobs = (key: string, change: string) =>
  db.asSuperuser(`update pgboss.job set ${change} where singleton_key = $1`, [key]);

async function addEvent(): Promise<{ provider: string; eventId: string }> {
  const key = { provider: "stripe", eventId: `evt_${randomUUID()}` };
  await db.asSuperuser(
    `insert into inbox (provider, event_id, type, body, received_at, state)
     values ($1, $2, 'payment_intent.succeeded', '{}', now(), 'received')`,
    [key.provider, key.eventId],
  );
  return key;
}

const eventOf = async ({ eventId }: { eventId: string }) =>
  (
    await db.asSuperuser<{ state: string; outcome: string | null }>(
      "select state, outcome from inbox where event_id = $1",
      [eventId],
    )
  )[0];

describe("an effect whose job has vanished", () => {
  test.each(["pending", "unknown"])("and that is %s gets one new job", async (state) => {
    const key = await addEffect(db, { state, attempts: 3 });
    expect(await recover()).toMatchObject({ revived: 1, givenUp: 0 });
    expect(await recover()).toMatchObject({ revived: 0, givenUp: 0 });
    expect(await seeJobs(db, jobKey(key))).toMatchObject([{ name: "effect", state: "created" }]);
  });

  test("with its tries used up is laid before staff", async () => {
    const known = await addEffect(db, { attempts: mostTries });
    const doubted = await addEffect(db, { attempts: mostTries, keySince: "2026-01-01" });
    expect(await recover()).toMatchObject({ revived: 0, givenUp: 2 });
    expect(await seeEffect(db, known)).toMatchObject({ state: "dead", problem: "jobLost" });
    expect(await seeEffect(db, doubted)).toMatchObject({ state: "unresolved" });
  });

  test("whatever the number of rounds at once, gets one job", async () => {
    const keys = await Promise.all(Array.from({ length: 5 }, () => addEffect(db)));
    await Promise.all(Array.from({ length: 6 }, () => recover()));
    for (const key of keys) expect(await seeJobs(db, jobKey(key))).toHaveLength(1);
  });

  test("is found by rounds that each look at a few rows only", async () => {
    for (let n = 0; n < 7; n += 1) await addEffect(db);
    const revived: number[] = [];
    let beat: Parameters<typeof recoverOnce>[1] = start;
    for (let round = 0; round < 4; round += 1) {
      const found = await recoverOnce({ database: db.database, clock: wallClock, jobs }, beat, 3);
      revived.push(found.revived);
      beat = found.next;
    }
    // The third round reaches the end, the fourth begins anew.
    expect(revived).toEqual([3, 3, 1, 0]);
  });
});

describe("an effect whose job was given up", () => {
  test("without a word is laid before staff with the queue's reason", async () => {
    const key = await addEffect(db, { attempts: 2, keySince: "2026-01-01" });
    await enqueue(key);
    await setJobs(
      jobKey(key),
      `state = 'failed', completed_on = now(),
       output = '{"value":{"message":"job heartbeat timeout"}}'`,
    );
    expect(await recover()).toMatchObject({ revived: 0, givenUp: 1 });
    expect(await seeEffect(db, key)).toMatchObject({
      ...{ state: "unresolved", problem: "jobFailed: job heartbeat timeout" },
    });
  });

  test("is left to the dead letter that is on its way", async () => {
    const key = await addEffect(db);
    await enqueue(key);
    await setJobs(jobKey(key), "name = 'effect-dead'");
    expect(await recover()).toMatchObject({ revived: 0, givenUp: 0 });
  });
});

test.each(["created", "retry", "active"])(
  "an effect whose job is %s is left alone",
  async (state) => {
    const key = await addEffect(db);
    await enqueue(key);
    await setJobs(jobKey(key), `state = '${state}', started_on = now()`);
    expect(await recover()).toMatchObject({ revived: 0, givenUp: 0 });
    expect(await seeJobs(db, jobKey(key))).toMatchObject([{ state }]);
  },
);

test.each(["done", "dead", "unresolved"])("an effect that is %s needs no job", async (state) => {
  await addEffect(db, { state });
  expect(await recover()).toMatchObject({ revived: 0, givenUp: 0 });
});

test("a webhook event gets a new job, or is laid before staff with the queue's reason", async () => {
  const [lost, failed, expected] = [await addEvent(), await addEvent(), await addEvent()];
  await db.database.transaction({ role: "portal_engine" }, (tx) =>
    jobs.enqueue(tx, "inbox", [failed, expected]),
  );
  await setJobs(
    jobKey(failed),
    `state = 'failed', completed_on = now(), output = '{"message":"Error: gone"}'`,
  );
  expect(await recover()).toMatchObject({ revived: 1, givenUp: 1 });
  expect(await recover()).toMatchObject({ revived: 0, givenUp: 0 });
  expect(await seeJobs(db, jobKey(lost))).toMatchObject([{ name: "inbox", state: "created" }]);
  expect(await eventOf(lost)).toEqual({ state: "received", outcome: null });
  expect(await eventOf(failed)).toEqual({ state: "failed", outcome: "jobFailed: Error: gone" });
  expect(await seeJobs(db, jobKey(expected))).toHaveLength(1);
});
