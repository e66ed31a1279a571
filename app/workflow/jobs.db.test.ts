import { DrizzleQueryError } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import type { EffectKey } from "#db/queries/effects.ts";
import { openTestDatabase, type TestDatabase } from "#test/helpers/database.ts";
import { addEffect, seeEffect } from "#test/helpers/effects.ts";
import { wallClock } from "../clock.ts";
import type { EffectHandler, EffectHandlers } from "./effect-handler.ts";
import { runEffect } from "./effects.ts";
import { jobKey, startJobs, type Jobs } from "./jobs.ts";
import { startRecovery } from "./recover.ts";

let db: TestDatabase;
let jobs: Jobs;
const faults: Error[] = [];
let release = () => {};
afterEach(async () => {
  release();
  await jobs.stop();
  await db.close();
  expect(faults).toEqual([]);
});

/** A worker whose effects are done by what `perform` says. */
async function startWork(perform: EffectHandler["perform"]): Promise<void> {
  db = await openTestDatabase();
  jobs = await startJobs(db.database, (error) => faults.push(error), true);
  const { database } = db;
  const handlers = { mail: { perform } } as unknown as EffectHandlers;
  await jobs.work("effect", (key, last) =>
    runEffect({ database, clock: wallClock, jobs, handlers }, key, last),
  );
  await startRecovery({ database, clock: wallClock, jobs });
}

const addJobs = (keys: readonly EffectKey[]) =>
  db.database.transaction({ role: "portal_engine" }, (tx) => jobs.enqueue(tx, "effect", keys));

async function until(reached: () => Promise<boolean>): Promise<void> {
  while (!(await reached())) await new Promise((done) => setTimeout(done, 100));
}

const stateOf = async (key: EffectKey) => (await seeEffect(db, key)).state;

test("effects that throw, hang or are refused hold up none of the others", async () => {
  const held = new Promise<void>((resolve) => (release = resolve));
  await startWork(async ({ params }) => {
    const { poison } = params as { poison?: string };
    if (poison === "throws") {
      throw new DrizzleQueryError("select $1", ["a@b.example"], new Error("poison"));
    }
    if (poison === "refused") return { outcome: "refused", reason: "never" };
    if (poison === "hangs") await held;
    return { outcome: "done" };
  });
  const keys: EffectKey[] = [];
  for (let n = 0; n < 40; n += 1) keys.push(await addEffect(db));
  const poisons = { throws: keys[1]!, refused: keys[2]!, hangs: keys[3]! };
  for (const [poison, { machineId }] of Object.entries(poisons)) {
    const params = JSON.stringify({ poison });
    await db.asSuperuser("update effect set params = $1::text::jsonb where machine_id = $2", [
      params,
      machineId,
    ]);
  }
  await addJobs(keys);
  await until(async () => {
    const [row] = await db.asSuperuser<{ done: number }>(
      "select count(*)::int as done from effect where state = 'done'",
    );
    return row?.done === keys.length - 3;
  });
  expect(await stateOf(poisons.refused)).toBe("dead");
  expect(await stateOf(poisons.throws)).toBe("pending");
  expect(await stateOf(poisons.hangs)).toBe("pending");
  release();
  const outputs = async () => {
    const rows = await db.asSuperuser<{ output: unknown }>(
      "select output from pgboss.job where singleton_key = $1 and output is not null",
      [jobKey(poisons.throws)],
    );
    return rows.map(({ output }) => output);
  };
  await until(async () => (await outputs()).length > 0);
  expect(await outputs()).toEqual([{ message: "Error: poison" }]);
});

test("an effect whose tries were used up by crashes or errors is laid before staff", async () => {
  await startWork(async () => {
    throw new Error("poison");
  });
  const [crashed, thrown] = [await addEffect(db), await addEffect(db, { keySince: "2026-01-01" })];
  await addJobs([crashed, thrown]);
  // The last try of the one is with a worker that has died, that of the other is still to come.
  await db.asSuperuser(
    `update pgboss.job set retry_count = retry_limit, state = 'active', started_on = now(),
       heartbeat_on = now() - interval '1 hour' where singleton_key = $1`,
    [jobKey(crashed)],
  );
  await db.asSuperuser(
    `update pgboss.job set retry_count = retry_limit, state = 'retry', start_after = now()
     where singleton_key = $1`,
    [jobKey(thrown)],
  );
  await until(async () => (await stateOf(crashed)) === "dead");
  expect((await seeEffect(db, crashed)).problem).toBe("jobFailed: job heartbeat timeout");
  await until(async () => (await stateOf(thrown)) !== "pending");
  const { state, problem } = await seeEffect(db, thrown);
  // Its handler never leaves a doubt, so the one that stood in the row is gone.
  expect({ state, problem }).toEqual({ state: "dead", problem: "jobFailed: Error: poison" });
});
