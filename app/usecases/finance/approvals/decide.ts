import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { accepted, Problem } from "#app/usecases/problem.ts";
import type { Actor } from "#machines/engine/actor.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import { typedReason, type ReasonFault } from "../months/typed-reason.ts";
import type { ApprovalTarget } from "./propose.ts";

/** The actor of somebody who may decide: finance, else an administrator. Throws Problem `notAllowed`. */
export function asDecider(principal: Principal): Actor {
  return asStaff(principal, principal.roles.includes("finance") ? "finance" : "admin");
}

async function send(
  { receivedAt }: Principal,
  { customerId, approvalId: machineId }: ApprovalTarget,
  actor: Actor,
  event: MachineEvent,
): Promise<void> {
  if (!isIdentifier(customerId) || !isIdentifier(machineId)) {
    throw new Problem("notFound", "no identifier");
  }
  // Once for each person and decision: whoever clicks twice has decided once.
  const by = "userId" in actor ? actor.userId : "";
  const target = { customerId, machineId, kind: "approval" as const };
  const commandId = `${event.type}/${by}`;
  accepted(await currentPortal().dispatch({ ...target, commandId, actor, receivedAt, event }));
}

/**
 * Approves what somebody else has proposed; it is done in the same moment.
 *
 * @throws Problem `conflict` where it is decided already, was proposed by the same person, or can't be done as it was
 *   proposed any more; `notAllowed` without the role finance or admin
 */
export async function approve(principal: Principal, target: ApprovalTarget): Promise<void> {
  await send(principal, target, asDecider(principal), { type: "approve" });
}

/** Refuses what somebody else has proposed, with the reason as typed. Gives what is wrong with that. Throws as above. */
export async function refuse(
  principal: Principal,
  target: ApprovalTarget,
  typed: string,
): Promise<ReasonFault | null> {
  const actor = asDecider(principal);
  const read = typedReason(typed);
  if ("fault" in read) return read.fault;
  await send(principal, target, actor, { type: "refuse", reason: read.text });
  return null;
}

/** Takes back what the same person has proposed. Throws as above. */
export async function withdraw(principal: Principal, target: ApprovalTarget): Promise<void> {
  await send(principal, target, asStaff(principal, "finance"), { type: "withdraw" });
}
