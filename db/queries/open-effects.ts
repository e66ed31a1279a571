import { count, desc, eq, inArray } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { recordProgress, type EffectRow } from "./effects.ts";
import { customer } from "#db/schema/customer.ts";
import { effect } from "#db/schema/engine.ts";

/**
 * The states of an effect that is not done, those that need a person first: given up, and unresolved
 * because nobody can tell whether it was done.
 */
export const openEffectStates = ["dead", "unresolved", "unknown", "pending"] as const;

export type OpenEffectState = (typeof openEffectStates)[number];

/** An effect that is not done: what it is, how often it was tried, what stood in the way. */
export type OpenEffect = Pick<
  typeof effect.$inferSelect,
  | "customerId"
  | "machineId"
  | "seq"
  | "n"
  | "kind"
  | "params"
  | "at"
  | "attempts"
  | "attemptedAt"
  | "problem"
  | "keySince"
  | "lookedUpAt"
> & { customerName: string | null };

/** The effects in a state, the latest first. */
export async function readOpenEffects(
  tx: Handle,
  { state, limit, offset }: { state: OpenEffectState; limit: number; offset: number },
): Promise<OpenEffect[]> {
  const { customerId, machineId, seq, n, kind, params, at } = effect;
  const { attempts, attemptedAt, problem, keySince, lookedUpAt } = effect;
  const columns = { customerId, machineId, seq, n, kind, params, at };
  return tx
    .select({
      ...columns,
      ...{ attempts, attemptedAt, problem, keySince, lookedUpAt },
      customerName: customer.name,
    })
    .from(effect)
    .leftJoin(customer, eq(customer.customerId, effect.customerId))
    .where(eq(effect.state, state))
    .orderBy(desc(at), desc(machineId), desc(seq), desc(n))
    .limit(limit)
    .offset(offset);
}

/** Has the oldest given-up effects wait again; those that somebody else is deciding are left out. */
export async function reopenDeadEffects(tx: Handle, limit: number): Promise<EffectRow[]> {
  const { customerId, machineId, seq, n, at, state } = effect;
  const chosen = await tx
    .select()
    .from(effect)
    .where(eq(state, "dead"))
    .orderBy(at, customerId, machineId, seq, n)
    .limit(limit)
    .for("update", { skipLocked: true });
  for (const key of chosen) await recordProgress(tx, key, { state: "pending", finishedAt: null });
  return chosen;
}

/** How many effects are in each state that is not done. */
export async function countOpenEffects(tx: Handle): Promise<Record<OpenEffectState, number>> {
  const rows = await tx
    .select({ state: effect.state, effects: count() })
    .from(effect)
    .where(inArray(effect.state, [...openEffectStates]))
    .groupBy(effect.state);
  const counted = Object.fromEntries(rows.map(({ state, effects }) => [state, effects]));
  return { dead: 0, unresolved: 0, unknown: 0, pending: 0, ...counted };
}
