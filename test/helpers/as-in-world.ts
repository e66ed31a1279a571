import type { CustomerWorld } from "#machines/engine/world.ts";
import type { TestDatabase } from "./database.ts";

type Row = Record<string, unknown>;

const instant = (value: unknown) => new Date(String(value)).toISOString();
const inOrder = (rows: Row[]) => rows.map((row) => JSON.stringify(row)).toSorted();

/** A customer as the database has it, in the words of a world. */
export async function storedCustomer(test: TestDatabase, customerId: string) {
  const read = (text: string) => test.asSuperuser<Row>(text, [customerId]);
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
    `select contract_counter as contracts, invoice_counter as invoices,
       credit_note_counter as "creditNotes" from customer
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
export function simulatedCustomer({
  customer,
  machines,
  timers,
  effects,
  rows,
}: Readonly<CustomerWorld>) {
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
    counters: {
      contracts: customer.contractCounter,
      invoices: customer.invoiceCounter,
      creditNotes: customer.creditNoteCounter,
    },
  };
}
