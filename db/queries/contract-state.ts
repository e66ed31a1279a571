import { and, eq, or } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { machine } from "#db/schema/engine.ts";
import type { StoredSnapshot } from "#machines/engine/definition.ts";
import type { VersionedSnapshot } from "#machines/engine/migration.ts";

/** The snapshots of some contracts, of whichever version and of whichever customers, in no order. */
export async function readContractSnapshots(
  tx: Handle,
  contracts: readonly { customerId: string; contractId: string }[],
): Promise<VersionedSnapshot[]> {
  if (contracts.length === 0) return [];
  const { machineId, definitionVersion, snapshot } = machine;
  const rows = await tx
    .select({ machineId, definitionVersion, snapshot })
    .from(machine)
    .where(
      and(
        eq(machine.kind, "contract"),
        or(
          ...contracts.map(({ customerId, contractId }) =>
            and(eq(machine.customerId, customerId), eq(machineId, contractId)),
          ),
        ),
      ),
    );
  return rows.map((row) => {
    return { ...row, kind: "contract", snapshot: row.snapshot as StoredSnapshot };
  });
}
