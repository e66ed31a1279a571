import { and, desc, eq } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { inbox } from "#db/schema/operator.ts";

export type InboxRow = typeof inbox.$inferSelect;

/** Names a webhook event: the provider and its id there. */
export interface InboxKey {
  provider: string;
  eventId: string;
}

const isKey = ({ provider, eventId }: InboxKey) =>
  and(eq(inbox.provider, provider), eq(inbox.eventId, eventId));

/** Stores an event as it came. False where it is there already. */
export async function insertEvent(tx: Handle, row: typeof inbox.$inferInsert): Promise<boolean> {
  const added = await tx
    .insert(inbox)
    .values(row)
    .onConflictDoNothing()
    .returning({ eventId: inbox.eventId });
  return added.length === 1;
}

/** A stored event, or null. */
export async function readEvent(tx: Handle, key: InboxKey): Promise<InboxRow | null> {
  const [row] = await tx.select().from(inbox).where(isKey(key));
  return row ?? null;
}

/** Writes what became of an event that waits; one that waits for another try stays `received`. */
export async function recordEvent(
  tx: Handle,
  key: InboxKey,
  result: {
    state: "received" | "done" | "ignored" | "failed";
    outcome: string;
    processedAt: Date | null;
  },
): Promise<void> {
  await tx
    .update(inbox)
    .set(result)
    .where(and(isKey(key), eq(inbox.state, "received")));
}

/** Has an event that was given up wait again. False where there is none, or it is not given up. */
export async function reopenEvent(tx: Handle, key: InboxKey): Promise<boolean> {
  const reopened = await tx
    .update(inbox)
    .set({ state: "received", processedAt: null })
    .where(and(isKey(key), eq(inbox.state, "failed")))
    .returning({ eventId: inbox.eventId });
  return reopened.length === 1;
}

/** A given-up event without its body: what came, about which object, and what stood in the way. */
export type FailedEvent = Pick<
  InboxRow,
  "provider" | "eventId" | "type" | "objectId" | "receivedAt" | "processedAt" | "outcome"
>;

/** The events that were given up, the latest first. */
export async function readFailedEvents(
  tx: Handle,
  { limit, offset }: { limit: number; offset: number },
): Promise<FailedEvent[]> {
  const { provider, eventId, type, objectId, receivedAt, processedAt, outcome } = inbox;
  return tx
    .select({ provider, eventId, type, objectId, receivedAt, processedAt, outcome })
    .from(inbox)
    .where(eq(inbox.state, "failed"))
    .orderBy(desc(receivedAt), desc(provider), desc(eventId))
    .limit(limit)
    .offset(offset);
}

/** How many events were given up. */
export async function countFailedEvents(tx: Handle): Promise<number> {
  return tx.$count(inbox, eq(inbox.state, "failed"));
}
