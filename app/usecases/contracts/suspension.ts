import { isIdentifier } from "#app/identifier.ts";
import { moveService } from "#app/usecases/breaches/decide-case.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import type { SuspensionCause } from "#machines/contract/context.ts";
import { sendAsOperations, type StaffTarget } from "./staff-command.ts";

const kinds: readonly SuspensionCause["kind"][] = ["nonPayment", "breach"];

/**
 * Suspends the service of a contract (利用停止, A15.2, A16.1). Term, renewal and fees run on. A breach
 * suspends by its case.
 *
 * @param typed what the form chose: non-payment, or the id of a breach case of the customer
 * @throws Problem `notFound` where there is no such contract or case; `conflict` where the contract is not
 *   active, is suspended for this cause already, or owes nothing that is due
 */
export async function suspendService(
  principal: Principal,
  target: StaffTarget,
  typed: unknown,
): Promise<"suspended" | "causeMissing"> {
  asStaff(principal, "operations");
  if (typed === "nonPayment") {
    const cause: SuspensionCause = { kind: "nonPayment", ref: null };
    await sendAsOperations(principal, target, { type: "suspend", cause });
    return "suspended";
  }
  if (typeof typed !== "string" || !isIdentifier(typed)) return "causeMissing";
  const { customerId, contractId, clickId } = target;
  const breach = { customerId, caseId: typed, clickId };
  const problem = await moveService(principal, breach, "suspend", [contractId]);
  return problem ? "causeMissing" : "suspended";
}

/**
 * Lifts a suspension that has no breach case; the service runs again when no other cause is left. A breach
 * case lifts its own.
 *
 * @param typed the kind of the cause as it came with the form
 * @throws Problem `notFound`, or `conflict` where it is not suspended for this cause
 */
export async function liftSuspension(
  principal: Principal,
  target: StaffTarget,
  typed: unknown,
): Promise<"lifted" | "causeMissing"> {
  asStaff(principal, "operations");
  const kind = kinds.find((one) => one === typed);
  if (!kind) return "causeMissing";
  const cause: SuspensionCause = { kind, ref: null };
  await sendAsOperations(principal, target, { type: "lift", cause });
  return "lifted";
}
