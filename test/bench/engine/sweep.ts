import { plainFigure, type Figure } from "../figure.ts";
import type { BenchContext } from "./bench-context.ts";
import { openWaiting, sweepWith } from "./sweep-runs.ts";

/** Due timers per second, with one worker and with two. */
export async function measureSweep({ server, sizes, say }: BenchContext): Promise<Figure[]> {
  const waiting = await openWaiting(server, sizes.sweepBlocks);
  const figures: Figure[] = [];
  for (const workers of [1, 2]) {
    say(`sweep: ${waiting.due.toLocaleString("en-US")} timers, workers: ${workers}`);
    const database = await waiting.database.copy();
    const rate = await sweepWith(workers, { ...waiting, database });
    await database.drop();
    figures.push(plainFigure(`sweep/${workers}/rate`, rate, "timers/s"));
  }
  await waiting.database.drop();
  return figures;
}
