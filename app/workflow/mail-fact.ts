import type { Database } from "#db/client.ts";
import { recordDelivery, type DeliveryState } from "#db/queries/mail-delivery.ts";
import type { Dispatch } from "./dispatch.ts";
import { claimMail } from "./mails/claim-mail.ts";
import { tellNotice } from "./notice-fact.ts";
import type { FactOutcome } from "./fact-outcome.ts";

const states: Readonly<Record<string, DeliveryState>> = {
  "email.sent": "sent",
  "email.delivery_delayed": "delayed",
  "email.delivered": "delivered",
  "email.failed": "failed",
  "email.suppressed": "suppressed",
  "email.bounced": "bounced",
  "email.complained": "complained",
};

/** How long an event waits for the effect's own note of the mail; account mails have none ever. */
const patienceSeconds = 120;

/** Whether an event of the mail provider says how far a mail got. */
export function tellsDelivery(type: string): boolean {
  return type in states;
}

function tagIn(body: unknown): string | null {
  const { tag } = (body ?? {}) as { tag?: unknown };
  return typeof tag === "string" ? tag : null;
}

/** When it happened by the provider's word; else when it came in. */
function occurredAt({ body, receivedAt }: { body: unknown; receivedAt: Date }): string {
  const { occurredAt: said } = (body ?? {}) as { occurredAt?: unknown };
  return typeof said === "string" ? said : receivedAt.toISOString();
}

/**
 * Records on its effect how far a mail got. That the provider speaks of a mail says, too, that it has
 * taken it, whatever became of its answer.
 *
 * @param event with the body as it was stored
 * @param now the portal's instant
 */
export async function learnDelivery(
  parts: { database: Database; dispatch: Dispatch },
  event: { type: string; objectId: string | null; body: unknown; receivedAt: Date },
  now: Date,
): Promise<FactOutcome> {
  const state = states[event.type];
  const { objectId: providerId } = event;
  if (!state || !providerId) return { outcome: "ignored", detail: "says nothing of a delivery" };
  const tag = tagIn(event.body);
  const isKnown = await parts.database.transaction({ role: "portal_engine" }, async (tx) => {
    if (tag) await claimMail(tx, tag, providerId, now);
    return recordDelivery(tx, providerId, state);
  });
  if (isKnown && tag) await tellNotice(parts, tag, state, occurredAt(event));
  if (isKnown) return { outcome: "applied", detail: state };
  const waitedSeconds = (now.getTime() - event.receivedAt.getTime()) / 1000;
  if (waitedSeconds < patienceSeconds)
    return { outcome: "retry", detail: "the mail is not known yet" };
  return { outcome: "ignored", detail: "no effect has sent this mail" };
}
