import { MailError } from "./errors.ts";

/** The parsed body; anything but JSON is refused with 400. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw new MailError(400, "validation_error", "The request body is not valid JSON.");
  }
}
