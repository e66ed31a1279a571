import type { Portal } from "#app/portal.ts";
import { refusalCode } from "./account-error.ts";
import { createCustomer } from "./create-customer.ts";

/** The person that a link's token was made for; read only after the token's signature was checked. */
function userIdOf(token: string): string | null {
  const [, payload = ""] = token.split(".");
  const parsed = JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as {
    userId?: unknown;
  };
  return typeof parsed.userId === "string" ? parsed.userId : null;
}

/**
 * Confirms an address by its link's token and makes the customer. Using the token again is no error.
 * Returns the person's id, or null where the token is wrong, expired, or its registration was
 * replaced by a newer one.
 */
export async function verifyEmail(portal: Portal, token: string): Promise<string | null> {
  try {
    await portal.accounts.api.verifyEmail({ query: { token } });
  } catch (error) {
    refusalCode(error);
    return null;
  }
  const userId = userIdOf(token);
  if (userId !== null) await createCustomer(portal, userId);
  return userId;
}
