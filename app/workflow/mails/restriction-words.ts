import type { Handle } from "#db/client.ts";
import { findRestriction } from "#db/queries/restrictions.ts";
import { operatorCustomerId } from "#machines/engine/operator.ts";
import { restrictionReason } from "#machines/terms/a19-restriction.ts";
import type { Surroundings } from "./facts.ts";

/**
 * Why the service of a contract is restricted, in the words that customers read; null for a mail about
 * something else.
 *
 * @param facts the mail's own: the restriction that was noted last is the one it is about
 */
export async function readRestrictionWords(
  tx: Handle,
  template: string,
  facts: object,
): Promise<Surroundings["restriction"]> {
  const { restrictions = [] } = facts as { restrictions?: { restrictionId: string }[] };
  const id = restrictions.at(-1)?.restrictionId;
  if (template !== "service-restricted" || id === undefined) return null;
  const row = await findRestriction(tx, operatorCustomerId, id);
  const reason = row && restrictionReason(row.clause);
  if (!row || !reason) return null;
  const { textJa, textEn, endsAt } = row;
  return {
    ...{ reasonJa: reason.label.ja, reasonEn: reason.label.en, textJa, textEn },
    ...{ feeClause: reason.feeClause, endsAt: endsAt?.toISOString() ?? null },
  };
}
