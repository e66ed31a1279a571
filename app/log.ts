import pino from "pino";

/**
 * The portal's log, one JSON object a line; line breaks in values are escaped by the format. Secrets
 * and personal data stay out of it: what carries them is struck out by name.
 */
export const log = pino({
  level: process.env["LOG_LEVEL"] ?? "info",
  redact: {
    paths: [
      ...["password", "token", "cookie", "authorization", "email", "to", "html", "text"],
      ...["*.password", "*.token", "*.cookie", "*.authorization", "*.email"],
    ],
    censor: "[struck out]",
  },
});
