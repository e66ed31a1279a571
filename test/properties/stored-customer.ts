import { getTableColumns, getTableName } from "drizzle-orm";
import { viewTables } from "#db/queries/engine/write-views.ts";
import type {
  CustomerState,
  EffectRecord,
  EventRecord,
  MachineState,
  RowRecord,
} from "#machines/engine/change.ts";
import type { Timer } from "#machines/engine/due.ts";
import { canonicalJson } from "#machines/engine/hash.ts";
import type { View } from "#machines/engine/definition.ts";
import type { CustomerWorld } from "#machines/engine/world.ts";
import type { TestDatabase } from "#test/helpers/database.ts";

const iso = (value: string | Date) => new Date(value).toISOString();
/** By table of list columns: the column of the machine's id, and those that hold instants. */
const tables = Object.values(viewTables).map(({ table, id }) => {
  const columns = Object.entries(getTableColumns(table));
  const key = columns.find(([member]) => member === id)?.[1].name ?? "";
  const instants = columns.filter(([, { columnType }]) => columnType === "PgTimestamp");
  return { name: getTableName(table), key, instants: instants.map(([member]) => member) };
});
const camel = (name: string) =>
  name.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase());

/** A test's database has one column more, which says in which order events were written. */
export async function numberEvents(test: TestDatabase): Promise<void> {
  await test.asSuperuser(
    "alter table machine_event add column written bigint generated always as identity",
  );
}

async function readViews(test: TestDatabase, customerId: string): Promise<Map<string, View>> {
  const views = new Map<string, View>();
  for (const { name: table, key, instants } of tables) {
    const rows = await test.asSuperuser<{ id: string; view: View }>(
      `select ${key} as id, to_jsonb(t) - 'customer_id' - 'changed_at' - '${key}' as view
       from "${table}" t where customer_id = $1`,
      [customerId],
    );
    for (const { id, view } of rows) {
      const members = Object.entries(view).map(([name, value]) => {
        const member = camel(name);
        const isInstant = instants.includes(member) && typeof value === "string";
        return [member, isInstant ? iso(value) : value];
      });
      views.set(id, Object.fromEntries(members));
    }
  }
  return views;
}

async function readRows(test: TestDatabase, customerId: string): Promise<RowRecord[]> {
  const rows = await test.asSuperuser<Record<string, unknown>>(
    `select t.transaction_id as "rowId", t.machine_id as "machineId", t.seq, t.kind,
       t.day::text as day, (select jsonb_agg(jsonb_build_object('account', e.account,
         'debit', e.debit, 'credit', e.credit) order by e.n) from ledger_entry e
         where e.customer_id = t.customer_id and e.transaction_id = t.transaction_id) as postings
     from ledger_transaction t where customer_id = $1`,
    [customerId],
  );
  return rows.map(({ rowId, machineId, seq, ...row }) => {
    return { rowId, machineId, seq, row: { table: "ledger", ...row } } as unknown as RowRecord;
  });
}

/** A customer as the database holds it, in the form in which a world holds one. */
export async function storedCustomer(
  test: TestDatabase,
  { customerId }: CustomerState,
): Promise<CustomerWorld> {
  const read = <Row>(text: string) => test.asSuperuser<Row>(text, [customerId]);
  const [customer] = await read<CustomerState>(
    `select customer_id as "customerId", number, contract_counter as "contractCounter",
       invoice_counter as "invoiceCounter",
       credit_note_counter as "creditNoteCounter" from customer where customer_id = $1`,
  );
  if (!customer) throw new Error(`There is no customer ${customerId}.`);
  const machines = await read<MachineState>(
    `select customer_id as "customerId", machine_id as "machineId", kind, seq,
       definition_version as "definitionVersion", snapshot, head_hash as "headHash"
     from machine where customer_id = $1`,
  );
  const events = await read<EventRecord>(
    `select customer_id as "customerId", machine_id as "machineId", seq, command_id as "commandId",
       event, actor, at, from_state as "from", to_state as "to", clauses,
       definition_version as "definitionVersion", previous_hash as "previousHash", hash
     from machine_event where customer_id = $1 order by written`,
  );
  const timers = await read<Timer>(
    `select t.machine_id as "machineId", m.kind, t.timer_id as "timerId", t.due_at as "dueAt", t.event
     from timer t left join machine m using (customer_id, machine_id) where t.customer_id = $1`,
  );
  const effects = await read<EffectRecord>(
    `select customer_id as "customerId", machine_id as "machineId", seq, n, kind, params, at
     from effect where customer_id = $1`,
  );
  const dropped = await read<Timer>(
    `select machine_id as "machineId", detail->>'timerId' as "timerId"
     from audit where customer_id = $1 and outcome = 'timer dropped'`,
  );
  const views = await readViews(test, customerId);
  const byMachine = new Map<string, Timer[]>();
  for (const timer of timers) {
    const others = byMachine.get(timer.machineId) ?? [];
    byMachine.set(timer.machineId, [...others, { ...timer, dueAt: iso(timer.dueAt) }]);
  }
  return {
    customer,
    machines: new Map(
      machines.map((each) => [each.machineId, { ...each, view: views.get(each.machineId) ?? {} }]),
    ),
    timers: byMachine,
    events: events.map((event) => ({ ...event, at: iso(event.at) })),
    rows: await readRows(test, customerId),
    effects: effects.map((effect) => ({ ...effect, at: iso(effect.at) })),
    dropped,
  };
}

const sorted = (items: readonly unknown[]) => items.map((item) => canonicalJson(item)).toSorted();

/** What two worlds, or a world and a database, must have alike of a customer. */
export function comparable({ customer, machines, timers, events, rows, effects }: CustomerWorld) {
  return {
    customer,
    machines: sorted([...machines.values()].map(({ view: _, ...machine }) => machine)),
    timers: sorted([...timers.values()].flat()),
    events: sorted(events),
    rows: sorted(rows.map((row) => row)),
    effects: sorted(effects),
  };
}
