import { findMaintenance } from "#db/queries/maintenance.ts";
import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { readDeliveries, type Delivery } from "#app/usecases/notices/read-deliveries.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { operatorCustomerId } from "#machines/engine/operator.ts";
import { maintenanceWindow, type MaintenanceWindow } from "./maintenance-window.ts";

/** A window for staff: with the mails that went out about it. */
export interface MaintenanceForStaff {
  window: MaintenanceWindow;
  deliveries: Delivery[];
}

/**
 * A window of maintenance with who was told of it.
 *
 * @throws Problem `notAllowed` without the role operations, `notFound` where there is no such window
 */
export async function readMaintenanceForStaff(
  principal: Principal,
  maintenanceId: string,
): Promise<MaintenanceForStaff> {
  asStaff(principal, "operations");
  if (!isIdentifier(maintenanceId)) throw new Problem("notFound", "no identifier");
  const row = await currentPortal().database.transaction({ role: "portal_staff" }, (tx) =>
    findMaintenance(tx, operatorCustomerId, maintenanceId),
  );
  if (!row) throw new Problem("notFound", `no maintenance ${maintenanceId}`);
  return {
    window: maintenanceWindow(row),
    deliveries: await readDeliveries(principal, maintenanceId),
  };
}
