import type { Portal } from "#app/portal.ts";
import { refusalCode } from "./account-error.ts";
import { callerHeaders, cookiesOf, type Caller } from "./caller.ts";
import { passwordFault, type PasswordFault } from "./password-rules.ts";

/**
 * Changes the password of the signed-in person, who gives the present one, and ends all its other
 * sessions. Returns the cookies of the new session, or what was wrong.
 */
export async function changePassword(
  portal: Portal,
  caller: Caller,
  person: { name: string; email: string },
  given: { currentPassword: string; newPassword: string },
): Promise<{ headers: Headers } | { fault: PasswordFault | "currentPassword" }> {
  const fault = passwordFault(given.newPassword, [person.name, person.email]);
  if (fault) return { fault };
  try {
    const { headers } = await portal.accounts.api.changePassword({
      body: { ...given, revokeOtherSessions: true },
      headers: callerHeaders(caller),
      returnHeaders: true,
    });
    return { headers: cookiesOf(headers) };
  } catch (error) {
    refusalCode(error);
    return { fault: "currentPassword" };
  }
}
