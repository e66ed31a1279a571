import { sql } from "drizzle-orm";
import { preparedRows, type Handle } from "#db/client.ts";
import type { MachineState } from "#machines/engine/change.ts";
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
  const rows = await preparedRows<MachineRow>(
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

/** Names a command: its id is unique per machine. */
export interface CommandKey extends MachineKey {
  commandId: string;
}

/** What a command led to when it was taken. */
export interface StoredResult extends CommandKey {
  seq: number;
  state: unknown;
}

/** The results of those of the commands named that were taken earlier. */
export async function readResults(
  tx: Handle,
  keys: readonly CommandKey[],
): Promise<StoredResult[]> {
  const rows = await preparedRows<{
    customer_id: string;
    machine_id: string;
    command_id: string;
    seq: number;
    to_state: unknown;
  }>(
    tx,
    sql`select e.customer_id, e.machine_id, e.command_id, e.seq, e.to_state
        from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb)
          as k("customerId" uuid, "machineId" uuid, "commandId" text)
        join machine_event e on e.customer_id = k."customerId"
          and e.machine_id = k."machineId" and e.command_id = k."commandId"`,
  );
  return rows.map((row) => ({
    customerId: row.customer_id,
    machineId: row.machine_id,
    commandId: row.command_id,
    seq: row.seq,
    state: row.to_state,
  }));
}
