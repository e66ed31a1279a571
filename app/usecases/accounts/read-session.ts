import { lifetimes } from "#app/accounts.ts";
import type { Role, SessionUser } from "#app/middleware/context.ts";
import type { Portal } from "#app/portal.ts";
import { readMembership } from "#db/queries/accounts/membership.ts";
import { endAllSessions, endSessionByToken } from "#db/queries/accounts/users.ts";
import { callerHeaders, cookiesOf, type Caller } from "./caller.ts";

/** A living session: who, in which language, and the cookies that keep it alive. */
export interface Session {
  user: SessionUser;
  locale: "ja" | "en";
  token: string;
  headers: Headers;
}

const accounts = { role: "portal_auth" } as const;
const customerRoles: readonly string[] = ["owner", "billing", "technical", "viewer"];
const staffRoles: readonly string[] = ["operations", "finance", "admin"];

/** The roles in a comma-separated list that are among `known`. */
function rolesIn(list: string | null | undefined, known: readonly string[]): Role[] {
  const given = (list ?? "").split(",").map((role) => role.trim());
  return given.filter((role): role is Role => known.includes(role));
}

/**
 * The session that a browser's cookie stands for, or null. It ends after an hour without use, twelve
 * hours after its sign-in whatever happens, and at once when its person is banned.
 */
export async function readSession(portal: Portal, caller: Caller): Promise<Session | null> {
  if (!caller.cookie?.includes("__Host-portal.session_token=")) return null;
  const { headers, response: found } = await portal.accounts.api.getSession({
    headers: callerHeaders(caller),
    returnHeaders: true,
  });
  if (!found) return null;
  const { session, user } = found;
  const age = Date.now() - session.createdAt.getTime();
  if (user.banned || age >= lifetimes.absoluteHours * 3_600_000) {
    await portal.database.transaction(accounts, (tx) =>
      user.banned ? endAllSessions(tx, user.id) : endSessionByToken(tx, session.token),
    );
    return null;
  }
  const staff = rolesIn(user.role, staffRoles);
  // Staff act for the operator alone: a membership must not give them a customer's rights as well.
  const membership =
    staff.length > 0
      ? null
      : await portal.database.transaction(accounts, (tx) => readMembership(tx, user.id));
  return {
    user: {
      userId: user.id,
      name: user.name,
      email: user.email,
      customerId: membership?.customerId ?? null,
      customerName: membership?.customerName ?? null,
      roles: membership ? rolesIn(membership.role, customerRoles) : staff,
      twoFactor: user.twoFactorEnabled === true,
    },
    locale: user.locale === "en" ? "en" : "ja",
    token: session.token,
    headers: cookiesOf(headers),
  };
}
