import { and, desc, eq, gt, lt, sql } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { session, user, verification } from "#db/schema/accounts.ts";

export type UserRow = typeof user.$inferSelect;

export async function readUser(tx: Handle, userId: string): Promise<UserRow | null> {
  const [row] = await tx.select().from(user).where(eq(user.id, userId));
  return row ?? null;
}

/** The person with an address (in lower case), or null. */
export async function findUserByEmail(tx: Handle, email: string): Promise<UserRow | null> {
  const [row] = await tx.select().from(user).where(eq(user.email, email));
  return row ?? null;
}

/** Forgets a registration whose address was never confirmed, with all that hangs on it. */
export async function deleteUnverified(tx: Handle, email: string): Promise<void> {
  await tx.delete(user).where(and(eq(user.email, email), eq(user.emailVerified, false)));
}

/** Changes what a person may change of itself. */
export async function updateOwnProfile(
  tx: Handle,
  userId: string,
  profile: { name: string; locale: string },
): Promise<void> {
  await tx
    .update(user)
    .set({ ...profile, updatedAt: sql`now()` })
    .where(eq(user.id, userId));
}

/** A signed-in browser as its owner sees it. */
export interface SessionRow {
  id: string;
  token: string;
  createdAt: Date;
  updatedAt: Date;
  ipAddress: string | null;
  userAgent: string | null;
}

/** A person's living sessions, the one used last first. */
export async function listSessions(tx: Handle, userId: string, now: Date): Promise<SessionRow[]> {
  return tx
    .select({
      id: session.id,
      token: session.token,
      createdAt: session.createdAt,
      updatedAt: session.updatedAt,
      ipAddress: session.ipAddress,
      userAgent: session.userAgent,
    })
    .from(session)
    .where(and(eq(session.userId, userId), gt(session.expiresAt, now)))
    .orderBy(desc(session.updatedAt), desc(session.id));
}

/** Ends one session of a person. Returns whether there was one of this person under this id. */
export async function endSession(tx: Handle, userId: string, sessionId: string): Promise<boolean> {
  const ended = await tx
    .delete(session)
    .where(and(eq(session.userId, userId), eq(session.id, sessionId)))
    .returning({ id: session.id });
  return ended.length > 0;
}

/** Ends the session of a token, if there is one. */
export async function endSessionByToken(tx: Handle, token: string): Promise<void> {
  await tx.delete(session).where(eq(session.token, token));
}

/** Ends all sessions of a person. */
export async function endAllSessions(tx: Handle, userId: string): Promise<void> {
  await tx.delete(session).where(eq(session.userId, userId));
}

/**
 * Uses a one-time code up. Returns false where it was used before: a code that was looked at over
 * somebody's shoulder must not work a second time. `now` and `until` bound how long it is remembered.
 */
export async function useCodeUp(
  tx: Handle,
  code: { userId: string; digest: string; now: Date; until: Date },
): Promise<boolean> {
  const id = `used-code-${code.userId}-${code.digest}`;
  await tx
    .delete(verification)
    .where(and(eq(verification.id, id), lt(verification.expiresAt, code.now)));
  const kept = await tx
    .insert(verification)
    .values({ id, identifier: id, value: "used", expiresAt: code.until })
    .onConflictDoNothing()
    .returning({ id: verification.id });
  return kept.length > 0;
}
