import Stripe from "stripe";
import { z } from "zod";
import { jsonDepth } from "./json-depth.ts";
import type { WebhookAnswer, WebhookRefusal } from "./payments.ts";

export interface WebhookRules {
  /** Every secret that may have signed: two while one is being rolled. */
  secrets: readonly string[];
  /** Whether the portal works with real money. */
  livemode: boolean;
}

/** Both ways. A constant: with 0 the SDK would accept an event of any age. */
const toleranceSeconds = 300;

/** Stripe's own objects are far flatter; what is deeper was not made to be read. */
const deepest = 60;

const eventBody = z.object({
  id: z.string().min(1).max(255),
  type: z.string().min(1).max(255),
  livemode: z.boolean(),
  data: z.object({ object: z.looseObject({ id: z.string().max(255).nullish() }) }),
});

const refuse = (reason: WebhookRefusal): WebhookAnswer => ({ verified: false, reason });

/** Keeps a byte order mark and refuses what is no UTF-8, so that the text is the bytes. */
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function textOf(rawBody: Uint8Array): string | null {
  try {
    return decoder.decode(rawBody);
  } catch {
    return null;
  }
}

/** The one timestamp of a signature header in Unix seconds, or null where it has none or several. */
function timestampOf(header: string): number | null {
  const times = header.split(",").filter((part) => part.startsWith("t="));
  const [only] = times;
  return only && times.length === 1 && /^t=\d{1,12}$/.test(only) ? Number(only.slice(2)) : null;
}

/** PostgreSQL can't store NUL or lone surrogates; no field that the portal reads has any. */
const storable = (_key: string, value: unknown): unknown =>
  typeof value === "string" ? value.replaceAll("\0", "").toWellFormed() : value;

/**
 * Checks one delivery of a webhook: signature over the raw bytes, age at most 300 seconds in both
 * directions (the SDK does not mind the future), mode, and the members that the portal needs.
 */
export function verifyWebhook(
  rules: WebhookRules,
  rawBody: Uint8Array,
  header: string | null,
): WebhookAnswer {
  const text = textOf(rawBody);
  const timestamp = header === null ? null : timestampOf(header);
  if (header === null || text === null || text === "" || timestamp === null) {
    return refuse("signature");
  }
  const isSigned = rules.secrets.some((secret) => {
    try {
      // The age is checked below, where too old and forged are told apart.
      const age = Number.MAX_SAFE_INTEGER;
      return Stripe.webhooks.signature?.verifyHeader(text, header, secret, age) === true;
    } catch (error) {
      if (error instanceof Stripe.errors.StripeSignatureVerificationError) return false;
      throw error;
    }
  });
  if (!isSigned) return refuse("signature");
  const age = Math.floor(Date.now() / 1000) - timestamp;
  if (age > toleranceSeconds) return refuse("age");
  if (age < -toleranceSeconds) return refuse("future");
  return readEvent(rules, text);
}

function readEvent({ livemode }: WebhookRules, text: string): WebhookAnswer {
  if (jsonDepth(text) > deepest) return refuse("body");
  let body: unknown;
  try {
    body = JSON.parse(text, storable);
  } catch {
    return refuse("body");
  }
  const parsed = eventBody.safeParse(body);
  if (!parsed.success) return refuse("body");
  if (parsed.data.livemode !== livemode) return refuse("mode");
  const { id: eventId, type, data } = parsed.data;
  return { verified: true, event: { eventId, type, objectId: data.object.id ?? null, body } };
}
