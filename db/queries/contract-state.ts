import { and, eq } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { machine } from "#db/schema/engine.ts";
import type { ContractContext } from "#machines/contract/context.ts";
import type { StoredSnapshot } from "#machines/engine/definition.ts";

/** A contract's snapshot as the tenant's session may see it, or null. */
export async function readContractSnapshot(
  tx: Handle,
  customerId: string,
  contractId: string,
): Promise<StoredSnapshot<ContractContext> | null> {
  const [row] = await tx
    .select({ snapshot: machine.snapshot })
    .from(machine)
    .where(
      and(
        eq(machine.customerId, customerId),
        eq(machine.machineId, contractId),
        eq(machine.kind, "contract"),
      ),
    );
  return (row?.snapshot as StoredSnapshot<ContractContext> | undefined) ?? null;
}
