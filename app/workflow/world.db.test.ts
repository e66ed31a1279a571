import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorld } from "#machines/engine/world.ts";
import { definitions } from "#machines/registry.ts";
import { simulatedCustomer, storedCustomer } from "#test/helpers/as-in-world.ts";
import { customerIds } from "#test/helpers/commands.ts";
import { openEngine, type TestEngine } from "#test/helpers/engine.ts";
import { randomLife, type Happening } from "#test/helpers/random-life.ts";
import { faultsOf } from "#test/helpers/stored.ts";

let engine: TestEngine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

test("a world and the database come to the same machines, histories, timers and effects", async () => {
  let n = 0;
  const numbered = fc.nat().chain(() => {
    n += 1;
    return fc.tuple(fc.constant(n), randomLife(n));
  });
  const check = async ([number, life]: [number, Happening[]]) => {
    const { customerId } = customerIds(number);
    const existing = await engine.test.asSuperuser(
      "select 1 from customer where customer_id = $1",
      [customerId],
    );
    if (existing.length === 0) await engine.addCustomer(customerId, number);
    const counters = {
      customerId,
      number,
      contractCounter: 0,
      invoiceCounter: 0,
      creditNoteCounter: 0,
    };
    const world = createWorld((kind) => definitions[kind], [counters]);
    for (const { at, command } of life) {
      engine.setClock(at);
      if (command) expect(await engine.dispatch(command)).toEqual(world.send(command));
      else {
        world.advance(at);
        await engine.sweepAt(at);
      }
    }
    expect(await storedCustomer(engine.test, customerId)).toEqual(
      simulatedCustomer(world.of(customerId)),
    );
  };
  await fc.assert(fc.asyncProperty(numbered, check), {
    numRuns: 20,
    seed: 20250401,
    endOnFailure: true,
  });
  expect(await faultsOf(engine.test)).toEqual([]);
}, 120_000);
