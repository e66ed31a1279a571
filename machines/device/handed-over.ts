import type { DeviceContext } from "./context.ts";
import type { TakenOverLoan } from "./events.ts";

const stages = ["allocated", "shipped", "delivered", "installed", "inService"] as const;

/**
 * What passes to the assignee of a loan (A31.1), or null where no device was on its way or lent.
 *
 * @param customerId the assignee
 */
export function handedOverLoan(context: DeviceContext, customerId: string): TakenOverLoan | null {
  const { openedOn, stockDeviceId, serialNumber, parcel } = context;
  const { deliveredOn, installedOn, serviceSince } = context;
  if (!stockDeviceId || !serialNumber) return null;
  const done = { allocated: true, shipped: parcel, delivered: deliveredOn, installed: installedOn };
  const reached = { ...done, inService: installedOn && serviceSince };
  const stage = stages.findLast((name) => Boolean(reached[name])) ?? "allocated";
  const device = { openedOn, stockDeviceId, serialNumber, parcel };
  return { customerId, stage, ...device, deliveredOn, installedOn, serviceSince };
}
