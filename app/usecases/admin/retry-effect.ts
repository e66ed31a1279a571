import { isIdentifier, newIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { writeAudit } from "#db/queries/audit.ts";
import { lockEffect, recordProgress, type EffectKey } from "#db/queries/effects.ts";

const isKey = ({ customerId, machineId, seq, n }: EffectKey) =>
  isIdentifier(customerId) &&
  isIdentifier(machineId) &&
  [seq, n].every((part) => Number.isInteger(part) && part >= 0 && part < 2 ** 31);

/**
 * Has an effect that was given up tried again, with the same key and the same bytes; who asked for it
 * stands in the audit log.
 *
 * @throws Problem `notAllowed` without the role admin, `notFound` where there is no such effect,
 *   `conflict` where it was not given up
 */
export async function retryEffect(principal: Principal, key: EffectKey): Promise<void> {
  const actor = asStaff(principal, "admin");
  if (!isKey(key)) throw new Problem("notFound", "no key of an effect");
  const { database, jobs } = currentPortal();
  await database.transaction({ role: "portal_engine" }, async (tx) => {
    const found = await lockEffect(tx, key);
    if (!found) throw new Problem("notFound", "there is no such effect");
    if (found.state !== "dead") throw new Problem("conflict", `the effect is ${found.state}`);
    await recordProgress(tx, key, { state: "pending", finishedAt: null });
    const { customerId, machineId, seq, n } = key;
    await jobs.enqueue(tx, "effect", [{ customerId, machineId, seq, n }]);
    await writeAudit(tx, {
      customerId,
      auditId: newIdentifier(),
      at: new Date(principal.receivedAt),
      actor,
      action: "effect.retry",
      outcome: "accepted",
      machineId,
      detail: { seq, n, kind: found.kind, problem: found.problem },
    });
  });
}
