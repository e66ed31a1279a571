import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asMember, asStaff, type Principal } from "#app/usecases/principal.ts";
import { accepted, Problem } from "#app/usecases/problem.ts";
import type { Handle } from "#db/client.ts";
import type { Actor } from "#machines/engine/actor.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import type { MatterKind } from "#machines/matters/kinds.ts";
import type { MatterSide } from "./acts.ts";

/** A matter, and the click that the command comes from. */
export interface MatterTarget {
  customerId: string;
  matterId: string;
  /** Made by the page, so that a second click changes nothing. */
  clickId: string;
}

/** Who acts on a matter. Throws Problem `notAllowed` or `notFound` for anybody else. */
export function actorOnMatter(principal: Principal, side: MatterSide, customerId: string): Actor {
  if (side === "operations") return asStaff(principal, "operations");
  const member = asMember(principal);
  if (member.customerId !== customerId) throw new Problem("notFound", "another customer's matter");
  return member.actor;
}

/**
 * Sends one event to a matter, and writes what belongs to it in the same transaction.
 *
 * @throws Problem `notFound` for what is no id, `conflict` where the matter takes no such event now,
 *   `notAllowed` for other roles
 */
export async function sendToMatter(
  { receivedAt }: Principal,
  actor: Actor,
  kind: MatterKind,
  { customerId, matterId, clickId }: MatterTarget,
  event: MachineEvent,
  alongside?: (tx: Handle) => Promise<void>,
): Promise<void> {
  if (![customerId, matterId].every(isIdentifier)) throw new Problem("notFound", "no identifier");
  if (!isIdentifier(clickId)) throw new Problem("invalid", "the command has no identifier");
  const target = { kind, customerId, machineId: matterId } as const;
  const command = { ...target, actor, receivedAt, event, commandId: `${event.type}/${clickId}` };
  accepted(await currentPortal().dispatch(command, alongside));
}
