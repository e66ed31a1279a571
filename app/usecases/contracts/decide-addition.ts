import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { accepted, Problem } from "#app/usecases/problem.ts";
import { requireIdentifiers, type StaffTarget } from "./staff-command.ts";

/** What operations decide on an option that was ordered during the term (A9.1). */
export const additionDecisions = ["acceptAddition", "rejectAddition"] as const;

export type AdditionDecision = (typeof additionDecisions)[number];

/**
 * Accepts an additional option, from which day on it runs and is charged, or rejects it (A9.1, 承諾).
 *
 * @param optionId the option as the form named it
 * @throws Problem `notFound`, or `conflict` where it was decided already; `notAllowed` for other roles
 */
export async function decideAddition(
  principal: Principal,
  { customerId, contractId, clickId }: StaffTarget,
  decision: AdditionDecision,
  optionId: string,
): Promise<void> {
  const actor = asStaff(principal, "operations");
  requireIdentifiers(customerId, contractId, optionId);
  if (!isIdentifier(clickId)) throw new Problem("invalid", "the command has no identifier");
  const outcome = await currentPortal().dispatch({
    ...{ customerId, machineId: optionId, kind: "option", actor },
    commandId: `${decision}/${clickId}`,
    receivedAt: principal.receivedAt,
    event: { type: decision },
  });
  accepted(outcome);
}
