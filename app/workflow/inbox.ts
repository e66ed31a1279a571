import type { Handle } from "#db/client.ts";
import { readEvent, recordEvent, type InboxKey, type InboxRow } from "#db/queries/inbox.ts";
import type { Clock } from "../clock.ts";
import { log } from "../log.ts";
import type { FactOutcome, PaymentParts } from "./fact-outcome.ts";
import { learn as learnOf } from "./learn.ts";
import { learnDelivery } from "./mail-fact.ts";
import { subjectOf } from "./stripe-subject.ts";

export interface InboxParts extends PaymentParts {
  clock: Clock;
}

/** Thrown after a try that another may follow; what happened is on the event's row. */
export class InboxUnfinished extends Error {}

const engine = { role: "portal_engine" } as const;

async function learn(parts: InboxParts, row: InboxRow, now: Date): Promise<FactOutcome> {
  if (row.provider === "resend") return learnDelivery(parts, row, now);
  const subject = subjectOf(row.type, row.objectId);
  if (!subject) return { outcome: "ignored", detail: `not followed: ${row.type}` };
  return learnOf(parts, subject, row.receivedAt.toISOString());
}

/**
 * Works one stored webhook event: fetches what it is about and tells whom it concerns. Safe to repeat
 * at any point. The result stands on the event's row.
 *
 * @param last whether the job will not be tried again: the event is then laid aside as failed
 * @throws InboxUnfinished where another try may succeed
 */
export async function workInbox(parts: InboxParts, key: InboxKey, last: boolean): Promise<void> {
  const { database, clock } = parts;
  const row = await database.transaction(engine, (tx) => readEvent(tx, key));
  if (!row || row.state !== "received") return;
  const { outcome, detail } = await learn(parts, row, await clock.now());
  const now = await clock.now();
  const waits = outcome === "retry" && !last;
  const ended = outcome === "retry" ? "failed" : outcome === "ignored" ? "ignored" : "done";
  await database.transaction(engine, (tx) =>
    recordEvent(tx, key, {
      state: waits ? "received" : ended,
      outcome: `${outcome}: ${detail}`,
      processedAt: waits ? null : now,
    }),
  );
  if (waits) throw new InboxUnfinished(`${row.type}: ${detail}`);
  if (ended === "failed") log.error({ alarm: "inbox", ...key, detail }, "an event was given up");
}

/**
 * Lays a webhook event before staff whose job nobody works any more.
 *
 * @param problem a cause's code, and after a colon what is known of it
 */
export async function giveUpEventIn(
  tx: Handle,
  key: InboxKey,
  problem: string,
  processedAt: Date,
): Promise<void> {
  const row = await readEvent(tx, key);
  if (row?.state !== "received") return;
  await recordEvent(tx, key, { state: "failed", outcome: problem, processedAt });
  log.error({ alarm: "inbox", ...key, problem }, "an event was given up");
}
