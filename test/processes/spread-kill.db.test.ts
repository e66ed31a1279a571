import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { createDispatch } from "#app/workflow/dispatch.ts";
import { startJobs } from "#app/workflow/jobs.ts";
import { openPglite, openPostgres, rowsOf, type Database, type Handle } from "#db/client.ts";
import { derivedId } from "#machines/engine/hash.ts";
import { operatorCustomerId } from "#machines/engine/operator.ts";
import { customerIds, machineOf } from "#test/helpers/commands.ts";
import { makeTestStore, type TestStore } from "#test/helpers/database.ts";
import { listeningMachines as registry } from "#test/helpers/listening-machines.ts";
import { startNode } from "#test/helpers/processes.ts";

const customers = Array.from({ length: 9 }, (_, n) => customerIds(n + 1));
const machineId = derivedId(operatorCustomerId, "spread to be killed");
const key = { customerId: operatorCustomerId, machineId, seq: 1, n: 0 };
const engine = { role: "portal_engine" } as const;
const at = "2025-04-01T00:00:00.000Z";

const open = async (store: TestStore): Promise<Database> =>
  store.kind === "postgres"
    ? openPostgres(store.url, 2)
    : (await openPglite(store.folder)).database;

/** Customers with a contract each, and a spread over all of them that nobody has worked yet. */
async function prepare(database: Database): Promise<void> {
  const clock = { now: async () => new Date(at) };
  const jobs = await startJobs(database, () => {}, false);
  const dispatch = createDispatch({ database, jobs, clock, registry });
  for (const { customerId, contractId, n } of customers) {
    await database.transaction(engine, (tx) =>
      rowsOf(
        tx,
        sql`insert into customer (customer_id, number, name, created_at)
            values (${customerId}, ${n}, 'Customer', ${at})`,
      ),
    );
    const outcome = await dispatch({
      ...{ ...machineOf("contract", customerId, contractId), commandId: "begin", receivedAt: at },
      ...{ actor: { kind: "portal" } },
      event: { type: "begin", menuCode: "BASE", contractId },
    });
    expect(outcome.ok).toBe(true);
  }
  const scope = { to: "contract", statuses: ["active"], menus: null };
  const params = JSON.stringify({ scope, event: { type: "hear" } });
  await database.transaction(engine, (tx) =>
    rowsOf(
      tx,
      sql`insert into effect (customer_id, machine_id, seq, n, kind, params, at)
          values (${key.customerId}, ${machineId}, 1, 0, 'spread', ${params}::text::jsonb, ${at})`,
    ),
  );
  await jobs.stop();
}

/** How often each contract has heard, and how the effect stands. */
const read = (tx: Handle) =>
  rowsOf<{ times: number; state: string }>(
    tx,
    sql`select count(e.machine_id)::int as times, (select state from effect
          where machine_id = ${machineId}) as state
        from contract c left join machine_event e on e.machine_id = c.contract_id
          and e.event ->> 'type' = 'hear'
        group by c.contract_id`,
  );

test("killed again and again in the middle, a spread reaches every contract once", async () => {
  const store = await makeTestStore();
  const place = store.kind === "postgres" ? store.url : store.folder;
  const file = fileURLToPath(new URL("./spread-process.ts", import.meta.url));
  const start = () => startNode([file, store.kind, place, JSON.stringify(key)]);
  try {
    const before = await open(store);
    await prepare(before);
    await before.close();
    for (const machines of [1, 3, 4]) {
      const killed = start();
      await killed.waitFor(new RegExp(`(told [^]*){${machines}}`));
      await killed.kill("SIGKILL");
    }
    const last = start();
    await last.waitFor(/through/);
    expect(await last.exited).toBe(0);
    const after = await open(store);
    const rows = await after.transaction(engine, read);
    expect(rows).toEqual(customers.map(() => ({ times: 1, state: "done" })));
    await after.close();
  } finally {
    await store.close();
  }
}, 120_000);
