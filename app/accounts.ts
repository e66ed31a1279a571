import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { admin, organization, twoFactor } from "better-auth/plugins";
import { createAccessControl } from "better-auth/plugins/access";
import { adminAc, userAc } from "better-auth/plugins/admin/access";
import type { Database } from "#db/client.ts";
import * as accountTables from "#db/schema/accounts.ts";
import { newIdentifier } from "./identifier.ts";
import { withoutData } from "./log-error.ts";
import { log } from "./log.ts";

/** How long things of an account live. */
export const lifetimes = {
  verificationHours: 24,
  resetMinutes: 30,
  /** A session nobody uses ends, and every session ends after a working day. */
  idleMinutes: 60,
  absoluteHours: 12,
  secondFactorMinutes: 5,
};

/** The person a mail of an account goes to. */
export type AccountMailUser = { id: string; name: string; email: string };

/** The mails that the account library asks for; they must not throw and not wait for the provider. */
export interface AccountMails {
  verifyEmail(user: AccountMailUser, token: string): void;
  accountExists(user: AccountMailUser): void;
  passwordReset(user: AccountMailUser, token: string): void;
}

/** The header in which the portal hands its own idea of the caller's address to the library. */
export const addressHeader = "x-portal-address";

// What a member may do is decided by access.ts and by the machines; the library only keeps the names.
const control = createAccessControl({ organization: ["update"] });
const memberRoles = Object.fromEntries(
  ["owner", "billing", "technical", "viewer"].map((role) => [role, control.newRole({})]),
);

/**
 * The account library (better-auth) on the portal's database. Its HTTP handler is mounted nowhere:
 * use-cases call `api` and pass its cookies on. Cookies are `__Host-` and Secure, which browsers
 * accept from http://localhost as well. `secrets` are newest first.
 */
export function openAccounts(options: {
  database: Database;
  appUrl: string;
  secrets: readonly string[];
  mails: AccountMails;
}) {
  const { secrets, mails } = options;
  return betterAuth({
    appName: "NDR Portal",
    baseURL: options.appUrl,
    secrets: secrets.map((value, index) => ({ version: secrets.length - index, value })),
    database: drizzleAdapter(options.database.accounts, { provider: "pg", schema: accountTables }),
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: {
      // The library writes addresses into its messages; only its errors are worth a line.
      level: "error",
      log: (_level, message) => log.error({ source: "accounts" }, withoutData(String(message))),
    },
    advanced: {
      cookiePrefix: "__Host-portal",
      useSecureCookies: false,
      defaultCookieAttributes: { secure: true, httpOnly: true, sameSite: "lax", path: "/" },
      database: { generateId: () => newIdentifier() },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    session: {
      expiresIn: lifetimes.idleMinutes * 60,
      updateAge: 60,
      cookieCache: { enabled: false },
    },
    user: {
      additionalFields: {
        locale: { type: "string", defaultValue: "ja", input: true },
        companyName: { type: "string", required: false, input: true },
      },
    },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: 8,
      maxPasswordLength: 256,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: lifetimes.resetMinutes * 60,
      sendResetPassword: async ({ user, token }) => mails.passwordReset(user, token),
      onExistingUserSignUp: async ({ user }) => mails.accountExists(user),
    },
    emailVerification: {
      sendOnSignUp: true,
      expiresIn: lifetimes.verificationHours * 3600,
      sendVerificationEmail: async ({ user, token }) => mails.verifyEmail(user, token),
    },
    plugins: [
      organization({
        ac: control,
        roles: memberRoles,
        creatorRole: "owner",
        allowUserToCreateOrganization: false,
      }),
      twoFactor({
        issuer: "NDR Portal",
        twoFactorCookieMaxAge: lifetimes.secondFactorMinutes * 60,
      }),
      admin({
        defaultRole: "user",
        adminRoles: ["admin"],
        roles: { admin: adminAc, operations: userAc, finance: userAc, user: userAc },
      }),
    ],
  });
}

export type Accounts = ReturnType<typeof openAccounts>;
