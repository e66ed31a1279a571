import pino from "pino";
import { logContext } from "./log-context.ts";
import { describeError } from "./log-error.ts";

const personal = ["password", "token", "cookie", "authorization", "email", "name", "phone"];

/**
 * The portal's log, one JSON object a line; line breaks in values are escaped by the format. Each line
 * carries the request or job on whose behalf it was written. Secrets and personal data stay out of
 * it: errors lose the values they quote, and what is logged under a telling name is struck out.
 */
export const log = pino({
  level: process.env["LOG_LEVEL"] ?? "info",
  mixin: () => ({ ...logContext() }),
  serializers: { err: (error: unknown) => describeError(error) },
  redact: {
    paths: [
      ...personal,
      ...personal.map((name) => `*.${name}`),
      "to",
      "html",
      "text",
      "companyName",
    ],
    censor: "[struck out]",
  },
});
