import { createHash } from "node:crypto";
import type { Sandbox } from "../sandbox.ts";
import { hasLapsed } from "../stripe/idempotency.ts";
import { MailError } from "./errors.ts";

export interface KeyedRequest {
  key: string;
  endpoint: string;
  body: string;
}

/** The body stored under the key, or undefined when the request is to be carried out; throws 400 or 409. */
export function storedMailAnswer(
  { store, inFlight }: Sandbox,
  { key, endpoint, body }: KeyedRequest,
): string | undefined {
  if (key.length < 1 || key.length > 256) {
    throw new MailError(
      400,
      "invalid_idempotency_key",
      "The idempotency key must be between 1 and 256 characters long.",
    );
  }
  if (inFlight.has(mailKeyId(key))) {
    throw new MailError(
      409,
      "concurrent_idempotent_requests",
      "Another request with the same idempotency key is currently being processed. Please try again later.",
    );
  }
  const record = store.get("idempotency", mailKeyId(key));
  if (!record || hasLapsed(record)) return undefined;
  if (record.endpoint === endpoint && record.fingerprint === digest(body)) return record.body;
  throw new MailError(
    409,
    "invalid_idempotent_request",
    "This idempotency key has already been used on a request with a different payload. Retrying this request is useless without changing the idempotency key or payload.",
  );
}

/** Keeps the answer under its key. Inside the transaction that accepts the mail. */
export function rememberMailAnswer(
  { store }: Sandbox,
  { key, endpoint, body }: KeyedRequest,
  answer: string,
): void {
  store.put("idempotency", {
    id: mailKeyId(key),
    endpoint,
    fingerprint: digest(body),
    status: 200,
    body: answer,
    request_id: "",
    created: Date.now(),
  });
}

export function mailKeyId(key: string): string {
  return `resend:${key}`;
}

function digest(body: string): string {
  return createHash("sha256").update(body).digest("hex");
}
