import type { DispatchParts } from "./dispatch.ts";
import { runEffect, type EffectHandlers } from "./effects.ts";
import type { JobData } from "./jobs.ts";
import { sweep } from "./sweep.ts";

export interface WorkerParts extends DispatchParts {
  effects: EffectHandlers;
  /** Works one stored webhook event. */
  inbox(data: JobData["inbox"], last: boolean): Promise<void>;
  onError(error: unknown): void;
}

/** How long the sweep rests after a round in which nothing was due. */
const sweepPauseMilliseconds = 1000;

/** A running worker. */
export interface Worker {
  /** Finishes the round under way and stops. */
  stop(): Promise<void>;
}

/** Starts what works behind the pages: effects, stored webhook events, and the sweep of deadlines. */
export async function startWorker(parts: WorkerParts): Promise<Worker> {
  const { jobs, database, clock, effects } = parts;
  await jobs.work("effect", (key, last) =>
    runEffect({ database, clock, handlers: effects }, key, last),
  );
  await jobs.work("inbox", (data, last) => parts.inbox(data, last));
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
