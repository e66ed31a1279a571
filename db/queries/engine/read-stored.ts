import { getTableColumns, sql, type SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { rowsOf, type Handle } from "#db/client.ts";
import type { StoredMachine } from "#machines/engine/inspect.ts";
import type { MachineKey } from "./read-machines.ts";
import { viewTables } from "./write-views.ts";

/** The key before all others. */
export const firstKey: MachineKey = {
  customerId: "00000000-0000-0000-0000-000000000000",
  machineId: "00000000-0000-0000-0000-000000000000",
};

/** The key behind all others. */
const lastKey: MachineKey = {
  customerId: "ffffffff-ffff-ffff-ffff-ffffffffffff",
  machineId: "ffffffff-ffff-ffff-ffff-ffffffffffff",
};

const tuple = ({ customerId, machineId }: MachineKey) =>
  sql`(${customerId}::uuid, ${machineId}::uuid)`;

/** The key up to which a page of `size` machines behind `after` goes; null where nothing follows it. */
async function endOfPage(tx: Handle, after: MachineKey, size: number): Promise<MachineKey | null> {
  const [row] = await rowsOf<MachineKey>(
    tx,
    sql`select customer_id as "customerId", machine_id as "machineId" from machine
        where (customer_id, machine_id) > ${tuple(after)}
        order by customer_id, machine_id offset ${size - 1} limit 1`,
  );
  return row ?? null;
}

const views = Object.entries(viewTables).map(([kind, { table, id }]) => {
  const columns = getTableColumns(table as PgTable);
  const { customerId, [id]: key, changedAt: _, ...listed } = columns;
  if (!customerId || !key) throw new Error(`The table of ${kind} has no key.`);
  const members = Object.entries(listed).map(
    ([name, column]) => sql`${sql.raw(`'${name}'`)}, ${column}`,
  );
  const ofMachine = sql`${customerId} = k.customer_id and ${key} = k.machine_id`;
  return {
    keys: sql`select ${customerId}, ${key} from ${table}`,
    range: sql`(${customerId}, ${key})`,
    member: sql`${sql.raw(`'${kind}'`)}, (select jsonb_build_object(${sql.join(members, sql`, `)})
      from ${table} where ${ofMachine})`,
  };
});

/** Every table in which a machine's id may stand, so that rows without their machine are met, too. */
const sources: { keys: SQL; range: SQL }[] = [
  ...["machine", "machine_event", "timer", "chain_root_head"].map((table) => ({
    keys: sql`select customer_id, machine_id from ${sql.raw(table)}`,
    range: sql`(customer_id, machine_id)`,
  })),
  ...views,
];

type StoredRow = Omit<StoredMachine, "views"> & {
  views: Record<string, Record<string, unknown> | null>;
};

function storedOf({ events, views: found, ...row }: StoredRow): StoredMachine {
  return {
    ...row,
    // One spelling of the instant: the hash is over this one.
    events: events.map((event) => ({ ...event, at: new Date(event.at).toISOString() })),
    views: Object.fromEntries(Object.entries(found).filter(([, view]) => view !== null)),
  };
}

/** Machines with all that is stored under their ids, and the key after which the next page begins. */
export interface StoredPage {
  stored: StoredMachine[];
  next: MachineKey | null;
}

/**
 * Everything stored of the next `size` machines behind `after`, in the order of their keys. One
 * statement reads it all, so that a command that is committed meanwhile is seen whole or not at all.
 */
export async function readStoredPage(
  tx: Handle,
  after: MachineKey,
  size: number,
): Promise<StoredPage> {
  const next = await endOfPage(tx, after, size);
  const upTo = next ?? lastKey;
  const keys = sources.map(
    (source) =>
      sql`${source.keys} where ${source.range} > ${tuple(after)} and ${source.range} <= ${tuple(upTo)}`,
  );
  const members = views.map(({ member }) => member);
  const same = (alias: string) =>
    sql.raw(`${alias}.customer_id = k.customer_id and ${alias}.machine_id = k.machine_id`);
  const rows = await rowsOf<StoredRow>(
    tx,
    sql`with k (customer_id, machine_id) as (${sql.join(keys, sql` union `)}),
        drops as materialized (
          select customer_id, machine_id, detail from audit where outcome = 'timer dropped'
            and customer_id between ${after.customerId}::uuid and ${upTo.customerId}::uuid
        )
        select k.customer_id as "customerId", k.machine_id as "machineId",
          (select jsonb_build_object('customerId', m.customer_id, 'machineId', m.machine_id,
              'kind', m.kind, 'seq', m.seq, 'definitionVersion', m.definition_version,
              'definitionHash', m.definition_hash,
              'snapshot', m.snapshot, 'headHash', m.head_hash)
            from machine m where ${same("m")}) as machine,
          (select coalesce(jsonb_agg(jsonb_build_object('customerId', e.customer_id,
              'machineId', e.machine_id, 'seq', e.seq, 'commandId', e.command_id,
              'event', e.event, 'actor', e.actor, 'at', e.at, 'from', e.from_state,
              'to', e.to_state, 'clauses', e.clauses, 'definitionVersion', e.definition_version,
              'previousHash', e.previous_hash, 'hash', e.hash) order by e.seq), '[]')
            from machine_event e where ${same("e")}) as events,
          (select coalesce(jsonb_agg(jsonb_build_object('timerId', t.timer_id, 'dueAt', t.due_at,
              'event', t.event) order by t.timer_id), '[]')
            from timer t where ${same("t")}) as timers,
          (select coalesce(jsonb_agg(d.detail), '[]') from drops d where ${same("d")}) as dropped,
          (select coalesce(jsonb_agg(jsonb_build_object('day', h.day, 'seq', h.seq,
              'hash', h.hash) order by h.day), '[]')
            from chain_root_head h where ${same("h")}) as heads,
          jsonb_build_object(${sql.join(members, sql`, `)}) as views
        from k order by 1, 2`,
  );
  return { stored: rows.map(storedOf), next };
}
