import { sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";

/** One event of a machine, for people to read. */
export interface HistoryEntry {
  seq: number;
  type: string;
  /** ISO instant that counted. */
  at: string;
  actorKind: string;
  actorRole: string | null;
  /** The person's name, where it is known to whoever reads. */
  actorName: string | null;
  clauses: string[];
}

/**
 * The history of a machine, earliest first. For staff: a customer's session sees no names, since it
 * may not read accounts.
 */
export async function readHistoryWithNames(
  tx: Handle,
  customerId: string,
  machineId: string,
): Promise<HistoryEntry[]> {
  const rows = await rowsOf<Omit<HistoryEntry, "at"> & { at: Date | string }>(
    tx,
    sql`select e.seq, e.event->>'type' as type, e.at, e.actor->>'kind' as "actorKind",
          e.actor->>'role' as "actorRole", u.name as "actorName", e.clauses
        from machine_event e left join "user" u on u.id = e.actor->>'userId'
        where e.customer_id = ${customerId} and e.machine_id = ${machineId}
        order by e.seq`,
  );
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}
