import { verifyResendWebhook } from "#app/gateways/mail-webhook.ts";
import { log } from "#app/log.ts";
import { currentPortal } from "#app/portal.ts";
import { tellsDelivery } from "#app/workflow/mail-fact.ts";
import { storeEvent } from "./store-event.ts";

/** What the provider's words on an undeliverable mail may hold stays out: addresses and names. */
type KeptMailEvent = { occurredAt: string; bounceType: string | null; tag: string | null };

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function textOf(rawBody: Uint8Array): string | null {
  try {
    return decoder.decode(rawBody);
  } catch {
    return null;
  }
}

/**
 * Takes a delivery of the mail provider's webhook: verifies its raw bytes, stores its ids once and
 * leaves the rest to a job. Without a secret every delivery is refused.
 */
export async function receiveMailEvent(
  rawBody: Uint8Array,
  headers: Headers,
): Promise<"stored" | "duplicate" | "refused"> {
  const { mailWebhookSecret: secret } = currentPortal();
  const text = textOf(rawBody);
  const answer = secret && text ? verifyResendWebhook(text, headers, secret) : null;
  if (!answer?.verified) {
    const reason = answer ? answer.reason : secret ? "badBody" : "noSecret";
    log.warn({ provider: "resend", reason, bytes: rawBody.byteLength }, "a webhook was refused");
    return "refused";
  }
  const { id: eventId, type, providerId: objectId, occurredAt, bounceType, tag } = answer.event;
  const body: KeptMailEvent = { occurredAt, bounceType, tag };
  if (type === "email.bounced" || type === "email.complained") {
    log.error({ alarm: "mail", type, objectId, bounceType }, "a mail did not reach its reader");
  }
  const isFollowed = tellsDelivery(type);
  return storeEvent({ provider: "resend", eventId, type, objectId, body, isFollowed });
}
