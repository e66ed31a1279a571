import type { Portal } from "#app/portal.ts";
import {
  endSession,
  listSessions,
  readUser,
  updateOwnProfile,
} from "#db/queries/accounts/users.ts";
import { deviceName } from "./device-name.ts";

/** A browser in which the person is signed in; instants are ISO. */
export interface OwnSession {
  id: string;
  device: string;
  ipAddress: string;
  startedAt: string;
  usedAt: string;
  isThis: boolean;
}

/** What the account page shows of the person itself. */
export interface OwnAccount {
  name: string;
  email: string;
  locale: string;
  sessions: OwnSession[];
}

const accounts = { role: "portal_auth" } as const;

/** The signed-in person's own account; `token` marks the session that asks. */
export async function readOwnAccount(
  { database }: Pick<Portal, "database">,
  userId: string,
  token: string,
): Promise<OwnAccount> {
  return database.transaction(accounts, async (tx) => {
    const user = await readUser(tx, userId);
    if (!user) throw new Error("A session without its person.");
    const sessions = await listSessions(tx, userId, new Date());
    return {
      name: user.name,
      email: user.email,
      locale: user.locale,
      sessions: sessions.map((session) => ({
        id: session.id,
        device: deviceName(session.userAgent ?? ""),
        ipAddress: session.ipAddress ?? "",
        startedAt: session.createdAt.toISOString(),
        usedAt: session.updatedAt.toISOString(),
        isThis: session.token === token,
      })),
    };
  });
}

/** Saves what the person may change of itself. */
export async function saveProfile(
  { database }: Pick<Portal, "database">,
  userId: string,
  profile: { name: string; locale: "ja" | "en" },
): Promise<void> {
  await database.transaction(accounts, (tx) => updateOwnProfile(tx, userId, profile));
}

/** Ends one of the person's own sessions. Returns false where there is none of that id. */
export async function endOwnSession(
  { database }: Pick<Portal, "database">,
  userId: string,
  sessionId: string,
): Promise<boolean> {
  return database.transaction(accounts, (tx) => endSession(tx, userId, sessionId));
}
