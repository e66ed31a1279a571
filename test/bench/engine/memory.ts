import { plainFigure, type Figure } from "../figure.ts";
import type { BenchContext } from "./bench-context.ts";
import { openWaiting, sweepWith } from "./sweep-runs.ts";

const megabyte = 1_000_000;
const mostMegabytes = 300;

/** The most memory that a worker has while it fires all that is due; the ratio is what is left of 300 MB. */
export async function measureMemory({ server, sizes, say }: BenchContext): Promise<Figure[]> {
  say("memory: preparing the timers");
  const waiting = await openWaiting(server, sizes.memoryBlocks);
  say(`memory: sweeping ${waiting.due.toLocaleString("en-US")} timers`);
  const { rate, peakMemory } = await sweepWith(1, waiting);
  await waiting.database.drop();
  const peak = peakMemory / megabyte;
  return [
    { ...plainFigure("memory/peak", peak, "MB"), limit: 1, ratio: mostMegabytes / peak },
    plainFigure("memory/sweep/rate", rate, "timers/s"),
  ];
}
