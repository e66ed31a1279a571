import type { Database, Handle } from "#db/client.ts";
import { lockEffect, type EffectKey } from "#db/queries/effects.ts";
import { readEvent, type InboxKey } from "#db/queries/inbox.ts";
import {
  lockRecovery,
  patrolEffects,
  patrolInbox,
  readFailures,
  type Place,
} from "#db/queries/orphans.ts";
import type { Clock } from "../clock.ts";
import { log } from "../log.ts";
import { giveUpEffectIn, isEnded } from "./effects.ts";
import { giveUpEventIn } from "./inbox.ts";
import { causeOf, jobKey, mostTries, type Jobs } from "./jobs.ts";

interface RecoveryParts {
  database: Database;
  clock: Clock;
  jobs: Jobs;
}

/** Where the last round stopped in each table; null to begin anew. */
interface Beat {
  effects: Place | null;
  inbox: Place | null;
}

/** What a round did: rows that got a job again, and rows laid before staff. */
interface Recovered {
  revived: number;
  givenUp: number;
  next: Beat;
}

const engine = { role: "portal_engine" } as const;

/** Rows that one round looks at in each table, so that a backlog never makes it long. */
const rowsPerRound = 500;

const pauseMilliseconds = 30_000;

type Fate = "revived" | "givenUp" | "left";

async function recoverEffect(
  { jobs }: RecoveryParts,
  tx: Handle,
  now: Date,
  key: EffectKey,
  failure: unknown,
): Promise<Fate> {
  const row = await lockEffect(tx, key);
  if (!row || isEnded(row)) return "left";
  if (failure === undefined && row.attempts < mostTries) {
    await jobs.enqueue(tx, "effect", [key]);
    return "revived";
  }
  const problem = failure === undefined ? "jobLost" : `jobFailed: ${causeOf(failure)}`;
  await giveUpEffectIn(tx, key, problem, now);
  return "givenUp";
}

async function recoverEvent(
  { jobs }: RecoveryParts,
  tx: Handle,
  now: Date,
  key: InboxKey,
  failure: unknown,
): Promise<Fate> {
  const row = await readEvent(tx, key);
  if (row?.state !== "received") return "left";
  if (failure === undefined) {
    await jobs.enqueue(tx, "inbox", [key]);
    return "revived";
  }
  await giveUpEventIn(tx, key, `jobFailed: ${causeOf(failure)}`, now);
  return "givenUp";
}

/**
 * Looks through open effects and unworked webhook events for those that no job comes for any more:
 * the queue deletes old jobs, and a job given up without a word leaves its row behind. Each gets a
 * new job, or is laid before staff where its tries are used up. Any number of workers may call it;
 * one at a time does the work.
 *
 * @param beat where the last round stopped
 * @param most rows that the round looks at in each table
 */
export async function recoverOnce(
  parts: RecoveryParts,
  beat: Beat,
  most = rowsPerRound,
): Promise<Recovered> {
  const now = await parts.clock.now();
  return parts.database.transaction(engine, async (tx) => {
    if (!(await lockRecovery(tx))) return { revived: 0, givenUp: 0, next: beat };
    const fates: Fate[] = [];
    const effects = await patrolEffects(tx, beat.effects, most);
    const failedEffects = await readFailures(tx, "effect", effects.orphans.map(jobKey));
    for (const key of effects.orphans) {
      fates.push(await recoverEffect(parts, tx, now, key, failedEffects.get(jobKey(key))));
    }
    const inbox = await patrolInbox(tx, beat.inbox, most);
    const failedEvents = await readFailures(tx, "inbox", inbox.orphans.map(jobKey));
    for (const key of inbox.orphans) {
      fates.push(await recoverEvent(parts, tx, now, key, failedEvents.get(jobKey(key))));
    }
    const count = (fate: Fate) => fates.filter((one) => one === fate).length;
    const next = { effects: effects.place, inbox: inbox.place };
    return { revived: count("revived"), givenUp: count("givenUp"), next };
  });
}

/**
 * Has what the job queue gave up laid before staff, and gives back a round that a worker calls as
 * often as it likes: it looks for orphans every half a minute.
 */
export async function startRecovery(parts: RecoveryParts): Promise<() => Promise<void>> {
  const { database, clock, jobs } = parts;
  const inTransaction = async (work: (tx: Handle, now: Date) => Promise<void>) => {
    const now = await clock.now();
    await database.transaction(engine, (tx) => work(tx, now));
  };
  await jobs.workDead("effect", (key, cause) =>
    inTransaction((tx, now) => giveUpEffectIn(tx, key, `jobFailed: ${cause}`, now)),
  );
  await jobs.workDead("inbox", (key, cause) =>
    inTransaction((tx, now) => giveUpEventIn(tx, key, `jobFailed: ${cause}`, now)),
  );
  let beat: Beat = { effects: null, inbox: null };
  let nextAt = 0;
  return async () => {
    if (performance.now() < nextAt) return;
    nextAt = performance.now() + pauseMilliseconds;
    const { revived, givenUp, next } = await recoverOnce(parts, beat);
    beat = next;
    if (revived + givenUp > 0) log.warn({ revived, givenUp }, "open work had lost its job");
  };
}
