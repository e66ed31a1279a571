import { and, eq, inArray, sql } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { effect } from "#db/schema/engine.ts";

/** Names an effect; joined by slashes it is the idempotency key that the provider receives. */
export interface EffectKey {
  customerId: string;
  machineId: string;
  seq: number;
  n: number;
}

export type EffectRow = typeof effect.$inferSelect;

const isKey = (key: EffectKey) =>
  and(
    eq(effect.customerId, key.customerId),
    eq(effect.machineId, key.machineId),
    eq(effect.seq, key.seq),
    eq(effect.n, key.n),
  );

/** One effect, locked against a second worker that has the same job, or null. */
export async function lockEffect(tx: Handle, key: EffectKey): Promise<EffectRow | null> {
  const [row] = await tx.select().from(effect).where(isKey(key)).for("update");
  return row ?? null;
}

/**
 * Records that an attempt begins, with the bytes it will send; before the provider is called.
 *
 * @param keySince wall-clock instant from which on the provider may have done it; null where that
 *   never leaves a doubt
 * @param rendered what is to be sent
 */
export async function beginAttempt(
  tx: Handle,
  key: EffectKey,
  { at, keySince, rendered }: { at: Date; keySince: Date | null; rendered: unknown },
): Promise<void> {
  await tx
    .update(effect)
    .set({ attempts: sql`${effect.attempts} + 1`, attemptedAt: at, keySince, rendered })
    .where(isKey(key));
}

/** How an effect stands after an attempt. */
export interface EffectProgress {
  state: "done" | "pending" | "unknown" | "unresolved" | "dead";
  rendered?: unknown;
  providerId?: string | null;
  problem?: string | null;
  finishedAt?: Date | null;
  keySince?: Date | null;
  keyNumber?: number;
  lookedUpAt?: Date;
  /** Set to 0 where a part was done: tries are counted from there. */
  attempts?: number;
}

/** Writes how an effect stands after an attempt; what is not named stays. */
export async function recordProgress(
  tx: Handle,
  key: EffectKey,
  progress: Partial<EffectProgress>,
): Promise<void> {
  await tx.update(effect).set(progress).where(isKey(key));
}

/** How many effects are still to be done. */
export async function countOpenEffects(tx: Handle): Promise<number> {
  return tx.$count(effect, inArray(effect.state, ["pending", "unknown"]));
}

/** Whether an effect of a kind that a machine asked for is still to be done. */
export async function isEffectOpen(
  tx: Handle,
  { customerId, machineId, kind }: { customerId: string; machineId: string; kind: string },
): Promise<boolean> {
  const open = await tx.$count(
    effect,
    and(
      eq(effect.customerId, customerId),
      eq(effect.machineId, machineId),
      eq(effect.kind, kind),
      inArray(effect.state, ["pending", "unknown"]),
    ),
  );
  return open > 0;
}
