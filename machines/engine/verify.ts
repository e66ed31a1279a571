import type { EventRecord } from "./change.ts";
import { decide } from "./decide.ts";
import type { AnyDefinition, StoredSnapshot } from "./definition.ts";
import { chainStart, hashOf } from "./hash.ts";
import { isMigration } from "./migration.ts";

/** Where a machine's history is not what was written, by the number that the event should have. */
export interface BrokenPlace {
  seq: number;
  problem: "changed" | "missing" | "notFollowing" | "tailMissing";
}

/**
 * Checks the hash chain of one machine's history, in the order of its numbers.
 *
 * @param head number and hash of the last event as the machine's row holds them
 * @returns the first broken place, or null
 */
export function verifyChain(
  events: readonly EventRecord[],
  head?: { seq: number; headHash: string },
): BrokenPlace | null {
  let previousHash = chainStart;
  for (const [index, { hash, ...body }] of events.entries()) {
    const seq = index + 1;
    if (body.seq !== seq) return { seq, problem: "missing" };
    if (hashOf(body) !== hash) return { seq, problem: "changed" };
    if (body.previousHash !== previousHash) return { seq, problem: "notFollowing" };
    previousHash = hash;
  }
  if (!head) return null;
  if (events.length < head.seq) return { seq: events.length + 1, problem: "tailMissing" };
  return previousHash === head.headHash ? null : { seq: head.seq, problem: "notFollowing" };
}

/**
 * The first event of a history that names another version than the one before it and is no migration
 * from that version; null where the versions follow each other.
 */
export function findVersionGap(
  events: readonly Pick<EventRecord, "seq" | "event" | "definitionVersion">[],
): number | null {
  let present: number | undefined;
  for (const { seq, event, definitionVersion } of events) {
    const from = isMigration(event) ? event.fromVersion : definitionVersion;
    const to = isMigration(event) ? event.toVersion : definitionVersion;
    if (from !== (present ?? from) || to !== definitionVersion) return seq;
    present = definitionVersion;
  }
  return null;
}

/**
 * The snapshot to which a machine's history leads; null for no history. Where the machine was migrated,
 * the replay starts at its last migration: what was before is of a version that is gone.
 *
 * @throws Error where the machine does not take an event that its history holds
 */
export function replay(
  definition: AnyDefinition,
  events: readonly Pick<EventRecord, "seq" | "event">[],
): StoredSnapshot | null {
  const migrated = events.findLastIndex(({ event }) => isMigration(event));
  const start = events[migrated]?.event;
  let snapshot: StoredSnapshot | null = start && isMigration(start) ? start.snapshot : null;
  for (const { seq, event } of events.slice(migrated + 1)) {
    const decision = decide(definition, snapshot, event);
    if (!decision) throw new Error(`Event ${seq} (${event.type}) is not taken on replay.`);
    snapshot = decision.snapshot;
  }
  return snapshot;
}
