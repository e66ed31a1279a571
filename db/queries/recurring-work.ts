import { lt, sql } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { recurringWork } from "#db/schema/operator.ts";

/**
 * Takes work that recurs, where nobody has begun it since an instant. Of many who ask, one gets it.
 *
 * @returns when it was done last, or null for never; undefined where it is not to be done now
 */
export async function claimWork(
  tx: Handle,
  name: string,
  now: Date,
  notSince: Date,
): Promise<{ doneAt: Date | null } | undefined> {
  const [row] = await tx
    .insert(recurringWork)
    .values({ name, begunAt: now })
    .onConflictDoUpdate({
      target: recurringWork.name,
      set: { begunAt: now },
      setWhere: lt(recurringWork.begunAt, notSince),
    })
    .returning({ doneAt: recurringWork.doneAt });
  return row;
}

/** Notes that it is done; where it failed, it may be begun again at once. */
export async function endWork(tx: Handle, name: string, doneAt: Date | null): Promise<void> {
  await tx
    .insert(recurringWork)
    .values({ name, begunAt: doneAt ?? new Date(0), doneAt })
    .onConflictDoUpdate({
      target: recurringWork.name,
      set: doneAt ? { doneAt } : { begunAt: sql`'epoch'::timestamptz` },
    });
}
