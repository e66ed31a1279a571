/**
 * What became of one attempt to send a mail.
 * - `sent`: Resend took the mail over, under its id `providerId`.
 * - `retry`: not sent; the same bytes under the same key may go again, not before `after` seconds.
 * - `refused`: no retry can help.
 * - `unknown`: no answer, one that can't be read, or one that tells of a fault on Resend's side or of the
 *   same key being in use. The mail may have been sent; the same key is safe to retry within 24 hours of
 *   the first attempt, because Resend then repeats its answer, not the mail.
 */
export type MailOutcome =
  | { outcome: "sent"; providerId: string }
  | { outcome: "retry"; after?: number; reason: string }
  | { outcome: "refused"; reason: string }
  | { outcome: "unknown"; reason: string };

/**
 * What a search for a mail brought.
 * - `absent`: Resend's list reaches back to before the first attempt and does not have it
 * - `untold`: Resend can't tell. `listEnds`: it keeps no mails of that time; `listTooLong`: it sent too many
 *   since; `lookAlike`: a mail without a name might be it; else its own words
 */
export type MailLookUp =
  | { outcome: "found"; providerId: string }
  | { outcome: "absent" }
  | { outcome: "retry" | "untold"; reason: string };

/** An error as Resend's SDK hands it on; fields may be missing where a proxy answered instead. */
export type MailRefusal = { name?: string; message?: string; statusCode?: number | null };

const HOUR_SECONDS = 3600;

/**
 * Decides what an error answer means. `headers` are those of the answer, or null where none came;
 * `timedOut` tells a time-out from other network failures in the reason only.
 */
export function classifyRefusal(
  error: MailRefusal,
  headers: Record<string, string> | null,
  timedOut: boolean,
): MailOutcome {
  const { name = "error", statusCode: status } = error;
  const reason = withoutAddresses(
    `${status ?? "no status"} ${name}: ${error.message ?? ""}`.trim(),
  );
  if (headers === null) {
    return { outcome: "unknown", reason: timedOut ? "timed out" : "no complete answer" };
  }
  if (typeof status !== "number") return { outcome: "unknown", reason };
  if (name === "daily_quota_exceeded" || name === "monthly_quota_exceeded") {
    // Without a hint when the quota resets, an hour is patient and still inside the key's life.
    return { outcome: "retry", after: waitSeconds(headers) ?? HOUR_SECONDS, reason };
  }
  const isInUse = status === 409 && name === "concurrent_idempotent_requests";
  if (status >= 500 || status === 408 || isInUse) return { outcome: "unknown", reason };
  if (status !== 429) return { outcome: "refused", reason };
  const after = waitSeconds(headers);
  return after === undefined ? { outcome: "retry", reason } : { outcome: "retry", after, reason };
}

/** Reasons go to logs and pages, where nobody's address belongs. */
function withoutAddresses(text: string): string {
  return text.replaceAll(/[^\s<>()"'`]+@[^\s<>()"'`]+/g, "…@…");
}

/** Seconds to wait by `retry-after`, else by `ratelimit-reset` of an exhausted limit. */
function waitSeconds(headers: Record<string, string>): number | undefined {
  const reset = headers["ratelimit-remaining"] === "0" ? headers["ratelimit-reset"] : undefined;
  const value = headers["retry-after"] ?? reset;
  return value !== undefined && /^\d{1,6}$/.test(value.trim()) ? Number(value) : undefined;
}
