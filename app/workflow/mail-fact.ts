import type { Database } from "#db/client.ts";
import { recordDelivery, type DeliveryState } from "#db/queries/mail-delivery.ts";
import type { FactOutcome } from "./payment-facts.ts";

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

/**
 * Records on its effect how far a mail got.
 *
 * @param waitedSeconds since the event came in
 */
export async function learnDelivery(
  database: Database,
  event: { type: string; objectId: string | null },
  waitedSeconds: number,
): Promise<FactOutcome> {
  const state = states[event.type];
  const { objectId: providerId } = event;
  if (!state || !providerId) return { outcome: "ignored", detail: "says nothing of a delivery" };
  const isKnown = await database.transaction({ role: "portal_engine" }, (tx) =>
    recordDelivery(tx, providerId, state),
  );
  if (isKnown) return { outcome: "applied", detail: state };
  if (waitedSeconds < patienceSeconds)
    return { outcome: "retry", detail: "the mail is not known yet" };
  return { outcome: "ignored", detail: "no effect has sent this mail" };
}
