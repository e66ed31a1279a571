import { sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";
import type { MachineKind } from "#machines/engine/outgoing.ts";

/** A deadline that is still to come, of any customer. */
export interface UpcomingTimer {
  customerName: string;
  kind: MachineKind;
  eventType: string;
  /** ISO instant. */
  dueAt: string;
  /** Number of the contract or invoice that waits. */
  number: string | null;
}

/** The earliest deadlines of all customers, without months that are earned: they would hide the rest. */
export async function readUpcomingTimers(tx: Handle, limit: number): Promise<UpcomingTimer[]> {
  const rows = await rowsOf<Omit<UpcomingTimer, "dueAt"> & { dueAt: Date | string }>(
    tx,
    sql`select c.name as "customerName", m.kind, t.event->>'type' as "eventType",
          t.due_at as "dueAt", coalesce(k.number, i.number) as number
        from timer t
        join customer c on c.customer_id = t.customer_id
        join machine m on m.customer_id = t.customer_id and m.machine_id = t.machine_id
        left join contract k on k.customer_id = t.customer_id and k.contract_id = t.machine_id
        left join invoice i on i.customer_id = t.customer_id and i.invoice_id = t.machine_id
        where t.event->>'type' <> 'earn'
        order by t.due_at, t.machine_id limit ${limit}`,
  );
  return rows.map((row) => ({ ...row, dueAt: new Date(row.dueAt).toISOString() }));
}
