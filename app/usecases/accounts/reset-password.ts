import { limits } from "#app/middleware/rate-limit.ts";
import type { Portal } from "#app/portal.ts";
import { refusalCode } from "./account-error.ts";
import { passwordFault, type PasswordFault } from "./password-rules.ts";

/** Sends a link to set a new password, if the address has an account; the answer never tells. */
export async function requestReset(portal: Portal, email: string): Promise<void> {
  if (!(await portal.limiter.take(`mail:${email}`, limits.mailAccount))) return;
  await portal.accounts.api.requestPasswordReset({ body: { email } });
}

/**
 * Sets a new password by a link's token, which works once, and ends all sessions of the person. The
 * second factor stays. Returns what was wrong, or null.
 */
export async function resetPassword(
  portal: Portal,
  token: string,
  newPassword: string,
): Promise<PasswordFault | "token" | null> {
  const fault = passwordFault(newPassword);
  if (fault) return fault;
  try {
    await portal.accounts.api.resetPassword({ body: { token, newPassword } });
    return null;
  } catch (error) {
    refusalCode(error);
    return "token";
  }
}
