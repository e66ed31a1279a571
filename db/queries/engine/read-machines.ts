import { sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";
import type { MachineState } from "#machines/engine/apply.ts";
import type { StoredSnapshot } from "#machines/engine/definition.ts";
import type { MachineKind } from "#machines/engine/outgoing.ts";

interface MachineRow {
  customer_id: string;
  machine_id: string;
  kind: MachineKind;
  seq: number;
  definition_version: number;
  snapshot: StoredSnapshot;
  head_hash: string;
}

/** Names a machine: the customer first, as in every key. */
export interface MachineKey {
  customerId: string;
  machineId: string;
}

/** The machines named, as they stand; one that does not exist is missing in the answer. */
export async function readMachines(
  tx: Handle,
  keys: readonly MachineKey[],
): Promise<MachineState[]> {
  const rows = await rowsOf<MachineRow>(
    tx,
    sql`select m.customer_id, m.machine_id, m.kind, m.seq, m.definition_version, m.snapshot, m.head_hash
        from machine m
        join jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k("customerId" uuid, "machineId" uuid)
          on m.customer_id = k."customerId" and m.machine_id = k."machineId"`,
  );
  return rows.map((row) => ({
    customerId: row.customer_id,
    machineId: row.machine_id,
    kind: row.kind,
    seq: row.seq,
    definitionVersion: row.definition_version,
    snapshot: row.snapshot,
    headHash: row.head_hash,
  }));
}

/** The result of an earlier command of the same id on the same machine, if there was one. */
export async function readResult(
  tx: Handle,
  key: MachineKey,
  commandId: string,
): Promise<{ seq: number; state: unknown } | null> {
  const [row] = await rowsOf<{ seq: number; to_state: unknown }>(
    tx,
    sql`select seq, to_state from machine_event
        where customer_id = ${key.customerId} and machine_id = ${key.machineId}
          and command_id = ${commandId}`,
  );
  return row ? { seq: row.seq, state: row.to_state } : null;
}
