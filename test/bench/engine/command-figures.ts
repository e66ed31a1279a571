import { median, percentile, plainFigure, type Figure } from "../figure.ts";
import { p50, type CostedRun } from "./closed-loop.ts";

/** What was measured in one round, by number of clients. */
export interface Round {
  engine: Map<number, CostedRun>;
  single: Map<number, CostedRun>;
  batched: CostedRun | null;
}

/** What is asked of the engine, by number of clients. */
const limits: Record<number, { toSingle: number; p50?: number; toBatched?: number }> = {
  24: { toSingle: 1.5, p50: 1 },
  200: { toSingle: 4, toBatched: 0.4 },
};

const none: CostedRun = {
  ...{ done: 0, rate: Number.NaN, latencies: [] },
  cpu: { portal: Number.NaN, database: Number.NaN },
};

/**
 * The medians of all rounds for a number of clients. Ratios are taken within a round, whose runs follow
 * one another under the same load. What a command costs the processors is left out where it can't be
 * seen.
 */
export function figuresOf(rounds: readonly Round[], clients: number): Figure[] {
  const engine = ({ engine: runs }: Round) => runs.get(clients) ?? none;
  const single = ({ single: runs }: Round) => runs.get(clients) ?? none;
  const batched = ({ batched: run }: Round) => run ?? none;
  const over = (of: (round: Round) => number) => median(rounds.map(of));
  const name = `commands/${clients}`;
  const told = (what: string, unit: string, of: (round: Round) => number): Figure =>
    plainFigure(what, over(of), unit);
  const compared = (
    figure: Figure,
    limit: number | null,
    ratio: (round: Round) => number,
  ): Figure => ({ ...figure, limit, ratio: over(ratio) });
  const tail = (percent: number) =>
    told(`${name}/p${percent}`, "ms", (round) => percentile(engine(round).latencies, percent));
  const rate = told(`${name}/rate`, "commands/s", (round) => engine(round).rate);
  const { toSingle = null, p50: faster = null, toBatched } = limits[clients] ?? {};
  const figures = [
    compared(rate, toSingle, (round) => engine(round).rate / single(round).rate),
    compared(tail(50), faster, (round) => p50(single(round)) / p50(engine(round))),
    tail(95),
    tail(99),
    told(`${name}/cpu/portal`, "ms/command", (round) => engine(round).cpu.portal),
    told(`${name}/cpu/database`, "ms/command", (round) => engine(round).cpu.database),
    told(`${name}/single/rate`, "commands/s", (round) => single(round).rate),
    told(`${name}/single/p50`, "ms", (round) => p50(single(round))),
    told(`${name}/single/cpu/database`, "ms/command", (round) => single(round).cpu.database),
  ];
  if (toBatched !== undefined) {
    const share = { ...rate, name: `${name}/to-batched` };
    figures.push(
      compared(share, toBatched, (round) => engine(round).rate / batched(round).rate),
      told("commands/batched/rate", "commands/s", (round) => batched(round).rate),
      told("commands/batched/cpu/database", "ms/command", (round) => batched(round).cpu.database),
    );
  }
  return figures.filter(({ limit, value }) => limit !== null || !Number.isNaN(value));
}
