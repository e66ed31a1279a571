import type { Figure, Say } from "../figure.ts";
import { benchContext, type BenchContext } from "./bench-context.ts";
import { openBenchServer } from "./bench-server.ts";
import { measureCommands } from "./commands.ts";
import { driverRunner } from "./driver-statements.ts";
import { measureEffects } from "./effects.ts";
import { measureGrowth } from "./growth.ts";
import { measureMemory } from "./memory.ts";
import { findPgbench } from "./pgbench.ts";
import type { Sizes } from "./sizes.ts";
import { measureSweep } from "./sweep.ts";

const parts: Record<string, (context: BenchContext) => Promise<Figure[]>> = {
  commands: measureCommands,
  sweep: measureSweep,
  effects: measureEffects,
  growth: measureGrowth,
  memory: measureMemory,
};

/** What can be measured of the engine, in the order in which it is. */
export const enginePartNames = Object.keys(parts);

interface Wanted {
  /** Names of parts; all where none is given. */
  parts: readonly string[];
  sizes: Sizes;
  /** A superuser's address of the server to measure on; one of our own where left out. */
  given: string | undefined;
  say: Say;
  /** Told of each part's figures as soon as they are there. */
  onFigures(figures: readonly Figure[]): void;
}

/** Measures the engine's parts one after the other. Leaves no server and no process behind. */
export async function measureEngine(wanted: Wanted): Promise<Figure[]> {
  const names = wanted.parts.length > 0 ? wanted.parts : enginePartNames;
  const server = await openBenchServer(wanted.given);
  try {
    const bare = findPgbench() ?? driverRunner;
    const context = benchContext(server, bare, wanted.sizes, wanted.say);
    const figures: Figure[] = [];
    for (const name of names) {
      const found = (await parts[name]?.(context)) ?? [];
      wanted.onFigures(found);
      figures.push(...found);
    }
    return figures;
  } finally {
    await server.close();
  }
}
