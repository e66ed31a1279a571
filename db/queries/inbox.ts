import { and, eq } from "drizzle-orm";
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

/** Writes what became of an event; one that waits for another try stays `received`. */
export async function recordEvent(
  tx: Handle,
  key: InboxKey,
  result: {
    state: "received" | "done" | "ignored" | "failed";
    outcome: string;
    processedAt: Date | null;
  },
): Promise<void> {
  await tx.update(inbox).set(result).where(isKey(key));
}
