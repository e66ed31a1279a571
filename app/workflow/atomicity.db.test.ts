import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database, Handle } from "#db/client.ts";
import { customerIds, moment } from "#test/helpers/commands.ts";
import { mustDo, orderAndAccept } from "#test/helpers/customer-life.ts";
import { openEngine, type TestEngine } from "#test/helpers/engine.ts";
import { optionMenu, submit } from "#test/helpers/sample-events.ts";
import { everythingStored, faultsOf } from "#test/helpers/stored.ts";

/** The statement of a transaction that fails, counted from 1; 0 for none. */
let failsAt = 0;
let statements = 0;

interface Session {
  prepareQuery(...parameters: unknown[]): unknown;
}

/** Breaks off each transaction where `failsAt` says, before the statement is sent. */
function breaking(database: Database): Database {
  return {
    ...database,
    transaction: (scope, work) =>
      database.transaction(scope, (tx: Handle) => {
        const { session } = tx as unknown as { session: Session };
        const prepare = session.prepareQuery.bind(session);
        statements = 0;
        session.prepareQuery = (...parameters) => {
          statements += 1;
          if (statements === failsAt) throw new Error("broken off");
          return prepare(...parameters);
        };
        return work(tx);
      }),
  };
}

let engine: TestEngine;
beforeAll(async () => {
  engine = await openEngine(breaking);
});
afterAll(() => engine.close());

/** Breaks `act` off before each of its statements in turn, then lets it through. Returns how many there were. */
async function breakOffEverywhere(act: () => Promise<unknown>): Promise<number> {
  const before = await everythingStored(engine.test);
  for (failsAt = 1; ; failsAt += 1) {
    try {
      await act();
      break;
    } catch (error) {
      expect(String(error) + String((error as AggregateError).errors ?? "")).toContain(
        "broken off",
      );
      expect(await everythingStored(engine.test)).toEqual(before);
    }
  }
  const all = failsAt - 1;
  failsAt = 0;
  expect(await everythingStored(engine.test)).not.toEqual(before);
  expect(await faultsOf(engine.test)).toEqual([]);
  return all;
}

test("a command broken off before any of its statements leaves nothing", async () => {
  const ids = customerIds(1);
  const at = moment("2025-03-03");
  await engine.addCustomer(ids.customerId, ids.n);
  await mustDo(engine.send(ids.contract, "owner", at, { type: "openDraft" }));
  const order = submit("2025-04-01", [optionMenu(ids.deviceId, "device", 1000)]);
  const count = await breakOffEverywhere(() =>
    engine.send(ids.contract, "owner", at, order, { commandId: "submit" }),
  );
  expect(count).toBeGreaterThanOrEqual(8);
});

test("a sweep broken off before any of its statements leaves nothing, and fires all later", async () => {
  const ids = customerIds(2);
  await orderAndAccept(engine, ids);
  // The start, its invoice with a posting, and the day on which that is overdue.
  const count = await breakOffEverywhere(() => engine.sweepAt(moment("2025-06-03", 1)));
  expect(count).toBeGreaterThanOrEqual(12);
});
