import { sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";
import type { Change } from "#machines/engine/apply.ts";
import { writePostings } from "./write-postings.ts";
import { writeViews } from "./write-views.ts";

/** A definition's hash is stored beside each snapshot; the caller knows it, SQL does not. */
export type HashOfDefinition = (kind: string) => string;

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`;

/**
 * Writes all that one command changed. Counts are asserted: a row-level policy that hides a row
 * would otherwise lose a write in silence.
 *
 * @param now the portal's present instant, for what records when something was written
 * @throws Error where a row was not written
 */
export async function writeChange(
  tx: Handle,
  change: Change,
  now: Date,
  definitionHash: HashOfDefinition,
): Promise<void> {
  const { customer } = change;
  const machines = [...change.machines.values()];
  const written = await rowsOf(
    tx,
    sql`with counters as (
          update customer set contract_counter = ${customer.contractCounter},
            invoice_counter = ${customer.invoiceCounter}
          where customer_id = ${customer.customerId}
            and (contract_counter, invoice_counter) is distinct from
              (${customer.contractCounter}::int, ${customer.invoiceCounter}::int)
        ), history as (
          insert into machine_event (customer_id, machine_id, seq, command_id, event, actor, at,
            recorded_at, from_state, to_state, clauses, definition_version, previous_hash, hash)
          select x."customerId", x."machineId", x.seq, x."commandId", x.event, x.actor, x.at,
            ${now.toISOString()}::timestamptz, x."from", x."to", x.clauses, x."definitionVersion",
            x."previousHash", x.hash
          from jsonb_to_recordset(${json(change.events)}) as x("customerId" uuid, "machineId" uuid,
            seq int, "commandId" text, event jsonb, actor jsonb, at timestamptz, "from" jsonb,
            "to" jsonb, clauses jsonb, "definitionVersion" int, "previousHash" text, hash text)
        ), outbox as (
          insert into effect (customer_id, machine_id, seq, n, kind, params, at)
          select x."customerId", x."machineId", x.seq, x.n, x.kind, x.params, x.at
          from jsonb_to_recordset(${json(change.effects)}) as x("customerId" uuid,
            "machineId" uuid, seq int, n int, kind text, params jsonb, at timestamptz)
        )
        insert into machine (customer_id, machine_id, kind, seq, definition_version,
          definition_hash, snapshot, head_hash, changed_at)
        select x."customerId", x."machineId", x.kind, x.seq, x."definitionVersion",
          x."definitionHash", x.snapshot, x."headHash", ${now.toISOString()}::timestamptz
        from jsonb_to_recordset(${json(
          machines.map((machine) => ({
            ...machine,
            definitionHash: definitionHash(machine.kind),
          })),
        )}) as x("customerId" uuid, "machineId" uuid, kind text, seq int, "definitionVersion" int,
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
  await writeTimers(tx, change);
  await writeViews(tx, machines, now);
  await writePostings(tx, change, now);
}

/** Makes a machine's timer rows equal to its deadlines. */
async function writeTimers(tx: Handle, change: Change): Promise<void> {
  const machines = [...change.machines.values()];
  const touched = machines.map(({ customerId, machineId }) => ({ customerId, machineId }));
  const wanted = machines.flatMap(({ customerId, machineId, deadlines }) =>
    deadlines.map(({ id, dueAt, event }) => ({ customerId, machineId, id, dueAt, event })),
  );
  await tx.execute(
    sql`with wanted as (
          select * from jsonb_to_recordset(${json(wanted)}) as x("customerId" uuid,
            "machineId" uuid, id text, "dueAt" timestamptz, event jsonb)
        ), gone as (
          delete from timer t
          using jsonb_to_recordset(${json(touched)}) as m("customerId" uuid, "machineId" uuid)
          where t.customer_id = m."customerId" and t.machine_id = m."machineId" and not exists (
            select from wanted w where w."customerId" = t.customer_id
              and w."machineId" = t.machine_id and w.id = t.timer_id)
        )
        insert into timer (customer_id, machine_id, timer_id, due_at, event)
        select "customerId", "machineId", id, "dueAt", event from wanted
        on conflict (customer_id, machine_id, timer_id)
          do update set due_at = excluded.due_at, event = excluded.event
          where (timer.due_at, timer.event) is distinct from (excluded.due_at, excluded.event)`,
  );
}
