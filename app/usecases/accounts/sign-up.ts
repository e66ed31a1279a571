import { limits } from "#app/middleware/rate-limit.ts";
import type { Portal } from "#app/portal.ts";
import { deleteUnverified } from "#db/queries/accounts/users.ts";
import { refusalCode } from "./account-error.ts";
import { callerHeaders, type Caller } from "./caller.ts";
import { passwordFault, type PasswordFault } from "./password-rules.ts";

export interface SignUp {
  companyName: string;
  name: string;
  /** In lower case. */
  email: string;
  password: string;
  locale: "ja" | "en";
}

/**
 * Registers a person and its company. Known addresses get the same answer and a mail that says so. A
 * registration that nobody confirmed gives way to a new one: else whoever registers somebody else's
 * address first would choose that person's password. Returns what is wrong with the password, or null.
 */
export async function signUp(
  portal: Portal,
  caller: Caller,
  wanted: SignUp,
): Promise<PasswordFault | null> {
  const fault = passwordFault(wanted.password, [wanted.email, wanted.name, wanted.companyName]);
  if (fault) return fault;
  if (!(await portal.limiter.take(`mail:${wanted.email}`, limits.mailAccount))) return null;
  await portal.database.transaction({ role: "portal_auth" }, (tx) =>
    deleteUnverified(tx, wanted.email),
  );
  try {
    await portal.accounts.api.signUpEmail({ body: wanted, headers: callerHeaders(caller) });
  } catch (error) {
    // Two registrations of one address at once: the other one was first, and its mail is on the way.
    if (refusalCode(error) !== "FAILED_TO_CREATE_USER") throw error;
  }
  return null;
}

/** Sends the mail with the link again, if the address waits for it; takes equally long if not. */
export async function repeatVerification(portal: Portal, email: string): Promise<void> {
  if (!(await portal.limiter.take(`mail:${email}`, limits.mailAccount))) return;
  await portal.accounts.api.sendVerificationEmail({ body: { email } });
}
