import type { Figure } from "../figure.ts";
import type { BenchContext } from "./bench-context.ts";
import { figuresOf, type Round } from "./command-figures.ts";
import { runBatched, runEngine, runSingle } from "./command-runs.ts";
import { openStock } from "./stock.ts";

/**
 * Commands per second and their latencies, beside the bare statements of the same commands: one a
 * transaction, and as many as the engine takes together.
 */
export async function measureCommands(context: BenchContext): Promise<Figure[]> {
  const { sizes, say, server } = context;
  const scripts = await context.scripts();
  const stock = await openStock(server, sizes.blocks);
  try {
    const rounds: Round[] = [];
    for (let round = 1; round <= sizes.rounds; round += 1) {
      say(`commands: round ${round} of ${sizes.rounds}`);
      const runs: Round = { engine: new Map(), single: new Map(), batched: null };
      for (const clients of sizes.clients) {
        if (clients > server.connections) {
          say(`the server takes ${server.connections} single clients, not ${clients}`);
        }
        runs.engine.set(clients, await runEngine(context, stock, clients));
        runs.single.set(clients, await runSingle(context, stock, scripts.single, clients));
      }
      if (scripts.batched) runs.batched = await runBatched(context, stock, scripts.batched);
      rounds.push(runs);
    }
    return sizes.clients.flatMap((clients) => figuresOf(rounds, clients));
  } finally {
    await stock.close();
  }
}
