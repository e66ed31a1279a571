import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { accepted, Problem } from "#app/usecases/problem.ts";
import type { ApprovalSubjectName } from "#machines/approval/subjects.ts";

/** The approval that is asked for; its id is made by the page, so that a second click changes nothing. */
export interface ApprovalTarget {
  customerId: string;
  approvalId: string;
}

/** What is to be done once a second person approves it, and why. */
export interface Proposal {
  subject: ApprovalSubjectName;
  /** As the subject's own schema in `machines/approval/subjects` has them. */
  params: Record<string, unknown>;
  /** As `typedReason` gives it. */
  reason: string;
}

/**
 * Asks a second person for approval (稟議). Nothing else happens until somebody else approves it; then it is done in
 * the same moment.
 *
 * @returns the address of the approval's page
 * @throws Problem `notAllowed` without the role finance, `notFound` for no identifiers or no such customer, `invalid`
 *   where the params are not the subject's
 */
export async function proposeApproval(
  principal: Principal,
  { customerId, approvalId: machineId }: ApprovalTarget,
  { subject, params, reason }: Proposal,
): Promise<string> {
  const actor = asStaff(principal, "finance");
  if (!isIdentifier(customerId) || !isIdentifier(machineId)) {
    throw new Problem("notFound", "no identifier");
  }
  const command = { customerId, machineId, kind: "approval" as const, commandId: "propose" };
  const event = { type: "propose", subject, params, reason };
  const { receivedAt } = principal;
  accepted(await currentPortal().dispatch({ ...command, actor, receivedAt, event }));
  return approvalPage(customerId, machineId);
}

/** The address of an approval's page. */
export const approvalPage = (customerId: string, approvalId: string): string =>
  `/finance/approvals/${customerId}/${approvalId}`;
