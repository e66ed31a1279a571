import type { ChainRoot } from "#machines/engine/chain-root.ts";
import type { DispatchParts } from "./dispatch.ts";
import { runEffect, type EffectHandlers } from "./effects.ts";
import type { JobData } from "./jobs.ts";
import { finishedDay, rootChains } from "./root-chains.ts";
import { sweep } from "./sweep.ts";

export interface WorkerParts extends DispatchParts {
  effects: EffectHandlers;
  /** Works one stored webhook event. */
  inbox(data: JobData["inbox"], last: boolean): Promise<void>;
  /** Those of the process, newest first; the newest signs the roots. */
  secrets: readonly string[];
  /** Told of each root made, so that a copy of it stays outside the database. */
  onRoot(root: ChainRoot): void;
  onError(error: unknown): void;
}

/** How long the sweep rests after a round in which nothing was due. */
const sweepPauseMilliseconds = 1000;

/** A running worker. */
export interface Worker {
  /** Finishes the round under way and stops. */
  stop(): Promise<void>;
}

/**
 * Starts what works behind the pages: effects, stored webhook events, the sweep of deadlines, and the
 * signed root of each finished day.
 */
export async function startWorker(parts: WorkerParts): Promise<Worker> {
  const { jobs, database, clock, effects } = parts;
  await jobs.work("effect", (key, last) =>
    runEffect({ database, clock, handlers: effects }, key, last),
  );
  await jobs.work("inbox", (data, last) => parts.inbox(data, last));
  let rootedDay = "";
  const rootOnce = async () => {
    const now = await clock.now();
    const day = finishedDay(now);
    if (day === rootedDay) return;
    const root = await rootChains(database, now, parts.secrets);
    rootedDay = day;
    if (root) parts.onRoot(root);
  };
  let stopping = false;
  let wake = () => {};
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
      await sweep(parts).catch((error: unknown) => parts.onError(error));
      await rootOnce().catch((error: unknown) => parts.onError(error));
      if (!stopping) await rest();
    }
  })();
  return {
    stop: async () => {
      stopping = true;
      wake();
      await rounds;
    },
  };
}
