import { lastDayOfContract } from "#app/usecases/catalog/gone-menus.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { tokyoDay } from "#machines/calendar.ts";
import { requireIdentifiers, sendAsOperations, type StaffTarget } from "./staff-command.ts";

/** What operations decide on an option that was ordered during the term (A9.1). */
export const additionDecisions = ["acceptAddition", "rejectAddition"] as const;

export type AdditionDecision = (typeof additionDecisions)[number];

/**
 * Accepts an additional option, from which day on it runs and is charged, or rejects it (A9.1, 承諾). One
 * whose menu is gone by now (A20) can't be accepted.
 *
 * @param optionId the option as the form named it
 * @throws Problem `notFound`, or `conflict` where it was decided already; `notAllowed` for other roles
 */
export async function decideAddition(
  principal: Principal,
  target: StaffTarget,
  decision: AdditionDecision,
  optionId: string,
): Promise<AdditionDecision | "menuGone"> {
  asStaff(principal, "operations");
  requireIdentifiers(target.customerId, target.contractId, optionId);
  const today = tokyoDay(principal.receivedAt).toString();
  const lastDay = await lastDayOfContract(target, optionId);
  if (decision === "acceptAddition" && lastDay !== null && lastDay < today) return "menuGone";
  await sendAsOperations(principal, { ...target, optionId }, { type: decision });
  return decision;
}
