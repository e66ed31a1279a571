import { ensureOperatorCustomer } from "#db/queries/operator-customer.ts";
import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { accepted, Problem } from "#app/usecases/problem.ts";
import { operatorCustomerId } from "#machines/engine/operator.ts";
import type { MachineEvent, MachineKind } from "#machines/engine/outgoing.ts";

/** A machine of the operator as staff name it, and the click that the command comes from. */
export interface OperatorTarget {
  kind: MachineKind;
  machineId: string;
  /** Made by the page, so that a second click changes nothing. */
  clickId: string;
}

/**
 * Sends one event of operations to a machine under the operator's reserved customer id.
 *
 * @throws Problem `notFound` for a machine that does not exist, `conflict` where it takes no such event
 *   now, `invalid` for ids that are none, `notAllowed` for other roles
 */
export async function sendToOperatorMachine(
  principal: Principal,
  { kind, machineId, clickId }: OperatorTarget,
  event: MachineEvent,
): Promise<void> {
  const actor = asStaff(principal, "operations");
  if (!isIdentifier(machineId)) throw new Problem("notFound", "no identifier");
  if (!isIdentifier(clickId)) throw new Problem("invalid", "the command has no identifier");
  const { database, dispatch } = currentPortal();
  const { receivedAt } = principal;
  await database.transaction({ role: "portal_engine" }, (tx) =>
    ensureOperatorCustomer(tx, operatorCustomerId, new Date(receivedAt)),
  );
  const commandId = `${event.type}/${clickId}`;
  const target = { customerId: operatorCustomerId, machineId, kind, commandId };
  accepted(await dispatch({ ...target, actor, receivedAt, event }));
}
