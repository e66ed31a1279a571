import { currentPortal } from "#app/portal.ts";
import { insertEvent } from "#db/queries/inbox.ts";

/** A verified event of a provider. */
export interface VerifiedEvent {
  provider: "stripe" | "resend";
  eventId: string;
  type: string;
  objectId: string | null;
  body: unknown;
  /** Whether the portal follows events of this type; the others are kept without work. */
  isFollowed: boolean;
}

/**
 * Stores an event once and makes its job in the same transaction, so that whoever is told "stored"
 * can rely on it. Says whether the event was new.
 */
export async function storeEvent(event: VerifiedEvent): Promise<"stored" | "duplicate"> {
  const { database, jobs, clock } = currentPortal();
  const { isFollowed, provider, eventId, ...row } = event;
  const receivedAt = await clock.now();
  const fate = isFollowed
    ? { state: "received" }
    : { state: "ignored", outcome: `ignored: not followed: ${row.type}`, processedAt: receivedAt };
  return database.transaction({ role: "portal_engine" }, async (tx) => {
    const isNew = await insertEvent(tx, { provider, eventId, ...row, receivedAt, ...fate });
    if (!isNew) return "duplicate";
    if (isFollowed) await jobs.enqueue(tx, "inbox", [{ provider, eventId }]);
    return "stored";
  });
}
