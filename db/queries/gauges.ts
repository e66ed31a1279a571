import { sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";

/** Nobody needs to know more exactly how many are too many; it bounds what counting costs. */
export const mostCounted = 100_000;

/** How many jobs of a queue are in a state, and for how long the first of them could have gone. */
export interface QueueDepth {
  queue: string;
  state: string;
  jobs: number;
  /** Since the earliest job of this state was ready, at `now`; 0 where none is. */
  oldestSeconds: number;
}

/** Counts a queue's jobs that are not done, state by state. Jobs follow the wall clock: so does `now`. */
export async function readQueueDepths(tx: Handle, now: Date): Promise<QueueDepth[]> {
  const at = now.toISOString();
  const rows = await rowsOf<{ queue: string; state: string; jobs: number; oldest: number | null }>(
    tx,
    // The states once more as constants: only so the partial index can serve.
    sql`select q.name as queue, s.state,
          (select count(*)::int from (
             select 1 from pgboss.job j where j.name = q.name
               and j.state = s.state::pgboss.job_state
               and j.state in ('created', 'retry', 'active', 'failed') limit ${mostCounted}
           ) counted) as jobs,
          (select extract(epoch from ${at}::timestamptz - j.start_after)::float8 from pgboss.job j
             where j.name = q.name and j.state = s.state::pgboss.job_state
               and j.state in ('created', 'retry', 'active', 'failed') and j.blocked = false
               and j.start_after <= ${at}::timestamptz
             order by j.start_after limit 1) as oldest
        from pgboss.queue q cross join unnest(array['created', 'retry', 'active', 'failed']) s(state)
        where q.name not like '\\_\\_pgboss%' order by 1, 2`,
  );
  return rows.map(({ oldest, ...row }) => ({ ...row, oldestSeconds: Math.max(0, oldest ?? 0) }));
}

/** The deadlines that should have fired by `cutoff` (ISO instant): how many, and since when the first. */
export async function readDueTimers(
  tx: Handle,
  cutoff: string,
): Promise<{ due: number; oldestDueAt: Date | null }> {
  const [row] = await rowsOf<{ due: number; oldest: Date | string | null }>(
    tx,
    sql`select
          (select count(*)::int from (
             select 1 from timer where due_at <= ${cutoff}::timestamptz limit ${mostCounted}
           ) counted) as due,
          (select due_at from timer where due_at <= ${cutoff}::timestamptz
             order by due_at limit 1) as oldest`,
  );
  const oldest = row?.oldest ?? null;
  return { due: row?.due ?? 0, oldestDueAt: oldest === null ? null : new Date(oldest) };
}

/** How many effects, and how many webhook events, are in each state that is not an end. */
export async function readUnfinished(
  tx: Handle,
): Promise<{ effects: Record<string, number>; inbox: Record<string, number> }> {
  const rows = await rowsOf<{ source: "effects" | "inbox"; state: string; found: number }>(
    tx,
    // A long queue must not hide what waits for a person, so the states are counted apart.
    sql`select 'effects' as source, 'pending' as state, count(*)::int as found
        from (select 1 from effect where state = 'pending' limit ${mostCounted}) counted
        union all
        select 'effects', state, count(*)::int from (
          select state from effect where state in ('unknown', 'dead', 'unresolved') limit ${mostCounted}
        ) counted group by state
        union all
        select 'inbox', s.state, (select count(*)::int from (
          select 1 from inbox i where i.state = s.state limit ${mostCounted}) counted)
        from unnest(array['received', 'failed']) s(state)`,
  );
  const of = (source: string, states: string[]) =>
    Object.fromEntries(
      states.map((state) => [
        state,
        rows.find((row) => row.source === source && row.state === state)?.found ?? 0,
      ]),
    );
  return {
    effects: of("effects", ["pending", "unknown", "dead", "unresolved"]),
    inbox: of("inbox", ["received", "failed"]),
  };
}

/** Ends the transaction's statements that take longer than this. */
export async function boundStatements(tx: Handle, milliseconds: number): Promise<void> {
  await tx.execute(sql`select set_config('statement_timeout', ${String(milliseconds)}, true)`);
}
