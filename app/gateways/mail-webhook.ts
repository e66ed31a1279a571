import { Resend } from "resend";
import { z } from "zod";
import { tagName } from "./mail.ts";

/**
 * What Resend reports about a mail. `id` is the delivery's `svix-id`: the same id may arrive again and
 * must take effect once. Order is not guaranteed: `delivered` may precede `sent`.
 */
export type MailEvent = {
  id: string;
  /** Such as `email.delivered`, `email.bounced`, `email.complained`; unknown types are passed on. */
  type: string;
  /** ISO UTC instant at which it happened. */
  occurredAt: string;
  /** Resend's id of the mail; null for events about something else. */
  providerId: string | null;
  recipients: readonly string[];
  /** The name that the portal gave the mail; null for mails without one. */
  tag: string | null;
  /** `Permanent` where the address will never work; only for `email.bounced`. */
  bounceType: string | null;
  /** The provider's words on a bounce, failure or suppression. */
  detail: string | null;
};

/** A verified event, or why the delivery is to be answered with 400. */
export type MailWebhookResult =
  | { verified: true; event: MailEvent }
  | { verified: false; reason: "missingHeaders" | "badSignature" | "badBody" };

const body = z.object({
  type: z.string().min(1).max(100),
  created_at: z.string().refine((text) => !Number.isNaN(Date.parse(text))),
  data: z.object({
    email_id: z.string().optional(),
    to: z.array(z.string()).optional(),
    tags: z.record(z.string(), z.string()).optional().catch(undefined),
    bounce: z.object({ type: z.string(), message: z.string().optional() }).optional(),
    failed: z.object({ reason: z.string() }).optional(),
    suppressed: z.object({ message: z.string() }).optional(),
  }),
});

// The SDK wants a key to be built at all; verifying uses the webhook's own secret and no network.
const { webhooks } = new Resend("re_verification_only");

/**
 * Checks the Svix signature of a webhook delivery over its raw body, which must be exactly the bytes
 * received, and reads the event. Deliveries older or newer than five minutes are refused. Throws where
 * `secret` is empty or malformed, because that is a fault of our configuration, not of the sender.
 */
export function verifyResendWebhook(
  rawBody: string,
  headers: Headers,
  secret: string,
): MailWebhookResult {
  if (!/^whsec_[A-Za-z0-9+/]+={0,2}$/.test(secret)) {
    throw new Error("The mail webhook's secret is malformed");
  }
  const id = headers.get("svix-id");
  const timestamp = headers.get("svix-timestamp");
  const signature = headers.get("svix-signature");
  if (!id || !timestamp || !signature) return { verified: false, reason: "missingHeaders" };
  let payload: unknown;
  try {
    payload = webhooks.verify({
      payload: rawBody,
      headers: { id, timestamp, signature },
      webhookSecret: secret,
    });
  } catch (error) {
    // The signature is checked before the body is parsed, so a SyntaxError has a valid signature.
    const reason = error instanceof SyntaxError ? "badBody" : "badSignature";
    return { verified: false, reason };
  }
  const parsed = body.safeParse(payload);
  if (!parsed.success) return { verified: false, reason: "badBody" };
  const { type, created_at, data } = parsed.data;
  return {
    verified: true,
    event: {
      id,
      type,
      occurredAt: new Date(created_at).toISOString(),
      providerId: data.email_id ?? null,
      recipients: data.to ?? [],
      tag: data.tags?.[tagName] ?? null,
      bounceType: data.bounce?.type ?? null,
      detail: data.bounce?.message ?? data.failed?.reason ?? data.suppressed?.message ?? null,
    },
  };
}
