import { log } from "#app/log.ts";
import { currentPortal } from "#app/portal.ts";
import { subjectOf } from "#app/workflow/stripe-subject.ts";
import { storeEvent } from "./store-event.ts";

/**
 * Takes a delivery of Stripe's webhook: verifies its raw bytes, stores it once and leaves the rest to
 * a job. `refused` leaves no row and no body in the log.
 */
export async function receiveStripeEvent(
  rawBody: Uint8Array,
  signature: string | null,
): Promise<"stored" | "duplicate" | "refused"> {
  const answer = currentPortal().payments.verifyWebhook(rawBody, signature);
  if (!answer.verified) {
    const { reason } = answer;
    // A wrong mode or clock is a fault of somebody's set-up, not of a passer-by.
    const isAlarm = reason === "mode" || reason === "future" || reason === "age";
    const facts = { provider: "stripe", reason, bytes: rawBody.byteLength };
    if (isAlarm) log.error({ alarm: "webhook", ...facts }, "a signed webhook was refused");
    else log.warn(facts, "a webhook was refused");
    return "refused";
  }
  const { eventId, type, objectId, body } = answer.event;
  const isFollowed = subjectOf(type, objectId) !== null;
  if (!isFollowed) {
    // Somebody should know that nobody acts on it.
    log.warn({ provider: "stripe", type, eventId }, "an event is not followed");
  }
  return storeEvent({ provider: "stripe", eventId, type, objectId, body, isFollowed });
}
