import type { Principal } from "#app/usecases/principal.ts";
import { sendAsOperations, type StaffTarget } from "./staff-command.ts";

/** What staff record by one button after a contract has ended: devices (A8.1), materials (A25.5). */
export const settlements = ["devicesSettled", "materialsSettled"] as const;

export type Settlement = (typeof settlements)[number];

/**
 * Records that one thing is settled after the end of a contract; with the last one it is closed.
 *
 * @throws Problem `notFound`, or `conflict` where the contract has not ended or it is settled already
 */
export async function recordSettlement(
  principal: Principal,
  target: StaffTarget,
  settlement: Settlement,
): Promise<void> {
  await sendAsOperations(principal, target, { type: settlement });
}
