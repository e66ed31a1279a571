import { median, plainFigure, type Figure } from "../figure.ts";
import type { BenchContext } from "./bench-context.ts";
import { runEngine, runSingle } from "./command-runs.ts";
import { openStock, type Stock } from "./stock.ts";
import { slots } from "./target.ts";

/** The ratio to bare statements may fall by a third at most. */
const leastShare = 2 / 3;

interface Measured {
  rate: number;
  /** How the engine's rate stands to the bare statements' on as many rows. */
  toSingle: number;
}

/**
 * Both sides on a stock, each on a fresh copy: a small stock lasts for one run only, and right after
 * copying the first touch of a page costs more.
 */
async function compare(context: BenchContext, stock: Stock, clients: number): Promise<Measured> {
  const { single } = await context.scripts();
  await stock.renew();
  const { rate } = await runEngine(context, stock, clients);
  await stock.renew();
  const bare = await runSingle(context, stock, single, clients);
  return { rate, toSingle: rate / bare.rate };
}

/** The middle of several rounds. */
const middleOf = (rounds: readonly Measured[]): Measured => ({
  rate: median(rounds.map(({ rate }) => rate)),
  toSingle: median(rounds.map(({ toSingle }) => toSingle)),
});

/**
 * Commands per second on more and more machines. The figure's ratio says how much of the lead over the
 * bare statements is left, compared with the smallest size.
 */
export async function measureGrowth(context: BenchContext): Promise<Figure[]> {
  const { server, sizes, say } = context;
  const stocks: { machines: number; stock: Stock; found: Map<number, Measured[]> }[] = [];
  try {
    for (const blocks of sizes.growthBlocks) {
      const machines = blocks * slots;
      say(`growth: ${machines.toLocaleString("en-US")} machines`);
      stocks.push({ machines, stock: await openStock(server, blocks), found: new Map() });
    }
    for (let round = 1; round <= sizes.growthRounds; round += 1) {
      say(`growth: round ${round} of ${sizes.growthRounds}`);
      for (const { stock, found } of stocks) {
        for (const clients of sizes.growthClients) {
          const measured = await compare(context, stock, clients);
          found.set(clients, [...(found.get(clients) ?? []), measured]);
        }
        await stock.renew();
      }
    }
  } finally {
    for (const { stock } of stocks) await stock.close();
  }
  return stocks.flatMap(({ machines, found }) =>
    [...found].flatMap(([clients, rounds]) => {
      const { rate, toSingle } = middleOf(rounds);
      const least = middleOf(stocks[0]?.found.get(clients) ?? []).toSingle;
      const isFirst = machines === stocks[0]?.machines;
      const compared = isFirst ? {} : { limit: leastShare, ratio: toSingle / least };
      const name = `growth/${machines}/${clients}`;
      return [
        { ...plainFigure(`${name}/rate`, rate, "commands/s"), ...compared },
        plainFigure(`${name}/to-single`, toSingle, "times"),
      ];
    }),
  );
}
