import { createHmac, timingSafeEqual } from "node:crypto";

const oneYearInSeconds = 365 * 24 * 3600;

const sign = (secret: string, userId: string) =>
  createHmac("sha256", secret).update(`device:${userId}`).digest("base64url");

const cookieName = (secret: string, userId: string) =>
  `__Host-portal.device-${sign(secret, `name:${userId}`).slice(0, 8)}`;

/** Whether this browser carries the mark of an earlier sign-in of this person. */
export function isKnownDevice(
  secrets: readonly string[],
  cookie: string | null,
  userId: string,
): boolean {
  return secrets.some((secret) => {
    const name = `${cookieName(secret, userId)}=`;
    const value = cookie
      ?.split(/; */)
      .find((part) => part.startsWith(name))
      ?.slice(name.length);
    const expected = Buffer.from(sign(secret, userId));
    const given = Buffer.from(value ?? "");
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

/** The cookie that marks this browser as one this person signs in with; it grants nothing. */
export function deviceCookie(secrets: readonly string[], userId: string): string {
  const secret = secrets[0] ?? "";
  return (
    `${cookieName(secret, userId)}=${sign(secret, userId)}; Path=/; Secure; HttpOnly; ` +
    `SameSite=Lax; Max-Age=${oneYearInSeconds}`
  );
}
