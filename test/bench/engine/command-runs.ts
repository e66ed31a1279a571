import type { BareScript } from "./bare-statements.ts";
import type { BenchContext } from "./bench-context.ts";
import { openBenchEngine } from "./bench-engine.ts";
import type { BenchDatabase } from "../bench-server.ts";
import { closedLoop, type CostedRun, type Run } from "./closed-loop.ts";
import { readCpuTime } from "./cpu-time.ts";
import type { Stock } from "./stock.ts";
import { scattered, slots, targetAt } from "./target.ts";

/** More than any of them does in a second; what is taken in advance must last. */
const mostPerSecond = { engine: 20_000, single: 2000, batched: 15_000 };

/** As many as the engine has under way. */
const batchClients = 2;

/** What the engine does at most before it counts. */
const warmBlocks = 10;

/** A connection's first transaction takes it a while, all of them on the same few cores. */
const secondsToPrepare = (clients: number) => Math.ceil(clients / 20);

const blocksFor = (commands: number) => Math.ceil(commands / slots);

/** Commands of which all is there: snapshot, event, effect, timer and job. */
async function countWhole(database: BenchDatabase): Promise<number> {
  const [row] = await database.asSuperuser<{ whole: string; jobs: string }>(
    `select count(*) as whole, (select count(*) from pgboss.job where name = 'effect') as jobs
     from effect e join machine_event v using (customer_id, machine_id, seq)
       join machine m using (customer_id, machine_id, seq)
       join timer t using (customer_id, machine_id)
       join contract c on c.customer_id = m.customer_id and c.contract_id = m.machine_id
     where v.event ->> 'type' = 'setStart' and t.timer_id = 'start' and c.status = 'preparing'`,
  );
  if (row?.whole !== row?.jobs) {
    throw new Error(`${row?.whole} commands were written whole, but there are ${row?.jobs} jobs.`);
  }
  return Number(row?.whole);
}

/**
 * Runs, looks whether as much was written as was acknowledged, and what it cost.
 *
 * @param warmUp what goes ahead uncosted; returns how many commands it did
 */
async function counted(
  database: BenchDatabase,
  run: () => Promise<Run>,
  warmUp: () => Promise<number> = async () => 0,
): Promise<CostedRun> {
  const before = await countWhole(database);
  const ahead = await warmUp();
  const began = await readCpuTime(database);
  const result = await run();
  const ended = await readCpuTime(database);
  const written = (await countWhole(database)) - before - ahead;
  if (written !== result.done) {
    throw new Error(`${result.done} commands were acknowledged, ${written} written.`);
  }
  const cpu = {
    portal: (ended.portal - began.portal) / written,
    database: (ended.database - began.database) / written,
  };
  return { ...result, cpu };
}

/** Commands through the real dispatch, from clients in this process. */
export async function runEngine(
  { sizes }: BenchContext,
  stock: Stock,
  clients: number,
): Promise<CostedRun> {
  const most = Math.min(mostPerSecond.engine, 1500 * clients) * sizes.seconds;
  const { database, from, blocks } = await stock.take(blocksFor(most) + warmBlocks);
  const engine = await openBenchEngine(database.url, stock.wishedStart);
  let n = from * slots;
  const next = (end: number) => () => {
    if (n >= end) return null;
    const target = targetAt(scattered(Math.floor(n / slots), stock.blocks), n % slots);
    n += 1;
    return () => engine.setStart(target);
  };
  try {
    const end = from + blocks;
    return await counted(
      database,
      () => closedLoop(clients, sizes.seconds, next(end * slots)),
      // Opens the connections and lets each prepare its statements.
      async () => (await closedLoop(clients, 1, next((from + warmBlocks) * slots))).done,
    );
  } finally {
    await engine.close();
  }
}

/** The bare statements, one command a transaction. */
export async function runSingle(
  { sizes, bare, server }: BenchContext,
  stock: Stock,
  script: BareScript,
  wanted: number,
): Promise<CostedRun> {
  const clients = Math.min(wanted, server.connections);
  const preparing = secondsToPrepare(clients);
  const most = mostPerSecond.single * (preparing + sizes.seconds);
  const { database, from, blocks } = await stock.take(blocksFor(most));
  const supply = blocks * slots;
  return counted(database, async () => {
    const plan = {
      ...{ clients, from: from * slots, blocks: stock.blocks, preparing },
      each: Math.floor(supply / clients),
      // A small supply is used up instead.
      seconds: supply < most ? null : sizes.seconds,
    };
    return bare.run(database, script, plan);
  });
}

/** The bare statements of a batch: what the database could do if our code cost nothing. */
export async function runBatched(
  { sizes, bare }: BenchContext,
  stock: Stock,
  script: BareScript,
): Promise<CostedRun> {
  const { database, from, blocks } = await stock.take(
    blocksFor(mostPerSecond.batched * sizes.seconds),
  );
  const each = Math.floor(blocks / batchClients);
  return counted(database, async () => {
    const plan = {
      ...{ clients: batchClients, from, each, blocks: stock.blocks },
      ...{ preparing: 0, seconds: null },
    };
    return bare.run(database, script, plan);
  });
}
