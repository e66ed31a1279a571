import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorld, type CustomerWorld } from "#machines/engine/world.ts";
import { definitions } from "#machines/registry.ts";
import { customerIds } from "#test/helpers/commands.ts";
import { openEngine, type TestEngine } from "#test/helpers/engine.ts";
import { randomLife, type Happening } from "#test/helpers/random-life.ts";
import { faultsOf } from "#test/helpers/stored.ts";

let engine: TestEngine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

type Row = Record<string, unknown>;

const instant = (value: unknown) => new Date(String(value)).toISOString();
const inOrder = (rows: Row[]) => rows.map((row) => JSON.stringify(row)).toSorted();

/** A customer as the database has it, in the words of a world. */
async function stored(customerId: string) {
  const read = (text: string) => engine.test.asSuperuser<Row>(text, [customerId]);
  const machines = await read(
    `select machine_id as "machineId", snapshot, seq, head_hash as "headHash" from machine
     where customer_id = $1`,
  );
  const timers = await read(
    `select machine_id as "machineId", timer_id as "timerId", due_at as "dueAt" from timer
     where customer_id = $1`,
  );
  const effects = await read(
    `select machine_id as "machineId", seq, n, kind, params->>'template' as template, at
     from effect where customer_id = $1`,
  );
  const [counters] = await read(
    `select contract_counter as contracts, invoice_counter as invoices from customer
     where customer_id = $1`,
  );
  const entries = await read(
    `select account, debit::int, credit::int from ledger_entry where customer_id = $1`,
  );
  return {
    machines: new Map(machines.map(({ machineId, ...row }) => [machineId, row])),
    timers: inOrder(timers.map((row) => ({ ...row, dueAt: instant(row["dueAt"]) }))),
    effects: inOrder(effects.map((row) => ({ ...row, at: instant(row["at"]) }))),
    entries: inOrder(entries),
    counters,
  };
}

/** The same of a simulated customer. */
function simulated({ customer, machines, timers, effects, rows }: Readonly<CustomerWorld>) {
  return {
    machines: new Map(
      [...machines].map(([id, { snapshot, seq, headHash }]) => [id, { snapshot, seq, headHash }]),
    ),
    timers: inOrder(
      [...timers.values()].flat().map(({ machineId, timerId, dueAt }) => {
        return { machineId, timerId, dueAt };
      }),
    ),
    effects: inOrder(
      effects.map(({ machineId, seq, n, kind, params, at }) => {
        return { machineId, seq, n, kind, template: params["template"] ?? null, at };
      }),
    ),
    entries: inOrder(rows.flatMap(({ row }) => row.postings).map((posting) => ({ ...posting }))),
    counters: { contracts: customer.contractCounter, invoices: customer.invoiceCounter },
  };
}

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
    const counters = { customerId, number, contractCounter: 0, invoiceCounter: 0 };
    const world = createWorld((kind) => definitions[kind], [counters]);
    for (const { at, command } of life) {
      engine.setClock(at);
      if (command) expect(await engine.dispatch(command)).toEqual(world.send(command));
      else {
        world.advance(at);
        await engine.sweepAt(at);
      }
    }
    expect(await stored(customerId)).toEqual(simulated(world.of(customerId)));
  };
  await fc.assert(fc.asyncProperty(numbered, check), {
    numRuns: 20,
    seed: 20250401,
    endOnFailure: true,
  });
  expect(await faultsOf(engine.test)).toEqual([]);
}, 120_000);
