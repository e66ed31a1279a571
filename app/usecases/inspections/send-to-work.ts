import { isIdentifier, newIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { accepted, Problem } from "#app/usecases/problem.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { writeWorkNote, type WorkNoteRow } from "#db/queries/inspections.ts";
import { readPersonNames } from "#db/queries/operations/people.ts";
import type { Actor } from "#machines/engine/actor.ts";
import type { OptionEvent } from "#machines/option/events.ts";

/** An option of the kind work and the click that the command comes from. */
export interface WorkTarget {
  customerId: string;
  optionId: string;
  /** Made by the page, so that a second click changes nothing. */
  clickId: string;
}

/** What somebody says of work. */
export type WorkWords = Pick<WorkNoteRow, "kind" | "text" | "completedOn">;

/** The name under which a person signs: the one of the account. */
export async function signedNameOf(userId: string): Promise<string> {
  const names = await currentPortal().database.transaction({ role: "portal_engine" }, (tx) =>
    readPersonNames(tx, [userId]),
  );
  return names[userId] ?? "";
}

/**
 * Sends one event to an option of the kind work, and writes the words and the signature that belong to it in
 * the same transaction.
 *
 * @throws Problem `notFound` for an option that does not exist, `conflict` where it takes no such event
 *   now, `notAllowed` for other roles
 */
export async function sendToWork(
  { userId, receivedAt }: Principal,
  actor: Actor,
  { customerId, optionId, clickId }: WorkTarget,
  words: WorkWords,
  eventOf: (noteId: string) => OptionEvent,
): Promise<void> {
  if (![customerId, optionId].every(isIdentifier)) throw new Problem("notFound", "no identifier");
  if (!isIdentifier(clickId)) throw new Problem("invalid", "the command has no identifier");
  const noteId = newIdentifier();
  const event = eventOf(noteId);
  const signed = { writtenBy: userId, signedName: await signedNameOf(userId) };
  const command = {
    kind: "option",
    ...{ customerId, machineId: optionId, actor, receivedAt, event },
    commandId: `${event.type}/${clickId}`,
  } as const;
  const outcome = await currentPortal().dispatch(command, (tx) =>
    writeWorkNote(tx, {
      ...{ customerId, noteId, optionId, ...words, ...signed },
      writtenAt: new Date(receivedAt),
    }),
  );
  accepted(outcome);
}
