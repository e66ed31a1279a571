import { afterAll, beforeAll, expect, test } from "vitest";
import { customerIds, moment } from "#test/helpers/commands.ts";
import { orderAndAccept } from "#test/helpers/customer-life.ts";
import { openEngine, type TestEngine } from "#test/helpers/engine.ts";
import { faultsOf } from "#test/helpers/stored.ts";
import { sweep } from "./sweep.ts";
import { Stopped, untilStopped } from "./until-stopped.ts";

let engine: TestEngine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

test("a sweep that is stopped leaves whole transactions behind, and the rest to another", async () => {
  await orderAndAccept(engine, customerIds(1));
  engine.setClock(moment("2027-06-01"));
  const due = async () =>
    (await engine.test.asSuperuser(`select 1 from timer where due_at <= '2027-05-31'`)).length;
  const before = await due();
  expect(before).toBeGreaterThan(0);

  const stopAfter = (transactions: number) => {
    let begun = 0;
    return untilStopped(engine.database, () => (begun += 1) > transactions);
  };
  await expect(sweep({ ...engine, database: stopAfter(0) })).rejects.toThrow(Stopped);
  expect(await due()).toBe(before);
  await expect(sweep({ ...engine, database: stopAfter(1) })).rejects.toThrow(Stopped);
  const fired = async () =>
    (await engine.test.asSuperuser(`select 1 from machine_event where actor->>'kind' = 'timer'`))
      .length;
  const first = await fired();
  expect(first).toBeGreaterThan(0);

  await sweep(engine);
  expect(await due()).toBe(0);
  expect(await fired()).toBeGreaterThanOrEqual(first);
  expect(await faultsOf(engine.test)).toEqual([]);
});
