import { median, plainFigure, type Figure } from "../figure.ts";
import type { BenchContext } from "./bench-context.ts";
import { runEngine, runSingle } from "./command-runs.ts";
import { openStock } from "./stock.ts";
import { slots } from "./target.ts";

/** The ratio to bare statements may fall by a third at most. */
const leastShare = 2 / 3;

interface Measured {
  rate: number;
  /** How the engine's rate stands to the bare statements' on as many rows. */
  toSingle: number;
}

async function measureAt(context: BenchContext, blocks: number): Promise<Map<number, Measured>> {
  const { server, sizes, say } = context;
  const { single } = await context.scripts();
  say(`growth: ${(blocks * slots).toLocaleString("en-US")} machines`);
  const stock = await openStock(server, blocks);
  try {
    const rounds: Map<number, Measured>[] = [];
    for (let round = 1; round <= sizes.growthRounds; round += 1) {
      const found = new Map<number, Measured>();
      for (const clients of sizes.growthClients) {
        const engine = await runEngine(context, stock, clients);
        const bare = await runSingle(context, stock, single, clients);
        found.set(clients, { rate: engine.rate, toSingle: engine.rate / bare.rate });
      }
      rounds.push(found);
    }
    const middle = (clients: number, member: keyof Measured) =>
      median(rounds.map((round) => round.get(clients)?.[member] ?? Number.NaN));
    return new Map(
      sizes.growthClients.map((clients) => [
        clients,
        { rate: middle(clients, "rate"), toSingle: middle(clients, "toSingle") },
      ]),
    );
  } finally {
    await stock.close();
  }
}

/**
 * Commands per second on more and more machines. The figure's ratio says how much of the lead over the
 * bare statements is left, compared with the smallest size.
 */
export async function measureGrowth(context: BenchContext): Promise<Figure[]> {
  const figures: Figure[] = [];
  const first = new Map<number, number>();
  for (const blocks of context.sizes.growthBlocks) {
    for (const [clients, { rate, toSingle }] of await measureAt(context, blocks)) {
      const name = `growth/${blocks * slots}/${clients}`;
      const least = first.get(clients);
      first.set(clients, least ?? toSingle);
      const compared = least === undefined ? {} : { limit: leastShare, ratio: toSingle / least };
      figures.push(
        { ...plainFigure(`${name}/rate`, rate, "commands/s"), ...compared },
        plainFigure(`${name}/to-single`, toSingle, "times"),
      );
    }
  }
  return figures;
}
