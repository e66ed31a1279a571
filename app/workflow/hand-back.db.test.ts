import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "#test/helpers/database.ts";
import { startJobs, type JobData, type Jobs } from "./jobs.ts";

let testDatabase: TestDatabase;
const faults: Error[] = [];
const opened: Jobs[] = [];
beforeAll(async () => {
  testDatabase = await openTestDatabase();
});
afterAll(async () => {
  await Promise.all(opened.map((jobs) => jobs.stop()));
  await testDatabase.close();
  expect(faults).toEqual([]);
});

async function openJobs(): Promise<Jobs> {
  const jobs = await startJobs(testDatabase.database, (error) => faults.push(error), true);
  opened.push(jobs);
  return jobs;
}

const keyOf = (n: number): JobData["inbox"] => ({ provider: "stripe", eventId: `evt_${n}` });
const rows = () =>
  testDatabase.asSuperuser<{ id: string; state: string }>(
    `select data->>'eventId' as id, state::text from pgboss.job where name = 'inbox' order by 1`,
  );

test("a worker that stops finishes what it can and hands the rest to another at once", async () => {
  const [first, second] = [await openJobs(), await openJobs()];
  await testDatabase.database.transaction({ role: "portal_engine" }, (tx) =>
    first.enqueue(tx, "inbox", [keyOf(1), keyOf(2), keyOf(3)]),
  );
  const begun: string[] = [];
  const ended: string[] = [];
  let allBegun = () => {};
  const whenBegun = new Promise<void>((resolve) => (allBegun = resolve));
  let release = () => {};
  const stuck = new Promise<void>((resolve) => (release = resolve));
  let finishSecond = () => {};
  const second2 = new Promise<void>((resolve) => (finishSecond = resolve));
  await first.work("inbox", async ({ eventId }) => {
    begun.push(eventId);
    if (begun.length === 3) allBegun();
    await (eventId === "evt_2" ? second2 : stuck);
    ended.push(`first ${eventId}`);
  });
  await whenBegun;

  const resting = first.rest(400);
  finishSecond();
  expect(await resting).toBe(2);
  expect(ended).toEqual(["first evt_2"]);

  let allTaken = () => {};
  const taken = new Promise<void>((resolve) => (allTaken = resolve));
  const again: string[] = [];
  await second.work("inbox", async ({ eventId }) => {
    again.push(eventId);
    if (again.includes("evt_1") && again.includes("evt_3")) allTaken();
  });
  await taken;
  // What the first still says of its hold is not heard: the hold is another's now.
  release();
  await second.rest(5000);
  await first.stop();
  const states = new Map((await rows()).map(({ id, state }) => [id, state]));
  expect([states.get("evt_1"), states.get("evt_3")]).toEqual(["completed", "completed"]);
  expect(again.toSorted()).toEqual(expect.arrayContaining(["evt_1", "evt_3"]));
});

test("nothing to do is nothing to hand back, and nothing is taken any more", async () => {
  const jobs = await openJobs();
  const taken: string[] = [];
  await jobs.work("inbox", async ({ eventId }) => void taken.push(eventId));
  await jobs.rest(5000);
  await testDatabase.database.transaction({ role: "portal_engine" }, (tx) =>
    jobs.enqueue(tx, "inbox", [keyOf(9)]),
  );
  expect(await jobs.rest(1000)).toBe(0);
  expect(taken).not.toContain("evt_9");
  expect((await rows()).find(({ id }) => id === "evt_9")?.state).toBe("created");
});
