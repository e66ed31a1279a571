import { isIdentifier, newIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { isKeyLapsed, wallNow } from "#app/workflow/key-life.ts";
import type { Handle } from "#db/client.ts";
import { writeAudit, type AuditEntry } from "#db/queries/audit.ts";
import { reopenDeadEffects } from "#db/queries/open-effects.ts";
import type { Actor } from "#machines/engine/actor.ts";
import { lockEffect, recordProgress, type EffectKey, type EffectRow } from "#db/queries/effects.ts";

const isKey = ({ customerId, machineId, seq, n }: EffectKey) =>
  isIdentifier(customerId) &&
  isIdentifier(machineId) &&
  [seq, n].every((part) => Number.isInteger(part) && part >= 0 && part < 2 ** 31);

/** The audit line of a decision about an effect. */
function noteOf(principal: Principal, actor: Actor, action: string, found: EffectRow): AuditEntry {
  const { customerId, machineId, seq, n, kind, problem, state } = found;
  return {
    customerId,
    auditId: newIdentifier(),
    at: new Date(principal.receivedAt),
    actor,
    action,
    outcome: "accepted",
    machineId,
    detail: { seq, n, kind, problem, state },
  };
}

/** Changes an effect in one of the states and writes down who had it changed. */
async function change(
  principal: Principal,
  key: EffectKey,
  action: string,
  states: readonly string[],
  work: (tx: Handle, found: EffectRow) => Promise<void>,
): Promise<void> {
  const actor = asStaff(principal, "admin");
  if (!isKey(key)) throw new Problem("notFound", "no key of an effect");
  await currentPortal().database.transaction({ role: "portal_engine" }, async (tx) => {
    const found = await lockEffect(tx, key);
    if (!found) throw new Problem("notFound", "there is no such effect");
    if (!states.includes(found.state)) throw new Problem("conflict", `it is ${found.state}`);
    await work(tx, found);
    await writeAudit(tx, noteOf(principal, actor, action, found));
  });
}

/** How many effects are tried again at one click, so that its transaction stays short. */
export const mostAtOnce = 200;

/**
 * Has the effects that were given up tried again, the oldest first, for example once a revoked key has
 * been replaced. Each has its line in the audit log.
 *
 * @returns how many they were, `mostAtOnce` at most
 * @throws Problem `notAllowed` without the role admin
 */
export async function retryDeadEffects(principal: Principal): Promise<number> {
  const actor = asStaff(principal, "admin");
  const { database, jobs } = currentPortal();
  return database.transaction({ role: "portal_engine" }, async (tx) => {
    const found = await reopenDeadEffects(tx, mostAtOnce);
    const keys = found.map(({ customerId, machineId, seq, n }) => ({
      ...{ customerId, machineId, seq, n },
    }));
    await jobs.enqueue(tx, "effect", keys);
    await writeAudit(tx, ...found.map((row) => noteOf(principal, actor, "effect.retry", row)));
    return found.length;
  });
}

async function enqueue(tx: Handle, { customerId, machineId, seq, n }: EffectKey): Promise<void> {
  await currentPortal().jobs.enqueue(tx, "effect", [{ customerId, machineId, seq, n }]);
}

/**
 * Has an effect that was given up tried again with the same bytes; who asked for it stands in the
 * audit log. The key stays the same too, unless it has lapsed and staff had to find out themselves
 * that nothing was done.
 *
 * @throws Problem `notAllowed` without the role admin, `notFound` where there is no such effect,
 *   `conflict` where it is neither given up nor unresolved
 */
export async function retryEffect(principal: Principal, key: EffectKey): Promise<void> {
  await change(principal, key, "effect.retry", ["dead", "unresolved"], async (tx, found) => {
    const { keySince, keyNumber } = found;
    const renewed = isKeyLapsed(keySince, wallNow())
      ? { keySince: null, keyNumber: keyNumber + 1 }
      : {};
    await recordProgress(tx, key, { state: "pending", finishedAt: null, ...renewed });
    await enqueue(tx, key);
  });
}

/**
 * Has the provider searched once more for an effect of which nobody could tell whether it was done;
 * who asked for it stands in the audit log.
 *
 * @throws Problem as `retryEffect`; `conflict` where the effect is not unresolved
 */
export async function lookUpEffect(principal: Principal, key: EffectKey): Promise<void> {
  await change(principal, key, "effect.lookUp", ["unresolved"], async (tx) => {
    await recordProgress(tx, key, { state: "unknown", finishedAt: null });
    await enqueue(tx, key);
  });
}

/**
 * Takes an effect of which nobody could tell whether it was done as done, on the word of staff; who
 * said so stands in the audit log.
 *
 * @throws Problem as `retryEffect`; `conflict` where the effect is not unresolved
 */
export async function settleEffect(principal: Principal, key: EffectKey): Promise<void> {
  const finishedAt = new Date(principal.receivedAt);
  await change(principal, key, "effect.settle", ["unresolved"], (tx) =>
    recordProgress(tx, key, { state: "done", finishedAt }),
  );
}
