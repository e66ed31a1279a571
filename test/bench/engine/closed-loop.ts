import { percentile } from "../figure.ts";
import type { CpuTime } from "./cpu-time.ts";

/** How a run went. */
export interface Run {
  /** Commands that were acknowledged. */
  done: number;
  /** Commands per second. */
  rate: number;
  /** Milliseconds that each call took. */
  latencies: number[];
}

/** A run with the processors' work for each of its commands, in milliseconds. */
export interface CostedRun extends Run {
  cpu: CpuTime;
}

/** The median latency of a run in milliseconds. */
export const p50 = ({ latencies }: Run) => percentile(latencies, 50);

/**
 * Lets clients work side by side, each calling again as soon as its last call has come back, until
 * `seconds` have passed or `next` has nothing left to do.
 *
 * @param next the work of the next call, or null
 */
export async function closedLoop(
  clients: number,
  seconds: number,
  next: () => (() => Promise<unknown>) | null,
): Promise<Run> {
  const latencies: number[] = [];
  const began = performance.now();
  const until = began + seconds * 1000;
  const client = async () => {
    for (let work = next(); work && performance.now() < until; work = next()) {
      const sent = performance.now();
      await work();
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const took = (performance.now() - began) / 1000;
  return { done: latencies.length, rate: latencies.length / took, latencies };
}
