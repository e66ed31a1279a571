import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { accepted, Problem } from "#app/usecases/problem.ts";
import type { Alongside } from "#app/workflow/flush.ts";
import { writeTermsText } from "#db/queries/terms-versions.ts";
import type { TermsArticle } from "#db/schema/terms.ts";
import { hashOf } from "#machines/engine/hash.ts";
import { operatorCustomerId } from "#machines/engine/operator.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import { termsVersionIdOf } from "#machines/terms-version/definition.ts";

/** A version by its name, and the click that the command comes from. */
export interface VersionTarget {
  version: string;
  /** Made by the page, so that a second click changes nothing. */
  clickId: string;
}

/**
 * Sends one event of operations to the machine of a version.
 *
 * @throws Problem `notFound` for a version that does not exist, `conflict` where it takes no such event
 *   now, `invalid` for ids that are none, `notAllowed` for other roles
 */
export async function sendToVersion(
  principal: Principal,
  { version, clickId }: VersionTarget,
  event: MachineEvent,
  alongside?: Alongside,
): Promise<void> {
  const actor = asStaff(principal, "operations");
  if (!isIdentifier(clickId)) throw new Problem("invalid", "the command has no identifier");
  const outcome = await currentPortal().dispatch(
    {
      customerId: operatorCustomerId,
      machineId: termsVersionIdOf(version),
      kind: "termsVersion",
      commandId: `${event.type}/${clickId}`,
      ...{ actor, receivedAt: principal.receivedAt, event },
    },
    alongside,
  );
  accepted(outcome);
}

/** What stores a text in the transaction of the event that names its hash. */
export function textAlongside(
  { userId, receivedAt }: Principal,
  articles: readonly TermsArticle[],
): { textHash: string; alongside: Alongside } {
  const textHash = hashOf(articles);
  const text = { textHash, articles, savedAt: new Date(receivedAt), savedBy: userId };
  return { textHash, alongside: (tx) => writeTermsText(tx, text) };
}
