import { sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";
import type { Timer } from "#machines/engine/due.ts";
import type { MachineEvent, MachineKind } from "#machines/engine/outgoing.ts";

/** The earliest timer of a customer that is due at `cutoff` (ISO instant), or null. */
export async function nextDueTimer(
  tx: Handle,
  customerId: string,
  cutoff: string,
): Promise<Timer | null> {
  const [row] = await rowsOf<{
    machine_id: string;
    timer_id: string;
    kind: MachineKind;
    due_at: Date | string;
    event: MachineEvent;
  }>(
    tx,
    sql`select t.machine_id, t.timer_id, m.kind, t.due_at, t.event from timer t
        join machine m on m.customer_id = t.customer_id and m.machine_id = t.machine_id
        where t.customer_id = ${customerId} and t.due_at <= ${cutoff}::timestamptz
        order by t.due_at, t.machine_id, t.timer_id collate "C" limit 1`,
  );
  if (!row) return null;
  return {
    machineId: row.machine_id,
    timerId: row.timer_id,
    kind: row.kind,
    dueAt: new Date(row.due_at).toISOString(),
    event: row.event,
  };
}

/** Uses up one timer that its machine refused, so that it does not come again. */
export async function dropTimer(tx: Handle, customerId: string, timer: Timer): Promise<void> {
  await tx.execute(
    sql`delete from timer where customer_id = ${customerId}
        and machine_id = ${timer.machineId} and timer_id = ${timer.timerId}`,
  );
}
