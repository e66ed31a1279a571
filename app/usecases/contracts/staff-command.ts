import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { accepted, Problem } from "#app/usecases/problem.ts";
import type { Handle } from "#db/client.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";

/** A contract as staff name it, and the click that the command comes from. */
export interface StaffTarget {
  customerId: string;
  contractId: string;
  /** The option of it to which the command goes, instead of the contract. */
  optionId?: string | undefined;
  /** Made by the page, so that a second click changes nothing. */
  clickId: string;
}

/** Refuses ids that are none, before the database does. Throws Problem `notFound`. */
export function requireIdentifiers(...ids: string[]): void {
  if (!ids.every(isIdentifier)) throw new Problem("notFound", "no identifier");
}

/**
 * Sends one event of operations to a contract, or to an option of it, and writes what belongs to it in the same
 * transaction. Returns the state after it.
 *
 * @throws Problem `notFound` for a contract or an option that does not exist, `conflict` where it takes no such
 *   event now, `notAllowed` for other roles
 */
export async function sendAsOperations(
  principal: Principal,
  { customerId, contractId, optionId, clickId }: StaffTarget,
  event: MachineEvent,
  alongside?: (tx: Handle) => Promise<void>,
): Promise<unknown> {
  const actor = asStaff(principal, "operations");
  requireIdentifiers(customerId, contractId, ...(optionId === undefined ? [] : [optionId]));
  if (!isIdentifier(clickId)) throw new Problem("invalid", "the command has no identifier");
  const command = {
    customerId,
    machineId: optionId ?? contractId,
    kind: optionId === undefined ? "contract" : "option",
    commandId: `${event.type}/${clickId}`,
    actor,
    receivedAt: principal.receivedAt,
    event,
  } as const;
  return accepted(await currentPortal().dispatch(command, alongside)).state;
}
