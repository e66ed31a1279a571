import { asStaff, type Principal } from "#app/usecases/principal.ts";
import type { SuspensionCause } from "#machines/contract/context.ts";
import { sendAsOperations, type StaffTarget } from "./staff-command.ts";

const kinds: readonly SuspensionCause["kind"][] = ["nonPayment", "breach"];

/** Sends an event that names a cause; false where the form named none. */
async function sendWithCause(
  principal: Principal,
  target: StaffTarget,
  type: "suspend" | "lift",
  typed: unknown,
): Promise<boolean> {
  asStaff(principal, "operations");
  const kind = kinds.find((one) => one === typed);
  if (!kind) return false;
  const cause: SuspensionCause = { kind, ref: null };
  await sendAsOperations(principal, target, { type, cause });
  return true;
}

/**
 * Suspends the service of a contract (利用停止, A15.2, A16.1). Term, renewal and fees run on.
 *
 * @param typed the cause as it came with the form
 * @throws Problem `notFound`, or `conflict` where the contract is not active
 */
export async function suspendService(
  principal: Principal,
  target: StaffTarget,
  typed: unknown,
): Promise<"suspended" | "causeMissing"> {
  return (await sendWithCause(principal, target, "suspend", typed)) ? "suspended" : "causeMissing";
}

/**
 * Lifts a suspension for one cause; the service runs again when no other cause is left.
 *
 * @param typed the cause as it came with the form
 * @throws Problem `notFound`, or `conflict` where it is not suspended for this cause
 */
export async function liftSuspension(
  principal: Principal,
  target: StaffTarget,
  typed: unknown,
): Promise<"lifted" | "causeMissing"> {
  return (await sendWithCause(principal, target, "lift", typed)) ? "lifted" : "causeMissing";
}
