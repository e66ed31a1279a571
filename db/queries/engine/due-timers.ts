import { sql } from "drizzle-orm";
import { preparedRows, type Handle } from "#db/client.ts";
import type { Timer } from "#machines/engine/due.ts";
import type { MachineEvent, MachineKind } from "#machines/engine/outgoing.ts";

/** A timer with the customer whose machine set it. */
export interface CustomerTimer extends Timer {
  customerId: string;
}

/** Whose timers are asked for, and up to which ISO instant they are due. */
export interface DueQuestion {
  customerId: string;
  cutoff: string;
}

/** The due timers of customers, each customer's in the order in which they fire, `mostEach` at most. */
export async function readDueTimers(
  tx: Handle,
  asked: readonly DueQuestion[],
  mostEach: number | null,
): Promise<CustomerTimer[]> {
  const rows = await preparedRows<{
    customer_id: string;
    machine_id: string;
    timer_id: string;
    kind: MachineKind;
    due_at: Date | string;
    event: MachineEvent;
  }>(
    tx,
    sql`select due.*
        from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
          as k("customerId" uuid, cutoff timestamptz)
        cross join lateral (
          select t.customer_id, t.machine_id, t.timer_id, m.kind, t.due_at, t.event
          from timer t
          join machine m on m.customer_id = t.customer_id and m.machine_id = t.machine_id
          where t.customer_id = k."customerId" and t.due_at <= k.cutoff
          order by t.due_at, m.kind = 'contract', t.machine_id, t.timer_id collate "C"
          limit ${mostEach}::int
        ) due
        order by due.customer_id, due.due_at, due.kind = 'contract', due.machine_id,
          due.timer_id collate "C"`,
  );
  return rows.map((row) => ({
    customerId: row.customer_id,
    machineId: row.machine_id,
    timerId: row.timer_id,
    kind: row.kind,
    dueAt: new Date(row.due_at).toISOString(),
    event: row.event,
  }));
}

/** Uses up timers that their machines refused, so that they do not come again. */
export async function dropTimers(tx: Handle, timers: readonly CustomerTimer[]): Promise<void> {
  if (timers.length === 0) return;
  const keys = timers.map(({ customerId, machineId, timerId }) => ({
    customerId,
    machineId,
    timerId,
  }));
  await preparedRows(
    tx,
    sql`delete from timer t
        using jsonb_to_recordset(${JSON.stringify(keys)}::jsonb)
          as k("customerId" uuid, "machineId" uuid, "timerId" text)
        where t.customer_id = k."customerId" and t.machine_id = k."machineId"
          and t.timer_id = k."timerId"`,
  );
}
