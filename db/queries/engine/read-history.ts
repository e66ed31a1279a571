import { sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";
import type { EventRecord } from "#machines/engine/change.ts";
import type { MachineKey } from "./read-machines.ts";

/** The events of a machine in their order, as the hash chain covers them; empty where there is none. */
export async function readHistory(tx: Handle, key: MachineKey): Promise<EventRecord[]> {
  const rows = await rowsOf<Omit<EventRecord, "at"> & { at: Date | string }>(
    tx,
    sql`select customer_id as "customerId", machine_id as "machineId", seq,
          command_id as "commandId", event, actor, at, from_state as "from", to_state as "to",
          clauses, definition_version as "definitionVersion", previous_hash as "previousHash", hash
        from machine_event
        where customer_id = ${key.customerId} and machine_id = ${key.machineId} order by seq`,
  );
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}
