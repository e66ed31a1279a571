/** What the page shows of an enrolment that waits for its first code. */
export interface ShownEnrolment {
  key: string;
  /** For the authenticator app of the device itself. */
  address: string;
  recoveryCodes: string[];
}

/**
 * Builds what is shown from the key and the codes. Both travel with the form, so that a mistyped code
 * does not lose them; what does not look like them is dropped.
 */
export function enrolmentOf(email: string, key: string, recoveryCodes: string[]): ShownEnrolment {
  const safeKey = /^[A-Z2-7=]{16,128}$/.test(key) ? key : "";
  const label = encodeURIComponent(`NDR Portal:${email}`);
  return {
    key: safeKey,
    address: `otpauth://totp/${label}?secret=${safeKey}&issuer=NDR%20Portal`,
    recoveryCodes: recoveryCodes.filter((code) => /^[\w-]{8,20}$/.test(code)).slice(0, 20),
  };
}
