import { createHash } from "node:crypto";
import type { Sandbox } from "../sandbox.ts";
import type { IdempotencyRecord } from "../store/tables.ts";
import { ApiError, invalidRequest } from "./errors.ts";

const KEPT_FOR_MILLISECONDS = 24 * 60 * 60 * 1000;
const LONGEST_KEY = 255;

/**
 * Keys age by the wall clock: whoever sends a request again does so in real time, also while the portal
 * clock leaps over days.
 */
export function hasLapsed({ created }: IdempotencyRecord): boolean {
  return created + KEPT_FOR_MILLISECONDS <= Date.now();
}

/** The same parameters in another order are the same request. */
export function fingerprint(form: string): string {
  const pairs = [...new URLSearchParams(form)].map((pair) => JSON.stringify(pair)).toSorted();
  return createHash("sha256").update(pairs.join("\n")).digest("hex");
}

/**
 * The answer stored under the key, or undefined when the request is to be carried out. Throws 400
 * idempotency_error for another endpoint or other parameters, 409 while the first is in progress.
 */
export function storedAnswer(
  { store, inFlight }: Sandbox,
  key: string,
  endpoint: string,
  form: string,
): IdempotencyRecord | undefined {
  if (key.length > LONGEST_KEY) {
    throw invalidRequest(`Idempotency keys can be at most ${LONGEST_KEY} characters long.`);
  }
  if (inFlight.has(recordId(key))) {
    throw new ApiError(409, {
      type: "idempotency_error",
      code: "idempotency_key_in_use",
      message: `There is currently another in-progress request using this Idempotency Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
    });
  }
  const record = store.get("idempotency", recordId(key));
  if (!record || hasLapsed(record)) return undefined;
  if (record.endpoint !== endpoint)
    throw misuse(key, `for the same endpoint they were first used for ('${record.endpoint}')`);
  if (record.fingerprint !== fingerprint(form))
    throw misuse(key, "with the same parameters they were first used with");
  return record;
}

export function recordId(key: string): string {
  return `stripe:${key}`;
}

function misuse(key: string, rule: string): ApiError {
  return new ApiError(400, {
    type: "idempotency_error",
    message: `Keys for idempotent requests can only be used ${rule}. Try using a key other than '${key}' if you meant to execute a different request.`,
  });
}
