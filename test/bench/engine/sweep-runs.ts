import type { BenchDatabase, BenchServer } from "../bench-server.ts";
import { overduePast } from "./contract-past.ts";
import { startForked, type Forked } from "./forked.ts";
import { populate } from "./population.ts";
import { slots } from "./target.ts";

/** Contracts whose reminders are overdue: two of each, with later ones behind them. */
export interface Waiting {
  database: BenchDatabase;
  /** How many timers are due. */
  due: number;
}

/** Makes a database of contracts with two due timers each. */
export async function openWaiting(server: BenchServer, blocks: number): Promise<Waiting> {
  const database = await server.createDatabase();
  await populate(database, overduePast(Date.now()), { blocks });
  return { database, due: 2 * blocks * slots };
}

/**
 * How many of the due timers have fired.
 *
 * @throws Error where their events, effects and jobs are not as many as the timers that are gone
 */
export async function countFired({ database, due }: Waiting): Promise<number> {
  const [row] = await database.asSuperuser<Record<"left" | "events" | "effects" | "jobs", string>>(
    `select (select count(*) from timer where due_at <= now()) as left,
       (select count(*) from machine_event where event ->> 'type' = 'remindRenewal') as events,
       (select count(*) from effect) as effects,
       (select count(*) from pgboss.job where name = 'effect') as jobs`,
  );
  const gone = due - Number(row?.left);
  const written = [row?.events, row?.effects, row?.jobs].map(Number);
  if (written.some((count) => count !== gone)) {
    throw new Error(`${gone} timers are gone; events, effects, jobs: ${written.join(", ")}.`);
  }
  return gone;
}

/**
 * Fires everything that is due with workers that are processes of their own. Returns timers per
 * second, from the word go to the end of the last worker.
 *
 * @throws Error where not every timer fired exactly once
 */
export async function sweepWith(workers: number, waiting: Waiting): Promise<number> {
  const file = new URL("../sweep-process.ts", import.meta.url);
  const processes: Forked<number>[] = [];
  for (let n = 0; n < workers; n += 1) {
    processes.push(await startForked<number>(file, [waiting.database.url]));
  }
  const began = performance.now();
  const fired = await Promise.all(processes.map((one) => one.go()));
  const seconds = (performance.now() - began) / 1000;
  await Promise.all(processes.map((one) => one.end()));
  const total = fired.reduce((sum, one) => sum + one, 0);
  const written = await countFired(waiting);
  if (total !== waiting.due || written !== total) {
    throw new Error(`${waiting.due} timers were due, ${total} fired, ${written} are written.`);
  }
  return total / seconds;
}
