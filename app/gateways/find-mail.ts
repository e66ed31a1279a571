import type { Resend } from "resend";
import { classifyRefusal, type MailLookUp, type MailRefusal } from "./mail-outcome.ts";

/** What is known of a mail that may have been sent. */
export interface SoughtMail {
  tag: string;
  /** Address of the recipient. */
  to: string;
  subject: string;
  /** Instant of the first attempt, by the wall clock. */
  since: Date;
}

const pageSize = 100;
/** Resend answers five requests a second; longer searches are left to a person. */
const mostPages = 30;
/** Our clock and Resend's may differ. */
const slackMilliseconds = 300_000;

interface Answer<Data> {
  data: Data | null;
  error: MailRefusal | null;
  headers: Record<string, string> | null;
}

/** Reading changes nothing, so that whatever is not a plain refusal may be asked again. */
function failureOf({ error, headers }: Answer<unknown>, timedOut: boolean): MailLookUp | null {
  if (!error) return null;
  const failure = classifyRefusal(error, headers, timedOut);
  if (failure.outcome === "sent") return null;
  const outcome = failure.outcome === "refused" ? "untold" : "retry";
  return { outcome, reason: failure.reason };
}

/**
 * Searches Resend's list of sent mails, latest first, for one mail. The list shows neither tags nor
 * keys, so each mail of the same recipient and subject is looked at. That a mail is absent is said
 * only where the list reaches back to before the first attempt, because Resend forgets old mails.
 *
 * @param timeoutSeconds for each request
 */
export async function findMail(
  resend: Resend,
  timeoutSeconds: number,
  { tag, to, subject, since }: SoughtMail,
): Promise<MailLookUp> {
  const begin = since.getTime() - slackMilliseconds;
  let isInDoubt = false;
  let after: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const signal = AbortSignal.timeout(timeoutSeconds * 1000);
    const position = { limit: pageSize, ...(after && { after }) };
    const answer = await resend.emails.list(position, { signal });
    const failure = failureOf(answer, signal.aborted);
    if (failure) return failure;
    const mails = answer.data?.data;
    if (!Array.isArray(mails)) return { outcome: "retry", reason: "the answer is no list" };
    for (const mail of mails) {
      if (Date.parse(mail.created_at) < begin) {
        if (!isInDoubt) return { outcome: "absent" };
        return { outcome: "untold", reason: "lookAlike" };
      }
      if (mail.subject !== subject || !mail.to.includes(to)) continue;
      const read = AbortSignal.timeout(timeoutSeconds * 1000);
      const shown = await resend.emails.get(mail.id, { signal: read });
      const unread = failureOf(shown, read.aborted);
      if (unread) return unread;
      const tags = shown.data?.tags ?? [];
      if (tags.some(({ value }) => value === tag)) return { outcome: "found", providerId: mail.id };
      isInDoubt ||= tags.length === 0;
    }
    after = mails.at(-1)?.id;
    if (!answer.data?.has_more || after === undefined) {
      return { outcome: "untold", reason: "listEnds" };
    }
  }
  return { outcome: "untold", reason: "listTooLong" };
}
