import { readHistory } from "#db/queries/engine/read-history.ts";
import { readMachines } from "#db/queries/engine/read-machines.ts";
import { canonicalJson } from "#machines/engine/hash.ts";
import { replay, verifyChain } from "#machines/engine/verify.ts";
import { definitions } from "#machines/registry.ts";
import type { TestDatabase } from "./database.ts";

const tables = [
  ...["customer", "machine", "machine_event", "timer", "effect", "audit"],
  ...[
    "contract",
    "option",
    "invoice",
    "payment",
    "bank_match",
    "ledger_transaction",
    "ledger_entry",
  ],
];

type Row = Record<string, unknown>;

/** Every row of the engine's tables, in one order. What only says when it was written is left out. */
export async function everythingStored(test: TestDatabase): Promise<Record<string, Row[]>> {
  const found: Record<string, Row[]> = {};
  for (const table of tables) {
    const rows = await test.asSuperuser<{ row: Row }>(
      `select to_jsonb(t) - 'recorded_at' - 'changed_at' - 'audit_id' as row from "${table}" t
       order by (to_jsonb(t) - 'recorded_at' - 'changed_at' - 'audit_id')::text`,
    );
    found[table] = rows.map(({ row }) => row);
  }
  const jobs = await test.asSuperuser<{ row: Row }>(
    "select data as row from pgboss.job order by data::text",
  );
  return { ...found, jobs: jobs.map(({ row }) => row) };
}

/**
 * What is wrong with what is stored: histories that are broken or lead elsewhere than their
 * snapshots, timers that are not the deadlines, ledger transactions out of balance, numbers with gaps.
 */
export async function faultsOf(test: TestDatabase): Promise<string[]> {
  const faults: string[] = [];
  const keys = await test.asSuperuser<{ customerId: string; machineId: string }>(
    `select customer_id as "customerId", machine_id as "machineId" from machine`,
  );
  const timers = await test.asSuperuser<{ machineId: string; id: string; at: Date | string }>(
    `select machine_id as "machineId", timer_id as id, due_at as at from timer`,
  );
  await test.database.transaction({ role: "portal_engine" }, async (tx) => {
    for (const key of keys) {
      const [machine] = await readMachines(tx, [key]);
      if (!machine) throw new Error(`The engine does not see machine ${key.machineId}.`);
      const definition = definitions[machine.kind];
      const history = await readHistory(tx, key);
      const broken = verifyChain(history, machine);
      if (broken) faults.push(`${machine.kind} ${key.machineId}: ${JSON.stringify(broken)}`);
      if (canonicalJson(replay(definition, history)) !== canonicalJson(machine.snapshot)) {
        faults.push(`${machine.kind} ${key.machineId}: replay gives another snapshot`);
      }
      const wanted = definition
        .deadlines(machine.snapshot as never)
        .map(({ id, dueAt }) => `${id} ${dueAt}`);
      const waiting = timers
        .filter(({ machineId }) => machineId === key.machineId)
        .map(({ id, at }) => `${id} ${new Date(at).toISOString()}`);
      if (String(wanted.toSorted()) !== String(waiting.toSorted())) {
        faults.push(`${machine.kind} ${key.machineId}: waits for ${waiting}, not ${wanted}`);
      }
    }
  });
  return [...faults, ...(await ledgerFaultsOf(test))];
}

/** Ledger transactions out of balance, and customers whose invoice numbers have gaps. */
export async function ledgerFaultsOf(test: Pick<TestDatabase, "asSuperuser">): Promise<string[]> {
  const faults: string[] = [];
  const sums = await test.asSuperuser<{ id: string }>(
    `select transaction_id as id from ledger_entry group by 1 having sum(debit) <> sum(credit)`,
  );
  faults.push(...sums.map(({ id }) => `ledger transaction ${id} is out of balance`));
  const gaps = await test.asSuperuser<{ id: string }>(
    `select c.customer_id as id from customer c left join invoice i using (customer_id)
     group by c.customer_id having count(i.number) <> c.invoice_counter
       or coalesce(max(right(i.number, 4)::int), 0) <> c.invoice_counter`,
  );
  faults.push(...gaps.map(({ id }) => `customer ${id} has a gap in its invoice numbers`));
  const skipped = await test.asSuperuser<{ id: string }>(
    `select c.customer_id as id from customer c left join credit_note n using (customer_id)
     group by c.customer_id having count(n.number) <> c.credit_note_counter
       or coalesce(max(right(n.number, 4)::int), 0) <> c.credit_note_counter`,
  );
  faults.push(...skipped.map(({ id }) => `customer ${id} has a gap in its credit notes' numbers`));
  return faults;
}
