import type { Database, Handle } from "#db/client.ts";
import {
  beginAttempt,
  lockEffect,
  recordProgress,
  type EffectKey,
  type EffectProgress,
  type EffectRow,
} from "#db/queries/effects.ts";
import type { EffectRequest } from "#machines/engine/outgoing.ts";
import type { Clock } from "../clock.ts";
import { log } from "../log.ts";
import type { EffectHandler, EffectHandlers, EffectResult } from "./effect-handler.ts";
import type { Jobs } from "./jobs.ts";
import { isKeyLapsed, wallNow } from "./key-life.ts";

export interface EffectParts {
  database: Database;
  clock: Clock;
  jobs: Jobs;
  handlers: EffectHandlers;
}

/** Thrown after a try that another may follow; what happened is on the effect's row. */
export class EffectUnfinished extends Error {}

const engine = { role: "portal_engine" } as const;

/** Where a provider asks for a longer wait, such as for a day's quota, no tries are spent on it. */
const longestBackoffSeconds = 300;

interface Attempt {
  handler: EffectHandler;
  /** As it stood before the attempt. */
  row: EffectRow;
  rendered: unknown;
}

/** Whether nothing more happens to an effect by itself. */
export function isEnded({ state }: Pick<EffectRow, "state">): boolean {
  return state === "done" || state === "dead" || state === "unresolved";
}

/** Writes a given-up effect to the log, which staff is alarmed by. */
function tellGivenUp({ kind, machineId, seq, n }: EffectRow, problem: string): void {
  log.error({ alarm: "effect", kind, machineId, seq, n, problem }, "an effect was given up");
}

/** The attempt's record stands before the provider hears of it. Null where nothing is left to do. */
async function begin(parts: EffectParts, key: EffectKey): Promise<Attempt | null> {
  const { database, clock, handlers } = parts;
  const found = await database.transaction(engine, (tx) => lockEffect(tx, key));
  if (!found || isEnded(found)) return null;
  const handler = handlers[found.kind as EffectRequest["kind"]];
  if (!handler) throw new Error(`No handler does ${found.kind}.`);
  const fresh = found.rendered ?? (await handler.render?.(found)) ?? null;
  const at = await clock.now();
  return database.transaction(engine, async (tx) => {
    const row = await lockEffect(tx, key);
    if (!row || isEnded(row)) return null;
    // Another worker may have rendered meanwhile: the bytes that were stored first are the ones.
    const rendered = row.rendered ?? fresh;
    const keySince = handler.lookUp ? (row.keySince ?? wallNow()) : null;
    await beginAttempt(tx, key, { at, keySince, rendered });
    return { handler, row, rendered };
  });
}

/** Records how an attempt ended. What another worker has brought to an end stays so. */
async function record(
  { database }: EffectParts,
  key: EffectKey,
  progressOf: (present: EffectRow) => EffectProgress,
  parkUntil?: (tx: Handle) => Promise<void>,
): Promise<void> {
  await database.transaction(engine, async (tx) => {
    const present = await lockEffect(tx, key);
    if (!present || present.state === "done") return;
    const progress = progressOf(present);
    if (isEnded(present) && progress.state !== "done") return;
    await recordProgress(tx, key, progress);
    await parkUntil?.(tx);
    const { state, problem } = progress;
    if (state === "dead" || state === "unresolved") tellGivenUp(present, problem ?? "");
  });
}

/**
 * Searches the provider for an effect whose key has lapsed, instead of repeating it.
 *
 * @returns the attempt to make now, or null where none is left to make
 */
async function settleDoubt(
  parts: EffectParts,
  key: EffectKey,
  attempt: Attempt,
  last: boolean,
): Promise<Attempt | null> {
  const { handler, row } = attempt;
  if (!handler.lookUp || !isKeyLapsed(row.keySince, wallNow())) return attempt;
  const found = await handler.lookUp(row, attempt.rendered);
  const finishedAt = await parts.clock.now();
  const lookedUpAt = wallNow();
  const rendered = found.rendered ?? attempt.rendered;
  const note = { rendered, lookedUpAt };
  if (found.outcome === "done") {
    const providerId = found.providerId ?? null;
    const done = { ...note, state: "done", providerId, problem: null, finishedAt } as const;
    await record(parts, key, () => done);
    return null;
  }
  if (found.outcome === "absent") {
    const keyNumber = row.keyNumber + 1;
    await record(parts, key, () => ({
      ...{ ...note, state: "pending", keyNumber, keySince: lookedUpAt },
    }));
    return { handler, rendered, row: { ...row, keyNumber, keySince: null } };
  }
  const problem = `lookUp: ${found.reason}`;
  if (found.outcome === "untold" || last) {
    await record(parts, key, () => ({ ...note, state: "unresolved", problem, finishedAt }));
    return null;
  }
  await record(parts, key, () => ({ ...note, state: "unknown", problem }));
  throw new EffectUnfinished(`${row.kind}: ${found.reason}`);
}

/** Since when the provider may have done it, once the attempt has ended. */
function doubtAfter({ row }: Attempt, present: EffectRow, outcome: string): Date | null {
  // A clear "not done" ends the doubt that this attempt began, if no other has begun since.
  const isAlone = row.keySince === null && present.attempts === row.attempts + 1;
  return outcome !== "unknown" && isAlone ? null : present.keySince;
}

async function recordFailure(
  parts: EffectParts,
  key: EffectKey,
  attempt: Attempt,
  result: Exclude<EffectResult, { outcome: "done" | "more" }>,
  last: boolean,
): Promise<void> {
  const { outcome, reason: problem } = result;
  const rendered = result.rendered ?? attempt.rendered;
  const wait = result.outcome === "retry" ? (result.after ?? 0) : 0;
  const isParked = wait > longestBackoffSeconds;
  const isFinal = !isParked && (outcome === "refused" || last);
  const now = await parts.clock.now();
  const progressOf = (present: EffectRow): EffectProgress => {
    const keySince = doubtAfter(attempt, present, outcome);
    const ended = keySince === null ? "dead" : "unresolved";
    const open = outcome === "unknown" ? "unknown" : "pending";
    const state = isFinal ? ended : open;
    return { state, problem, rendered, keySince, finishedAt: isFinal ? now : null };
  };
  const park = async (tx: Handle) => {
    const { customerId, machineId, seq, n } = key;
    const until = new Date(wallNow().getTime() + wait * 1000);
    await parts.jobs.enqueue(tx, "effect", [{ customerId, machineId, seq, n }], until);
  };
  await record(parts, key, progressOf, isParked ? park : undefined);
  if (isParked) log.error({ alarm: "quota", problem, seconds: wait }, "effects have to wait");
  else if (!isFinal) throw new EffectUnfinished(`${attempt.row.kind}: ${problem}`);
}

/** Records how far an effect has come, and has another job go on: its tries are counted anew. */
async function recordPart(parts: EffectParts, key: EffectKey, rendered: unknown): Promise<void> {
  const { customerId, machineId, seq, n } = key;
  const progress = { state: "pending", rendered, problem: null, attempts: 0 } as const;
  await record(
    parts,
    key,
    () => progress,
    (tx) => parts.jobs.enqueue(tx, "effect", [{ customerId, machineId, seq, n }]),
  );
}

/**
 * Does one effect once: records the attempt, calls the provider, records the outcome. Safe to repeat
 * at any point, since the provider gets the same key and the same bytes; once the key has lapsed, the
 * provider is searched first.
 *
 * @param last whether the job will not be tried again: an unfinished effect is then laid before staff
 * @throws EffectUnfinished where another try may succeed
 */
export async function runEffect(parts: EffectParts, key: EffectKey, last: boolean): Promise<void> {
  const begun = await begin(parts, key);
  const attempt = begun && (await settleDoubt(parts, key, begun, last));
  if (!attempt) return;
  const result = await attempt.handler.perform(attempt.row, attempt.rendered);
  if (result.outcome === "more") return recordPart(parts, key, result.rendered);
  if (result.outcome !== "done") return recordFailure(parts, key, attempt, result, last);
  const finishedAt = await parts.clock.now();
  const providerId = result.providerId ?? null;
  const rendered = result.rendered ?? attempt.rendered;
  await record(parts, key, () => ({
    ...{ state: "done", providerId, problem: null, rendered, finishedAt },
  }));
}

/**
 * Lays an effect before staff whose job nobody works any more: as given up, or as unresolved where
 * the provider may have done it.
 *
 * @param problem a cause's code, and after a colon what is known of it
 */
export async function giveUpEffectIn(
  tx: Handle,
  key: EffectKey,
  problem: string,
  finishedAt: Date,
): Promise<void> {
  const row = await lockEffect(tx, key);
  if (!row || isEnded(row)) return;
  const state = row.keySince === null ? "dead" : "unresolved";
  await recordProgress(tx, key, { state, problem, finishedAt });
  tellGivenUp(row, problem);
}
