import type { EventRecord } from "./apply.ts";
import { decide } from "./decide.ts";
import type { AnyDefinition, StoredSnapshot } from "./definition.ts";
import { chainStart, hashOf } from "./hash.ts";

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
 * The snapshot to which a machine's history leads; null for no history.
 *
 * @throws Error where the machine does not take an event that its history holds
 */
export function replay(
  definition: AnyDefinition,
  events: readonly Pick<EventRecord, "seq" | "event">[],
): StoredSnapshot | null {
  let snapshot: StoredSnapshot | null = null;
  for (const { seq, event } of events) {
    const decision = decide(definition, snapshot, event);
    if (!decision) throw new Error(`Event ${seq} (${event.type}) is not taken on replay.`);
    snapshot = decision.snapshot;
  }
  return snapshot;
}
