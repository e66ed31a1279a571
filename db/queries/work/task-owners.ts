import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { user } from "#db/schema/accounts.ts";
import { taskOwner } from "#db/schema/work.ts";

/** Names a task. */
export interface TaskKey {
  customerId: string;
  kind: string;
  subject: string;
}

/** Somebody of the operator's staff. */
export interface Colleague {
  userId: string;
  name: string;
  /** The role, or several with commas between. */
  role: string;
}

/** The staff who can sign in, by name. */
export async function readColleagues(tx: Handle): Promise<Colleague[]> {
  const rows = await tx
    .select({ userId: user.id, name: user.name, role: user.role })
    .from(user)
    .where(and(isNotNull(user.role), sql`${user.banned} is not true`))
    .orderBy(asc(user.name), asc(user.id));
  return rows.map((row) => ({ ...row, role: row.role ?? "" }));
}

/** Who has taken the tasks with these subjects; those that nobody has are missing. */
export async function readTaskOwners(
  tx: Handle,
  subjects: readonly string[],
): Promise<(TaskKey & { ownerId: string })[]> {
  if (subjects.length === 0) return [];
  const { customerId, kind, subject, ownerId } = taskOwner;
  const rows = await tx
    .select({ customerId, kind, subject, ownerId })
    .from(taskOwner)
    .where(and(inArray(subject, [...new Set(subjects)]), isNotNull(ownerId)));
  return rows.map((row) => ({ ...row, ownerId: row.ownerId ?? "" }));
}

/**
 * Gives a task to somebody, or to nobody. False where somebody else has it than `before` says: then two
 * people have reached for it, and the first one has it.
 */
export async function writeTaskOwner(
  tx: Handle,
  key: TaskKey,
  change: { before: string | null; ownerId: string | null; by: string; at: Date },
): Promise<boolean> {
  const { before, ownerId, by: assignedBy, at: assignedAt } = change;
  const values = { ownerId, assignedBy, assignedAt };
  if (before === null) {
    const added = await tx
      .insert(taskOwner)
      .values({ ...key, ...values })
      .onConflictDoUpdate({
        target: [taskOwner.customerId, taskOwner.kind, taskOwner.subject],
        set: values,
        setWhere: sql`${taskOwner.ownerId} is null`,
      })
      .returning({ subject: taskOwner.subject });
    return added.length === 1;
  }
  const changed = await tx
    .update(taskOwner)
    .set(values)
    .where(
      and(
        eq(taskOwner.customerId, key.customerId),
        eq(taskOwner.kind, key.kind),
        eq(taskOwner.subject, key.subject),
        eq(taskOwner.ownerId, before),
      ),
    )
    .returning({ subject: taskOwner.subject });
  return changed.length === 1;
}
