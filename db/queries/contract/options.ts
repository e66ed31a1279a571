import { and, eq } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { option } from "#db/schema/contract.ts";
import { machine } from "#db/schema/engine.ts";
import type { StoredSnapshot } from "#machines/engine/definition.ts";
import type { VersionedSnapshot } from "#machines/engine/migration.ts";

/** How an option of a contract stands; days are ISO. */
export interface OptionRow {
  optionId: string;
  status: string;
  startDay: string | null;
  endDay: string | null;
}

/** The options of a contract (オプションメニュー). */
export async function readContractOptions(
  tx: Handle,
  customerId: string,
  contractId: string,
): Promise<OptionRow[]> {
  const { optionId, status, startDay, endDay } = option;
  return tx
    .select({ optionId, status, startDay, endDay })
    .from(option)
    .where(and(eq(option.customerId, customerId), eq(option.contractId, contractId)))
    .orderBy(optionId);
}

/** The snapshots of a contract's options, of whichever version, by their ids. */
export async function readOptionSnapshots(
  tx: Handle,
  customerId: string,
  contractId: string,
): Promise<VersionedSnapshot[]> {
  const { machineId, definitionVersion, snapshot } = machine;
  const rows = await tx
    .select({ machineId, definitionVersion, snapshot })
    .from(option)
    .innerJoin(
      machine,
      and(eq(machine.customerId, option.customerId), eq(machine.machineId, option.optionId)),
    )
    .where(and(eq(option.customerId, customerId), eq(option.contractId, contractId)))
    .orderBy(option.optionId);
  return rows.map((row) => {
    return { ...row, kind: "option", snapshot: row.snapshot as StoredSnapshot };
  });
}
