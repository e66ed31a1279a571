import type { Swept } from "../sweep-process.ts";
import type { BenchDatabase, BenchServer } from "./bench-server.ts";
import { renewingPast } from "./contract-past.ts";
import { startForked, type Forked } from "./forked.ts";
import { populate } from "./population.ts";
import { slots } from "./target.ts";

/** Contracts that wait for their reminders, and when those may fire. */
export interface Waiting {
  database: BenchDatabase;
  /** Timers due at `instant`: two of each contract. */
  due: number;
  instant: string;
}

/** Makes a database of contracts with two due timers and three later ones each. */
export async function openWaiting(server: BenchServer, blocks: number): Promise<Waiting> {
  const past = renewingPast(Date.now());
  const database = await server.createDatabase();
  await populate(database, past, { blocks });
  const instant = new Date(Date.parse(past.firstDue) + 3_600_000).toISOString();
  return { database, due: 2 * blocks * slots, instant };
}

/**
 * Fires everything that is due with workers that are processes of their own.
 *
 * @returns timers per second, from the word go to the end of the last worker, and the most memory
 *   that one of them had, in bytes
 * @throws Error where not every timer fired exactly once
 */
export async function sweepWith(
  workers: number,
  { database, due, instant }: Waiting,
): Promise<{ rate: number; peakMemory: number }> {
  const file = new URL("../sweep-process.ts", import.meta.url);
  const processes: Forked<Swept>[] = [];
  for (let n = 0; n < workers; n += 1) {
    processes.push(await startForked<Swept>(file, [database.url, instant]));
  }
  const began = performance.now();
  const swept = await Promise.all(processes.map((one) => one.go()));
  const seconds = (performance.now() - began) / 1000;
  await Promise.all(processes.map((one) => one.end()));
  const fired = swept.reduce((sum, one) => sum + one.fired, 0);
  const [row] = await database.asSuperuser<{ events: string; effects: string; left: string }>(
    `select (select count(*) from machine_event where event ->> 'type' = 'remindRenewal') as events,
       (select count(*) from effect) as effects,
       (select count(*) from timer where due_at <= '${instant}') as left`,
  );
  const counts = [fired, Number(row?.events), Number(row?.effects), due - Number(row?.left)];
  if (counts.some((count) => count !== due)) {
    throw new Error(`${due} timers were due; fired, events, effects, gone: ${counts.join(", ")}.`);
  }
  return { rate: due / seconds, peakMemory: Math.max(...swept.map((one) => one.peakMemory)) };
}
