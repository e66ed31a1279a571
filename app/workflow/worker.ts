import { dropFullBuckets } from "#db/queries/rate-limit.ts";
import type { ChainRoot } from "#machines/engine/chain-root.ts";
import { withLogContext } from "../log-context.ts";
import type { EngineParts } from "./engine-parts.ts";
import type { EffectHandlers } from "./effect-handler.ts";
import { runEffect } from "./effects.ts";
import { jobKey, type JobData } from "./jobs.ts";
import { startRecovery } from "./recover.ts";
import { finishedDay, rootChains } from "./root-chains.ts";
import { sweep } from "./sweep.ts";
import { Stopped, untilStopped } from "./until-stopped.ts";

/** How a round of the sweep went: `stopped` left what was still due to other workers. */
export interface SweepRound {
  outcome: "done" | "failed" | "stopped";
  timers: number;
  seconds: number;
}

export interface WorkerParts extends EngineParts {
  effects: EffectHandlers;
  /** Works one stored webhook event. */
  inbox(data: JobData["inbox"], last: boolean): Promise<void>;
  /** Those of the process, newest first; the newest signs the roots. */
  secrets: readonly string[];
  /** Told of each root made, so that a copy of it stays outside the database. */
  onRoot(root: ChainRoot): void;
  /** Looks at Stripe for what never arrived, and compares both sides' books; it says itself how often. */
  watch?(): Promise<void>;
  onSweep?(round: SweepRound): void;
  onError(error: unknown): void;
}

/** How long the sweep rests after a round in which nothing was due. */
const sweepPauseMilliseconds = 1000;

/** How long a job may still take after its worker was told to stop. */
const jobGraceMilliseconds = 10_000;

const tidyMilliseconds = 60_000;

const watchMilliseconds = 60_000;

/** A running worker. */
export interface Worker {
  /**
   * Takes no more jobs and timers, finishes what is under way, and hands back what takes too long.
   * Returns how many jobs went back.
   */
  stop(): Promise<number>;
}

/** Calls `work` no more often than once in so many milliseconds. */
function seldom(milliseconds: number, work: () => Promise<unknown>): () => Promise<void> {
  let last = Number.NEGATIVE_INFINITY;
  return async () => {
    if (performance.now() - last < milliseconds) return;
    last = performance.now();
    await work();
  };
}

/**
 * Starts what works behind the pages: effects, stored webhook events, the sweep of deadlines, the
 * signed root of each finished day, and forgetting what no longer counts.
 */
export async function startWorker(parts: WorkerParts): Promise<Worker> {
  const { jobs, database, clock, effects } = parts;
  let stopping = false;
  let wake = () => {};
  await jobs.work("effect", (key, last) =>
    withLogContext({ jobKey: jobKey(key) }, () =>
      runEffect({ database, clock, jobs, handlers: effects }, key, last),
    ),
  );
  await jobs.work("inbox", (data, last) =>
    withLogContext({ jobKey: jobKey(data) }, () => parts.inbox(data, last)),
  );
  const recover = await startRecovery({ database, clock, jobs });

  const swept = { ...parts, database: untilStopped(database, () => stopping) };
  const sweepOnce = async () => {
    const began = performance.now();
    const tell = (outcome: SweepRound["outcome"], timers = 0) =>
      parts.onSweep?.({ outcome, timers, seconds: (performance.now() - began) / 1000 });
    try {
      tell("done", await sweep(swept));
    } catch (error) {
      if (error instanceof Stopped) return tell("stopped");
      tell("failed");
      throw error;
    }
  };
  let rootedDay = "";
  const rootOnce = async () => {
    const now = await clock.now();
    const day = finishedDay(now);
    if (day === rootedDay) return;
    const root = await rootChains(database, now, parts.secrets);
    rootedDay = day;
    if (root) parts.onRoot(root);
  };
  const tidy = seldom(tidyMilliseconds, () =>
    database.transaction({ role: "portal_engine" }, (tx) => dropFullBuckets(tx, new Date())),
  );
  const watch = seldom(watchMilliseconds, async () => parts.watch?.());
  const rest = () =>
    new Promise<void>((resolve) => {
      const pause = setTimeout(resolve, sweepPauseMilliseconds);
      wake = () => {
        clearTimeout(pause);
        resolve();
      };
    });
  const rounds = (async () => {
    while (!stopping) {
      for (const work of [sweepOnce, rootOnce, recover, tidy, watch]) {
        if (!stopping) await work().catch((error: unknown) => parts.onError(error));
      }
      if (!stopping) await rest();
    }
  })();
  return {
    stop: async () => {
      stopping = true;
      wake();
      const [handedBack] = await Promise.all([jobs.rest(jobGraceMilliseconds), rounds]);
      return handedBack;
    },
  };
}
