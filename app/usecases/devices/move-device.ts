import { isStorable } from "#app/usecases/notices/typed-fields.ts";
import { sendToOperatorMachine } from "#app/usecases/operator/send-to-operator-machine.ts";
import type { Principal } from "#app/usecases/principal.ts";

/** Names a device and the click. */
export interface DeviceTarget {
  deviceId: string;
  clickId: string;
}

/** What is wrong with a reason. */
export type ReasonFault = "reasonMissing" | "reasonTooLong";

const longestReason = 500;

const sent = ({ deviceId: machineId, clickId }: DeviceTarget) =>
  ({ kind: "stockDevice", machineId, clickId }) as const;

/**
 * Notes that a device was looked over, or came back from repair, and can be lent.
 *
 * @throws Problem as `sendToOperatorMachine`
 */
export async function makeAvailable(principal: Principal, target: DeviceTarget): Promise<null> {
  await sendToOperatorMachine(principal, sent(target), { type: "makeAvailable" });
  return null;
}

/**
 * Sends a device to repair, or retires it for good, with the reason.
 *
 * @returns what is wrong with the reason, else null
 * @throws Problem as `sendToOperatorMachine`
 */
export async function takeOut(
  principal: Principal,
  target: DeviceTarget,
  type: "sendToRepair" | "retire",
  typed: string,
): Promise<ReasonFault | null> {
  const reason = typed.trim();
  if (reason === "") return "reasonMissing";
  if (!isStorable(reason, longestReason)) return "reasonTooLong";
  await sendToOperatorMachine(principal, sent(target), { type, reason });
  return null;
}
