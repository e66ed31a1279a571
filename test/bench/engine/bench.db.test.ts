import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { missedLimits, plainFigure, tableOf, type Figure } from "../figure.ts";
import { benchContext, type BenchContext } from "./bench-context.ts";
import { openBenchServer, type BenchServer } from "../bench-server.ts";
import { measureCommands } from "./commands.ts";
import { driverRunner } from "./driver-statements.ts";
import { measureEffects } from "./effects.ts";
import { measureSweep } from "./sweep.ts";
import type { Sizes } from "./sizes.ts";

const template = inject("databaseTemplate");

/** Enough to see that every part works; the parts themselves compare what they did with what is stored. */
const tiny: Sizes = {
  rounds: 1,
  seconds: 0.3,
  blocks: 20,
  clients: [2],
  sweepBlocks: 1,
  memoryBlocks: 1,
  memorySeconds: 30,
  effects: 100,
  growthRounds: 1,
  growthBlocks: [2],
  growthClients: [2],
};

const isWellFormed = ({ value, unit }: Figure) => value > 0 && unit !== "";
const names = (figures: readonly Figure[]) => figures.map(({ name }) => name);

/** For a machine that does much else. */
const timeout = 120_000;

describe.skipIf(template.kind === "pglite")("on PostgreSQL", { timeout }, () => {
  let server: BenchServer;
  let context: BenchContext;
  beforeAll(async () => {
    if (template.kind !== "postgres") return;
    server = await openBenchServer(template.superuserUrl);
    context = benchContext(server, driverRunner, tiny, () => {});
  });
  afterAll(() => server?.close());

  test("commands are measured beside their own statements", async () => {
    const scripts = await context.scripts();
    expect(scripts.batched?.size).toBeGreaterThan(1);
    const figures = await measureCommands(context);
    expect(names(figures)).toContain("commands/2/rate");
    expect(figures.filter((figure) => !isWellFormed(figure))).toEqual([]);
  });

  test("timers are swept by one worker and by two", async () => {
    const figures = await measureSweep(context);
    expect(names(figures)).toEqual(["sweep/1/rate", "sweep/2/rate"]);
    expect(figures.filter((figure) => !isWellFormed(figure))).toEqual([]);
  });

  test("effects go through the queue", async () => {
    const figures = await measureEffects(context);
    expect(names(figures)).toContain("effects/single/p50");
    expect(figures.filter((figure) => !isWellFormed(figure))).toEqual([]);
  });
});

describe("a limit", () => {
  const figure = plainFigure("commands/24/rate", 1000, "commands/s");
  const compared = (ratio: number) => ({ ...figure, limit: 1.5, ratio });

  test.each([
    ["is met by a ratio that is as large", 1.5, false],
    ["is missed by a smaller ratio", 1.49, true],
    ["is missed where there is nothing to compare with", Number.NaN, true],
  ])("%s", (_what, ratio, isMissed) => {
    expect(missedLimits([figure, compared(ratio)])).toHaveLength(isMissed ? 1 : 0);
    expect(tableOf([compared(ratio)]).includes("MISSED")).toBe(isMissed);
  });
});
