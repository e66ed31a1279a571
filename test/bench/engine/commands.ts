import { median, percentile, plainFigure, type Figure } from "../figure.ts";
import type { BenchContext } from "./bench-context.ts";
import { p50, type Run } from "./closed-loop.ts";
import { runBatched, runEngine, runSingle } from "./command-runs.ts";
import { openStock } from "./stock.ts";

/** What is asked of the engine, by number of clients. */
const limits: Record<number, { toSingle: number; p50?: number; toBatched?: number }> = {
  24: { toSingle: 1.5, p50: 1 },
  200: { toSingle: 4, toBatched: 0.4 },
};

interface Round {
  engine: Map<number, Run>;
  single: Map<number, Run>;
  batched: Run | null;
}

/** The median of what each round says. Ratios are taken within a round, under the same load. */
const over = (rounds: readonly Round[], of: (round: Round) => number) => median(rounds.map(of));
const none: Run = { done: 0, rate: Number.NaN, latencies: [] };

function figuresOf(rounds: readonly Round[], clients: number): Figure[] {
  const engine = ({ engine: runs }: Round) => runs.get(clients) ?? none;
  const single = ({ single: runs }: Round) => runs.get(clients) ?? none;
  const { toSingle = null, p50: faster = null, toBatched } = limits[clients] ?? {};
  const name = `commands/${clients}`;
  const tail = (percent: number) =>
    over(rounds, (round) => percentile(engine(round).latencies, percent));
  const figures: Figure[] = [
    {
      ...plainFigure(
        `${name}/rate`,
        over(rounds, (round) => engine(round).rate),
        "commands/s",
      ),
      limit: toSingle,
      ratio: over(rounds, (round) => engine(round).rate / single(round).rate),
    },
    {
      ...plainFigure(`${name}/p50`, tail(50), "ms"),
      limit: faster,
      ratio: over(rounds, (round) => p50(single(round)) / p50(engine(round))),
    },
    plainFigure(`${name}/p95`, tail(95), "ms"),
    plainFigure(`${name}/p99`, tail(99), "ms"),
    plainFigure(
      `${name}/single/rate`,
      over(rounds, (round) => single(round).rate),
      "commands/s",
    ),
    plainFigure(
      `${name}/single/p50`,
      over(rounds, (round) => p50(single(round))),
      "ms",
    ),
  ];
  if (toBatched === undefined) return figures;
  const batched = ({ batched: run }: Round) => (run ?? none).rate;
  return [
    ...figures,
    {
      ...plainFigure(
        `${name}/to-batched`,
        over(rounds, (round) => engine(round).rate),
        "commands/s",
      ),
      limit: toBatched,
      ratio: over(rounds, (round) => engine(round).rate / batched(round)),
    },
    plainFigure("commands/batched/rate", over(rounds, batched), "commands/s"),
  ];
}

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
