import { currentPortal } from "#app/portal.ts";
import { presentState } from "#app/usecases/present-state.ts";
import { readMachineSnapshot } from "#db/queries/machine-snapshot.ts";
import type { DeviceContext } from "#machines/device/context.ts";
import type { StoredSnapshot } from "#machines/engine/definition.ts";

/** A loan as its machine stands, or null; both ids are well formed. */
export async function loanSnapshot(
  customerId: string,
  loanId: string,
): Promise<StoredSnapshot<DeviceContext> | null> {
  const stored = await currentPortal().database.transaction({ role: "portal_engine" }, (tx) =>
    readMachineSnapshot(tx, customerId, { machineId: loanId, kind: "device" }),
  );
  return stored && presentState<DeviceContext>(stored);
}
