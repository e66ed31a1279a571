import type { Portal } from "#app/portal.ts";
import { refusalCode } from "./account-error.ts";
import { callerHeaders, cookiesOf, type Caller } from "./caller.ts";

/** What an authenticator app needs, and the codes for the day it is lost. */
export interface Enrolment {
  /** The key in base32, as it is typed by hand. */
  key: string;
  /** The same as an otpauth:// address. */
  address: string;
  recoveryCodes: string[];
}

/**
 * Begins the enrolment of an authenticator app for the signed-in person, who gives the password. It
 * does not count until `completeEnrolment`. Returns null where the password is wrong or a second
 * factor exists already.
 */
export async function beginEnrolment(
  portal: Portal,
  caller: Caller,
  password: string,
): Promise<Enrolment | null> {
  try {
    const made = await portal.accounts.api.enableTwoFactor({
      body: { password },
      headers: callerHeaders(caller),
    });
    if (!("totpURI" in made)) return null;
    const key = new URL(made.totpURI).searchParams.get("secret") ?? "";
    return { key, address: made.totpURI, recoveryCodes: made.backupCodes };
  } catch (error) {
    refusalCode(error);
    return null;
  }
}

/**
 * Completes the enrolment with a first code of the app. Returns the cookies of the new session, or
 * null where the code is wrong.
 */
export async function completeEnrolment(
  portal: Portal,
  caller: Caller,
  code: string,
): Promise<Headers | null> {
  try {
    const { headers } = await portal.accounts.api.verifyTOTP({
      body: { code },
      headers: callerHeaders(caller),
      returnHeaders: true,
    });
    return cookiesOf(headers);
  } catch (error) {
    refusalCode(error);
    return null;
  }
}
