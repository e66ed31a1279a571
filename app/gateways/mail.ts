import { Resend } from "resend";

import { findMail, type SoughtMail } from "./find-mail.ts";
import { classifyRefusal, type MailLookUp, type MailOutcome } from "./mail-outcome.ts";

/** One mail as it was rendered and stored; a retry must send exactly the same. */
export type OutgoingMail = {
  /** Idempotency key of the mail, 1 to 256 visible ASCII characters, such as `invoice-issued/0190…`. */
  key: string;
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  replyTo?: string;
  /** Names the mail at Resend for ever, in ASCII letters, digits, `_` and `-`, whatever its key. */
  tag?: string;
};

/** Sends and finds mails; never throws for what the provider or the network does. */
export type MailGateway = {
  sendMail(mail: OutgoingMail): Promise<MailOutcome>;
  /** Searches Resend's list of sent mails. */
  findMail(sought: SoughtMail): Promise<MailLookUp>;
};

/** Under this name a mail's tag stands at Resend. */
export const tagName = "mail";

/**
 * Builds the gateway to Resend.
 * `baseUrl` points the SDK at another server with Resend's API; `timeoutSeconds` bounds one call,
 * its answer's body included. The SDK repeats nothing: what to do next is the caller's decision.
 */
export function createMailGateway(options: {
  apiKey: string;
  baseUrl?: string;
  timeoutSeconds: number;
}): MailGateway {
  const resend = new Resend(options.apiKey, { baseUrl: options.baseUrl });
  return {
    async sendMail(mail) {
      const fault = unsendable(mail);
      if (fault !== null) return { outcome: "refused", reason: fault };
      const signal = AbortSignal.timeout(options.timeoutSeconds * 1000);
      const { key, tag, ...content } = mail;
      const tagged = tag ? { ...content, tags: [{ name: tagName, value: tag }] } : content;
      const answer = await resend.emails.send(tagged, { idempotencyKey: key, signal });
      if (answer.error) return classifyRefusal(answer.error, answer.headers, signal.aborted);
      // A proxy may answer 200 with something that is not Resend's answer.
      if (typeof answer.data?.id !== "string") {
        return { outcome: "unknown", reason: "the answer names no mail" };
      }
      return { outcome: "sent", providerId: answer.data.id };
    },
    findMail: (sought) => findMail(resend, options.timeoutSeconds, sought),
  };
}

/** What makes a mail unfit to be sent at all, or null. Line breaks would end a header early. */
function unsendable(mail: OutgoingMail): string | null {
  if (!/^[\x21-\x7e]{1,256}$/.test(mail.key)) return "the idempotency key is malformed";
  for (const field of ["from", "to", "subject", "replyTo"] as const) {
    if (/[\r\n]/.test(mail[field] ?? "")) return `${field} contains a line break`;
  }
  return null;
}
