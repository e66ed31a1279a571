import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { findDevice, type StockDeviceRow } from "#db/queries/devices.ts";
import { operatorCustomerId } from "#machines/engine/operator.ts";
import type { DeviceStatus } from "./search-devices.ts";

/** A device of the stock. Days are ISO. */
export type DeviceForStaff = Omit<StockDeviceRow, "customerId" | "changedAt" | "status"> & {
  status: DeviceStatus;
};

/**
 * A device of the stock.
 *
 * @throws Problem `notAllowed` without the role operations, `notFound` where there is no such device
 */
export async function readDevice(principal: Principal, deviceId: string): Promise<DeviceForStaff> {
  asStaff(principal, "operations");
  if (!isIdentifier(deviceId)) throw new Problem("notFound", "no identifier");
  const row = await currentPortal().database.transaction({ role: "portal_staff" }, (tx) =>
    findDevice(tx, operatorCustomerId, deviceId),
  );
  if (!row) throw new Problem("notFound", `no device ${deviceId}`);
  const { customerId: _, changedAt: __, status, ...rest } = row;
  return { ...rest, status: status as DeviceStatus };
}
