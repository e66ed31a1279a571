import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CustomerState } from "#machines/engine/change.ts";
import { openEngine, type TestEngine } from "#test/helpers/engine.ts";
import { answerFaults, committedCommands, type Answer } from "./answers.ts";
import { addBesideTable, createClients, hasBeside } from "./clients.ts";
import { createFailPoints, type FailPoint, type FailPoints } from "./fail-points.ts";
import { faultsOfCustomer } from "./invariants.ts";
import { newCustomers, planOf, worldOf } from "./plan.ts";
import { settingsOf } from "./settings.ts";
import { stepsOf, type Step } from "./steps.ts";
import { comparable, numberEvents, storedCustomer } from "./stored-customer.ts";

const usualRuns = 200;
const { parameters, runs } = settingsOf("lives on the database", usualRuns);
const perRun = 3;

let engine: TestEngine;
let points: FailPoints;
beforeAll(async () => {
  engine = await openEngine();
  await numberEvents(engine.test);
  await addBesideTable(engine);
  points = createFailPoints(engine.database);
});
afterAll(() => engine.close());

let customersSoFar = 0;

async function addCustomers(): Promise<CustomerState[]> {
  const customers = newCustomers(customersSoFar + 1, perRun);
  customersSoFar += perRun;
  for (const { customerId, number } of customers) await engine.addCustomer(customerId, number);
  return customers;
}

/** What must be in the database exactly once: a job for each effect, a row beside each such command. */
async function onceFaults(customers: readonly CustomerState[]): Promise<string[]> {
  const ids = customers.map(({ customerId }) => customerId);
  const jobs = await engine.test.asSuperuser<{ key: string; jobs: number }>(
    `select concat_ws('/', e.machine_id, e.seq, e.n) as key, count(j.id)::int as jobs from effect e
     left join pgboss.job j on j.name = 'effect' and j.data = jsonb_build_object('customerId',
       e.customer_id, 'machineId', e.machine_id, 'seq', e.seq, 'n', e.n)
     where e.customer_id = any($1::uuid[]) group by 1 having count(j.id) <> 1`,
    [ids],
  );
  const strays = await engine.test.asSuperuser<{ data: unknown }>(
    `select data from pgboss.job j where name = 'effect' and data->>'customerId' = any($1)
     and not exists (select from effect e where j.data->>'machineId' = e.machine_id::text
       and (j.data->>'seq')::int = e.seq and (j.data->>'n')::int = e.n)`,
    [ids],
  );
  return [
    ...jobs.map(({ key, jobs: count }) => `the effect ${key} has ${count} jobs`),
    ...strays.map(({ data }) => `the job ${JSON.stringify(data)} has no effect`),
  ];
}

async function besideOf({ customerId }: CustomerState): Promise<string[]> {
  const rows = await engine.test.asSuperuser<{ key: string }>(
    `select b.machine_id || ' ' || b.command_id as key from beside b
     join machine m using (machine_id) where m.customer_id = $1 order by 1`,
    [customerId],
  );
  return rows.map(({ key }) => key);
}

async function check(customers: CustomerState[], answers: readonly Answer[], end: string) {
  const world = worldOf(customers);
  for (const customer of customers) {
    const stored = await storedCustomer(engine.test, customer);
    expect(faultsOfCustomer(stored)).toEqual([]);
    expect(answerFaults(stored, answers)).toEqual([]);
    const commands = committedCommands(stored);
    for (const command of commands) {
      const expected = { command, outcome: { ok: true, repeated: false } };
      expect({ command, outcome: world.send(command) }).toMatchObject(expected);
    }
    expect(comparable(stored)).toEqual(comparable(world.of(customer.customerId)));
    const beside = commands
      .filter((command) => command.actor.kind !== "timer" && hasBeside(command))
      .map(({ machineId, commandId }) => `${machineId} ${commandId}`);
    expect(await besideOf(customer)).toEqual(beside.toSorted());
  }
  expect(world.advance(end)).toBe(0);
  expect(await onceFaults(customers)).toEqual([]);
}

const failPoints: fc.Arbitrary<FailPoint[]> = fc.array(
  fc.record({
    after: fc.oneof(fc.nat(15), fc.nat(60), fc.nat(200)),
    breaks: fc.constantFrom("process", "process", "connection"),
  }),
  { minLength: 1, maxLength: 8, size: "max" },
);

test("lives broken off anywhere come to what a world makes of what was committed", async () => {
  const property = async (steps: Step[], broken: FailPoint[]) => {
    // What an earlier run left waiting is not this one's business.
    await engine.test.asSuperuser("delete from timer");
    await engine.test.asSuperuser("delete from pgboss.job");
    const customers = await addCustomers();
    const { bursts } = planOf(customers, steps);
    const last = Date.parse(bursts.at(-1)?.at ?? "");
    const end = new Date(last + 200 * 86_400_000).toISOString();
    const answers: Answer[] = [];
    points.set(broken);
    const perform = createClients(engine, points);
    for (const burst of bursts) answers.push(...(await perform(burst)));
    await perform({ at: end, sweeps: true, commands: [] });
    points.set([]);
    await check(customers, answers, end);
  };
  await fc.assert(fc.asyncProperty(stepsOf(12), failPoints, property), parameters);
  if (runs < usualRuns) return;
  const table = [...points.places].map(([place, counts]) => ({ place, ...counts }));
  console.table(table);
  const spared = table.filter(({ passed, struck }) => passed > 1000 && struck === 0);
  expect(spared).toEqual([]);
}, 900_000);
