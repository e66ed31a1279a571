import { sql, type SQL } from "drizzle-orm";
import { preparedRows, type Handle } from "#db/client.ts";
import { pipelined } from "#db/pipeline.ts";
import type { Change } from "#machines/engine/change.ts";
import { writePostings } from "./write-postings.ts";
import { writeViews } from "./write-views.ts";

/** A definition's hash is stored beside each snapshot; the caller knows it, SQL does not. */
export type HashOfDefinition = (kind: string) => string;

type ChangedMachine = Change["machines"] extends Map<string, infer Machine> ? Machine : never;

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`;

/** Of machines that several changes touched, how the last one left them. */
function lastStates(changes: readonly Change[]): ChangedMachine[] {
  const last = new Map<string, ChangedMachine>();
  for (const { machines } of changes) {
    for (const machine of machines.values()) {
      last.set(`${machine.customerId} ${machine.machineId}`, machine);
    }
  }
  return [...last.values()];
}

/**
 * Writes all that commands changed, in the order of the changes. Counts are asserted: a row-level
 * policy that hides a row would otherwise lose a write in silence. The statements are sent without
 * waiting for each other.
 *
 * @param now the portal's present instant, for what records when something was written
 * @throws Error where a row was not written
 */
export async function writeChanges(
  tx: Handle,
  changes: readonly Change[],
  now: Date,
  definitionHash: HashOfDefinition,
): Promise<void> {
  if (changes.length === 0) return;
  const machines = lastStates(changes);
  await pipelined([
    writeMachines(tx, changes, machines, now, definitionHash),
    writeViews(tx, machines, now),
    writePostings(tx, changes, now),
  ]);
}

/** Makes the machines' timer rows equal to their deadlines: parts of the statement below. */
function timerParts(changes: readonly Change[], machines: readonly ChangedMachine[]): SQL {
  // One that has just been born had no timers: to look for them would be in vain, for thousands of births a lot.
  const born = new Set(
    changes.flatMap(({ events }) =>
      events.flatMap(({ customerId, machineId, seq }) =>
        seq === 1 ? [`${customerId} ${machineId}`] : [],
      ),
    ),
  );
  const touched = machines.flatMap(({ customerId, machineId }) =>
    born.has(`${customerId} ${machineId}`) ? [] : [{ customerId, machineId }],
  );
  const wanted = machines.flatMap(({ customerId, machineId, deadlines }) =>
    deadlines.map(({ id, dueAt, event }) => ({ customerId, machineId, id, dueAt, event })),
  );
  return sql`wanted as (
          select * from jsonb_to_recordset(${json(wanted)}) as x("customerId" uuid,
            "machineId" uuid, id text, "dueAt" timestamptz, event jsonb)
        ), gone as (
          delete from timer t
          using jsonb_to_recordset(${json(touched)}) as m("customerId" uuid, "machineId" uuid)
          where t.customer_id = m."customerId" and t.machine_id = m."machineId" and not exists (
            select from wanted w where w."customerId" = t.customer_id
              and w."machineId" = t.machine_id and w.id = t.timer_id)
        ), waiting as (
          insert into timer (customer_id, machine_id, timer_id, due_at, event)
          select "customerId", "machineId", id, "dueAt", event from wanted
          on conflict (customer_id, machine_id, timer_id)
            do update set due_at = excluded.due_at, event = excluded.event
            where (timer.due_at, timer.event) is distinct from (excluded.due_at, excluded.event)
        )`;
}

/** One statement for what every command writes: each more would cost as much as several commands. */
async function writeMachines(
  tx: Handle,
  changes: readonly Change[],
  machines: readonly ChangedMachine[],
  now: Date,
  definitionHash: HashOfDefinition,
): Promise<void> {
  const events = changes.flatMap((change) => change.events);
  const effects = changes.flatMap((change) => change.effects);
  const rows = machines.map(
    ({ customerId, machineId, kind, seq, definitionVersion, snapshot, headHash }) => ({
      ...{ customerId, machineId, kind, seq, definitionVersion, snapshot, headHash },
      definitionHash: definitionHash(kind),
    }),
  );
  const written = await preparedRows(
    tx,
    sql`with history as (
          insert into machine_event (customer_id, machine_id, seq, command_id, event, actor, at,
            recorded_at, from_state, to_state, clauses, definition_version, previous_hash, hash)
          select x."customerId", x."machineId", x.seq, x."commandId", x.event, x.actor, x.at,
            ${now.toISOString()}::timestamptz, x."from", x."to", x.clauses, x."definitionVersion",
            x."previousHash", x.hash
          from jsonb_to_recordset(${json(events)}) as x("customerId" uuid, "machineId" uuid,
            seq int, "commandId" text, event jsonb, actor jsonb, at timestamptz, "from" jsonb,
            "to" jsonb, clauses jsonb, "definitionVersion" int, "previousHash" text, hash text)
        ), outbox as (
          insert into effect (customer_id, machine_id, seq, n, kind, params, at)
          select x."customerId", x."machineId", x.seq, x.n, x.kind, x.params, x.at
          from jsonb_to_recordset(${json(effects)}) as x("customerId" uuid,
            "machineId" uuid, seq int, n int, kind text, params jsonb, at timestamptz)
        ), ${timerParts(changes, machines)}
        insert into machine (customer_id, machine_id, kind, seq, definition_version,
          definition_hash, snapshot, head_hash, changed_at)
        select x."customerId", x."machineId", x.kind, x.seq, x."definitionVersion",
          x."definitionHash", x.snapshot, x."headHash", ${now.toISOString()}::timestamptz
        from jsonb_to_recordset(${json(rows)}) as x("customerId" uuid, "machineId" uuid, kind text, seq int, "definitionVersion" int,
          "definitionHash" text, snapshot jsonb, "headHash" text)
        on conflict (customer_id, machine_id) do update set seq = excluded.seq,
          definition_version = excluded.definition_version,
          definition_hash = excluded.definition_hash, snapshot = excluded.snapshot,
          head_hash = excluded.head_hash, changed_at = excluded.changed_at
          where machine.seq < excluded.seq
        returning machine_id`,
  );
  if (written.length !== machines.length) {
    throw new Error(`Wrote ${written.length} of ${machines.length} machines; all is rolled back.`);
  }
}
