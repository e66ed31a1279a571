import { isIdentifier, newIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { requireIdentifiers } from "#app/usecases/contracts/staff-command.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { accepted, Problem } from "#app/usecases/problem.ts";
import { writeBreachNote, type BreachNoteRow } from "#db/queries/breach-cases.ts";
import { readContracts } from "#db/queries/contracts.ts";
import type { Handle } from "#db/client.ts";
import type { BreachCaseEvent } from "#machines/breach-case/events.ts";

/** A case as staff name it, and the click that the command comes from. */
export interface BreachTarget {
  customerId: string;
  caseId: string;
  /** Made by the page, so that a second click changes nothing. */
  clickId: string;
}

/**
 * Sends one event of operations to a case, and writes what belongs to it in the same transaction.
 *
 * @throws Problem `notFound` for a case that does not exist, `conflict` where it takes no such event
 *   now, `notAllowed` for other roles
 */
export async function sendToCase(
  principal: Principal,
  { customerId, caseId, clickId }: BreachTarget,
  event: BreachCaseEvent,
  alongside?: (tx: Handle) => Promise<void>,
): Promise<void> {
  const actor = asStaff(principal, "operations");
  requireIdentifiers(customerId, caseId);
  if (!isIdentifier(clickId)) throw new Problem("invalid", "the command has no identifier");
  const outcome = await currentPortal().dispatch(
    {
      ...{ customerId, machineId: caseId, kind: "breachCase", actor, event },
      commandId: `${event.type}/${clickId}`,
      receivedAt: principal.receivedAt,
    },
    alongside,
  );
  accepted(outcome);
}

/** What staff wrote, ready to be stored with the command that it belongs to. */
export function noteOf(
  { userId, receivedAt }: Principal,
  { customerId, caseId }: Pick<BreachTarget, "customerId" | "caseId">,
  kind: BreachNoteRow["kind"],
  text: string,
): { noteId: string; write: (tx: Handle) => Promise<void> } {
  const noteId = newIdentifier();
  const row = { customerId, caseId, noteId, kind, text, writtenBy: userId };
  const write = (tx: Handle) => writeBreachNote(tx, { ...row, writtenAt: new Date(receivedAt) });
  return { noteId, write };
}

/** Contracts without debts: not formed yet, or never, or settled in every way. */
const withoutDebts = ["draft", "submitted", "rejected", "withdrawn", "closed"];

/** Every contract of a customer that may have debts (A16.2): those that have ended, too. */
export async function readDebtorIds(principal: Principal, customerId: string): Promise<string[]> {
  asStaff(principal, "operations");
  requireIdentifiers(customerId);
  const rows = await currentPortal().database.transaction({ role: "portal_staff" }, (tx) =>
    readContracts(tx, customerId),
  );
  return rows
    .filter(({ status }) => !withoutDebts.includes(status))
    .map(({ contractId }) => contractId);
}
