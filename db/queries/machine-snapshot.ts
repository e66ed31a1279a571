import { and, eq } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { machine } from "#db/schema/engine.ts";
import type { StoredSnapshot } from "#machines/engine/definition.ts";
import type { VersionedSnapshot } from "#machines/engine/migration.ts";
import type { MachineKind } from "#machines/engine/outgoing.ts";

/** The snapshot of a machine of a kind, of whichever version, or null. */
export async function readMachineSnapshot(
  tx: Handle,
  customerId: string,
  { machineId, kind }: { machineId: string; kind: MachineKind },
): Promise<VersionedSnapshot | null> {
  const [row] = await tx
    .select({ definitionVersion: machine.definitionVersion, snapshot: machine.snapshot })
    .from(machine)
    .where(
      and(
        eq(machine.customerId, customerId),
        eq(machine.machineId, machineId),
        eq(machine.kind, kind),
      ),
    );
  if (!row) return null;
  return { machineId, kind, ...row, snapshot: row.snapshot as StoredSnapshot };
}
