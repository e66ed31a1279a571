import { startJobs, type Jobs } from "#app/workflow/jobs.ts";
import { openPostgres, type Database } from "#db/client.ts";
import { effect } from "#db/schema/engine.ts";
import { plainFigure, type Figure } from "../figure.ts";
import type { BenchContext } from "./bench-context.ts";
import type { BenchDatabase } from "../bench-server.ts";
import { startForked } from "./forked.ts";
import { slots, targetAt, type Target } from "./target.ts";

/** Longer than any queue worth having takes for what is put into it here. */
const mostSeconds = 60;

/** Jobs that come one by one into an idle queue, and the milliseconds between them. */
const mostSingles = 30;
const singlePause = 130;

const pause = (milliseconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Writes effects with their jobs in one transaction, as commands do. */
function addEffects(database: Database, jobs: Jobs, targets: readonly Target[]): Promise<void> {
  const keys = targets.map(({ customerId, contractId: machineId }) => ({
    ...{ customerId, machineId },
    ...{ seq: 1, n: 0 },
  }));
  return database.transaction({ role: "portal_engine" }, async (tx) => {
    const at = new Date();
    const rows = keys.map((key) => {
      const params = { template: "start-date-fixed", to: "customer", contractId: key.machineId };
      return { ...key, kind: "mail", params, at };
    });
    await tx.insert(effect).values(rows);
    await jobs.enqueue(tx, "effect", keys);
  });
}

/** Waits until so many jobs are completed, or the time is over. Returns how many are. */
async function awaitCompleted(database: BenchDatabase, wanted: number): Promise<number> {
  const until = performance.now() + mostSeconds * 1000;
  for (;;) {
    const [row] = await database.asSuperuser<{ completed: string }>(
      "select count(*) as completed from pgboss.job where name = 'effect' and state = 'completed'",
    );
    const completed = Number(row?.completed);
    if (completed >= wanted || performance.now() > until) return completed;
    await pause(50);
  }
}

/** Milliseconds from a job's making to its end, at a percentage of those made after an instant. */
async function waitOf(database: BenchDatabase, percent: number, since: Date): Promise<number> {
  const [row] = await database.asSuperuser<{ milliseconds: number }>(
    `select percentile_disc(${percent / 100}) within group (
       order by extract(epoch from completed_on - created_on) * 1000)::float8 as milliseconds
     from pgboss.job where name = 'effect' and created_on >= '${since.toISOString()}'`,
  );
  return row?.milliseconds ?? Number.NaN;
}

/**
 * Effects per second through the queue, from the first job's enqueueing until all are done, by one
 * worker with a handler that does nothing outside; then how long single ones take in an idle queue.
 *
 * @throws Error where an effect's record does not say that it is done after one attempt
 */
export async function measureEffects({ server, sizes, say }: BenchContext): Promise<Figure[]> {
  const bench = await server.createDatabase();
  const database = openPostgres(bench.url);
  const faults: Error[] = [];
  const jobs = await startJobs(database, (error) => faults.push(error), false);
  const worker = await startForked<string>(new URL("../effect-process.ts", import.meta.url), [
    bench.url,
  ]);
  try {
    await worker.go();
    say(`effects: ${sizes.effects.toLocaleString("en-US")} jobs`);
    const blocks = sizes.effects / slots;
    const began = performance.now();
    for (let block = 0; block < blocks; block += 1) {
      const targets = Array.from({ length: slots }, (_, slot) => targetAt(block, slot));
      await addEffects(database, jobs, targets);
    }
    const done = await awaitCompleted(bench, sizes.effects);
    const seconds = (performance.now() - began) / 1000;
    const isAll = done >= sizes.effects;
    if (!isAll) say(`effects: only ${done} were done within ${mostSeconds} s`);
    const figures = [plainFigure("effects/rate", done / seconds, "jobs/s")];
    if (isAll) {
      const singles = Math.min(mostSingles, sizes.effects / 20);
      const since = new Date();
      for (let slot = 0; slot < singles; slot += 1) {
        await addEffects(database, jobs, [targetAt(blocks, slot)]);
        await pause(singlePause);
      }
      await awaitCompleted(bench, sizes.effects + singles);
      figures.push(
        plainFigure("effects/single/p50", await waitOf(bench, 50, since), "ms"),
        plainFigure("effects/single/p95", await waitOf(bench, 95, since), "ms"),
      );
      const [row] = await bench.asSuperuser<{ other: string }>(
        "select count(*) as other from effect where state <> 'done' or attempts <> 1",
      );
      if (row?.other !== "0") throw new Error(`${row?.other} effects were not done at once.`);
    }
    if (faults.length > 0) throw new AggregateError(faults, "The job queue had faults.");
    return figures;
  } finally {
    await worker.end();
    await jobs.stop();
    await database.close();
    await bench.drop();
  }
}
