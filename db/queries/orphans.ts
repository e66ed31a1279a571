import { sql, type SQL } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";
import type { EffectKey } from "./effects.ts";
import type { InboxKey } from "./inbox.ts";

/** Held by the one worker that looks for orphans; the others leave it to that one. */
const recoveryLock = 727003;

/** Where a round stopped among the open rows: the next begins behind it. */
export type Place = readonly unknown[];

/** Open rows that a round went through. */
export interface Patrol<Key> {
  /** Those that no job of the queue will come for. */
  orphans: Key[];
  /** The last row looked at; null where the end was reached. */
  place: Place | null;
}

/** Whether this transaction is the one that looks for orphans, until it ends. */
export async function lockRecovery(tx: Handle): Promise<boolean> {
  const [row] = await rowsOf<{ locked: boolean }>(
    tx,
    sql`select pg_try_advisory_xact_lock(${sql.raw(String(recoveryLock))}) as locked`,
  );
  return row?.locked === true;
}

/**
 * Whether a job still comes for a key: one that waits, is under way or was just given up. Jobs
 * under way are few, those that wait are found by an index.
 */
function isExpected(queue: "effect" | "inbox", key: SQL): SQL {
  const names = sql.raw(`('${queue}', '${queue}-dead')`);
  return sql`(exists (select from pgboss.job j where j.name in ${names}
        and j.state < 'active' and j.singleton_key = ${key})
      or ${key} in (select j.singleton_key from pgboss.job j where j.name in ${names}
        and j.state = 'active' and j.singleton_key is not null))`;
}

/**
 * Goes through effects that are not done, in the order of `effect_open`. Effect and job are written
 * together, so that an effect without a job in one statement's view has lost it.
 *
 * @param after where the last round stopped; null to begin anew
 * @param limit most rows to look at
 */
export async function patrolEffects(
  tx: Handle,
  after: Place | null,
  limit: number,
): Promise<Patrol<EffectKey>> {
  const [at, customerId, machineId, seq, n] = after ?? [];
  const behind = after
    ? sql`and (at, customer_id, machine_id, seq, n) >
        (${at}::timestamptz, ${customerId}::uuid, ${machineId}::uuid, ${seq}::int, ${n}::int)`
    : sql``;
  const rows = await rowsOf<EffectKey & { place: string; expected: boolean }>(
    tx,
    sql`select customer_id as "customerId", machine_id as "machineId", seq, n, at::text as place,
          ${isExpected("effect", sql`concat_ws('/', customer_id, machine_id, seq, n)`)} as expected
        from (select customer_id, machine_id, seq, n, at from effect
          where state in ('pending', 'unknown') ${behind}
          order by at, customer_id, machine_id, seq, n limit ${limit}) as open
        order by at, customer_id, machine_id, seq, n`,
  );
  const last = rows.length < limit ? undefined : rows.at(-1);
  return {
    orphans: rows
      .filter(({ expected }) => !expected)
      .map((row) => ({
        customerId: row.customerId,
        machineId: row.machineId,
        seq: row.seq,
        n: row.n,
      })),
    place: last ? [last.place, last.customerId, last.machineId, last.seq, last.n] : null,
  };
}

/** Goes through webhook events that are not worked yet, like `patrolEffects`, oldest first. */
export async function patrolInbox(
  tx: Handle,
  after: Place | null,
  limit: number,
): Promise<Patrol<InboxKey>> {
  const [receivedAt, provider, eventId] = after ?? [];
  const behind = after
    ? sql`and (received_at, provider, event_id) >
        (${receivedAt}::timestamptz, ${provider}::text, ${eventId}::text)`
    : sql``;
  const rows = await rowsOf<InboxKey & { place: string; expected: boolean }>(
    tx,
    sql`select provider, event_id as "eventId", received_at::text as place,
          ${isExpected("inbox", sql`concat_ws('/', provider, event_id)`)} as expected
        from (select provider, event_id, received_at from inbox
          where state = 'received' ${behind}
          order by received_at, provider, event_id limit ${limit}) as open
        order by received_at, provider, event_id`,
  );
  const last = rows.length < limit ? undefined : rows.at(-1);
  return {
    orphans: rows
      .filter(({ expected }) => !expected)
      .map(({ provider: name, eventId: id }) => ({ provider: name, eventId: id })),
    place: last ? [last.place, last.provider, last.eventId] : null,
  };
}

/** What the job queue says of the latest job that was given up, by the key of what it worked. */
export async function readFailures(
  tx: Handle,
  queue: "effect" | "inbox",
  keys: readonly string[],
): Promise<Map<string, unknown>> {
  if (keys.length === 0) return new Map();
  const rows = await rowsOf<{ key: string; output: unknown }>(
    tx,
    sql`select distinct on (singleton_key) singleton_key as key, output from pgboss.job
        where name = ${queue} and state = 'failed'
          and singleton_key in (select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb))
        order by singleton_key, completed_on desc`,
  );
  return new Map(rows.map(({ key, output }) => [key, output]));
}
