import type { Principal } from "#app/usecases/principal.ts";
import type { SuspensionCause } from "#machines/contract/context.ts";
import { sendAsOperations, type StaffTarget } from "./staff-command.ts";

/**
 * Suspends the service of a contract (利用停止, A15.2, A16.1). Term, renewal and fees run on.
 *
 * @throws Problem `notFound`, or `conflict` where the contract is not active
 */
export async function suspendService(
  principal: Principal,
  target: StaffTarget,
  cause: SuspensionCause,
): Promise<void> {
  await sendAsOperations(principal, target, { type: "suspend", cause });
}

/**
 * Lifts a suspension for one cause; the service runs again when no other cause is left.
 *
 * @throws Problem `notFound`, or `conflict` where it is not suspended for this cause
 */
export async function liftSuspension(
  principal: Principal,
  target: StaffTarget,
  cause: SuspensionCause,
): Promise<void> {
  await sendAsOperations(principal, target, { type: "lift", cause });
}
