import { isAPIError } from "better-auth/api";

/**
 * The code under which the account library refused, such as `INVALID_EMAIL_OR_PASSWORD`. Throws the
 * error again where it is no refusal but a failure.
 */
export function refusalCode(error: unknown): string {
  if (isAPIError(error) && error.statusCode < 500) {
    return typeof error.body?.code === "string" ? error.body.code : String(error.statusCode);
  }
  throw error;
}
