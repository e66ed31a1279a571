import { isIdentifier, newIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { accepted, Problem } from "#app/usecases/problem.ts";
import type { Principal } from "#app/usecases/principal.ts";
import type { Handle } from "#db/client.ts";
import { writeConsentNote } from "#db/queries/consent-requests.ts";
import type { ConsentRequestEvent } from "#machines/consent-request/events.ts";
import type { Actor } from "#machines/engine/actor.ts";

/** A request for consent and the click that the command comes from. */
export interface ConsentTarget {
  customerId: string;
  requestId: string;
  /** Made by the page, so that a second click changes nothing. */
  clickId: string;
}

/**
 * Sends one event to a request, and writes what belongs to it in the same transaction.
 *
 * @throws Problem `notFound` for a request that does not exist, `conflict` where it takes no such event
 *   now, `notAllowed` for other roles
 */
export async function sendToRequest(
  { receivedAt }: Principal,
  actor: Actor,
  { customerId, requestId, clickId }: ConsentTarget,
  event: ConsentRequestEvent,
  alongside?: (tx: Handle) => Promise<void>,
): Promise<void> {
  if (![customerId, requestId].every(isIdentifier)) throw new Problem("notFound", "no identifier");
  if (!isIdentifier(clickId)) throw new Problem("invalid", "the command has no identifier");
  const command = {
    kind: "consentRequest",
    ...{ customerId, machineId: requestId, actor, receivedAt, event },
    commandId: `${event.type}/${clickId}`,
  } as const;
  accepted(await currentPortal().dispatch(command, alongside));
}

/** What somebody wrote, ready to be stored with the command that it belongs to. */
export function consentNoteOf(
  { userId, receivedAt }: Principal,
  { customerId, requestId }: Pick<ConsentTarget, "customerId" | "requestId">,
  text: string,
): { noteId: string; write: (tx: Handle) => Promise<void> } {
  const noteId = newIdentifier();
  const row = { customerId, requestId, noteId, text, writtenBy: userId };
  return {
    noteId,
    write: (tx) => writeConsentNote(tx, { ...row, writtenAt: new Date(receivedAt) }),
  };
}
