import { suiteOf } from "../suite.ts";
import { benchContext } from "./bench-context.ts";
import { measureCommands } from "./commands.ts";
import { driverRunner } from "./driver-statements.ts";
import { measureEffects } from "./effects.ts";
import { measureGrowth } from "./growth.ts";
import { measureMemory } from "./memory.ts";
import { findPgbench } from "./pgbench.ts";
import { fullSizes, longSizes, quickSizes } from "./sizes.ts";
import { measureSweep } from "./sweep.ts";

const sizes = { quick: quickSizes, full: fullSizes, long: longSizes };

/** What can be measured of the engine. */
export const engineSuite = suiteOf(
  {
    commands: measureCommands,
    sweep: measureSweep,
    effects: measureEffects,
    growth: measureGrowth,
    memory: measureMemory,
  },
  (server, { size, say }) => benchContext(server, findPgbench() ?? driverRunner, sizes[size], say),
);
