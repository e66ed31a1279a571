import { createHash } from "node:crypto";
import { limits } from "#app/middleware/rate-limit.ts";
import type { Portal } from "#app/portal.ts";
import { endSessionByToken, readUser, useCodeUp } from "#db/queries/accounts/users.ts";
import { recordDenial } from "../audit/record-denial.ts";
import { refusalCode } from "./account-error.ts";
import { callerHeaders, cookiesOf, type Caller } from "./caller.ts";
import { createCustomer } from "./create-customer.ts";
import { deviceName } from "./device-name.ts";
import { deviceCookie, isKnownDevice } from "./known-device.ts";
import { passwordLength } from "./password-rules.ts";

/** How signing in ended; `headers` carry the cookies that the browser shall keep. */
export type SignInResult =
  | { outcome: "signedIn"; headers: Headers }
  | { outcome: "secondFactor"; headers: Headers }
  | { outcome: "refused" | "unverified" | "limited" | "startAgain" };

const accounts = { role: "portal_auth" } as const;

/** What the old session allowed must not outlive it, and its id must not be anybody's choice. */
async function finish(
  portal: Portal,
  caller: Caller,
  oldToken: string | null,
  signedIn: { userId: string; token: string; headers: Headers },
): Promise<SignInResult> {
  const { userId, token } = signedIn;
  if (oldToken !== null) {
    await portal.database.transaction(accounts, (tx) => endSessionByToken(tx, oldToken));
  }
  await createCustomer(portal, userId);
  const headers = cookiesOf(signedIn.headers);
  if (!isKnownDevice(portal.secrets, caller.cookie, userId)) {
    headers.append("Set-Cookie", deviceCookie(portal.secrets, userId));
    const user = await portal.database.transaction(accounts, (tx) => readUser(tx, userId));
    const { ipAddress } = caller;
    const device = deviceName(caller.userAgent) || caller.userAgent;
    const signedInAt = new Date();
    if (user) portal.post.newSignIn(user, { sessionToken: token, signedInAt, ipAddress, device });
  }
  return { outcome: "signedIn", headers };
}

/**
 * Signs a person in by e-mail and password. Unknown addresses, wrong passwords and banned persons get
 * the same answer after the same work. `oldToken` is the session that the browser came with; it ends.
 */
export async function signIn(
  portal: Portal,
  caller: Caller,
  oldToken: string | null,
  given: { email: string; password: string },
): Promise<SignInResult> {
  const account = createHash("sha256").update(given.email).digest("hex");
  if (!(await portal.limiter.take(`sign-in:${account}`, limits.signInAccount))) {
    await recordDenial(portal, { action: "sign-in", outcome: "refused: limited" });
    return { outcome: "limited" };
  }
  if (given.password.length > passwordLength.most * 2) {
    await recordDenial(portal, { action: "sign-in", outcome: "refused: PASSWORD_TOO_LONG" });
    return { outcome: "refused" };
  }
  try {
    const { headers, response } = await portal.accounts.api.signInEmail({
      body: given,
      headers: callerHeaders(caller),
      returnHeaders: true,
    });
    if ("twoFactorRedirect" in response)
      return { outcome: "secondFactor", headers: cookiesOf(headers) };
    const { token, user } = response;
    return finish(portal, caller, oldToken, { userId: user.id, token, headers });
  } catch (error) {
    const code = refusalCode(error);
    await recordDenial(portal, { action: "sign-in", outcome: `refused: ${code}` });
    return { outcome: code === "EMAIL_NOT_VERIFIED" ? "unverified" : "refused" };
  }
}

/** Codes hold for a step of 30 seconds, and one step to either side is taken. */
const codeLifeSeconds = 120;

/**
 * Completes a sign-in with a code of the authenticator app, or with one of the recovery codes. A code
 * works once. `startAgain` says that the first step was too long ago or tried too often.
 */
export async function passSecondFactor(
  portal: Portal,
  caller: Caller,
  oldToken: string | null,
  code: string,
): Promise<SignInResult> {
  const request = { body: { code }, headers: callerHeaders(caller), returnHeaders: true } as const;
  try {
    const { api } = portal.accounts;
    const isRecovery = !/^\d{6}$/.test(code);
    const { headers, response } = await (isRecovery
      ? api.verifyBackupCode(request)
      : api.verifyTOTP(request));
    const { user, token } = response;
    if (!token) return { outcome: "startAgain" };
    const digest = createHash("sha256").update(code).digest("hex");
    const now = new Date();
    const until = new Date(now.getTime() + codeLifeSeconds * 1000);
    const fresh = await portal.database.transaction(accounts, (tx) =>
      useCodeUp(tx, { userId: user.id, digest, now, until }),
    );
    if (!fresh) {
      await portal.database.transaction(accounts, (tx) => endSessionByToken(tx, token));
      await recordDenial(portal, { action: "second-factor", outcome: "refused: code used before" });
      return { outcome: "startAgain" };
    }
    return finish(portal, caller, oldToken, { userId: user.id, token, headers });
  } catch (error) {
    const refusal = refusalCode(error);
    await recordDenial(portal, { action: "second-factor", outcome: `refused: ${refusal}` });
    const again = /COOKIE|TOO_MANY|LOCKED/.test(refusal);
    return { outcome: again ? "startAgain" : "refused" };
  }
}
