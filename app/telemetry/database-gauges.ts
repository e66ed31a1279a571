import { Gauge } from "prom-client";
import type { Database } from "#db/client.ts";
import {
  boundStatements,
  readDueTimers,
  readQueueDepths,
  readUnfinished,
  type QueueDepth,
} from "#db/queries/gauges.ts";
import { dueUpTo } from "#machines/engine/due.ts";
import type { Clock } from "../clock.ts";
import { log } from "../log.ts";
import type { Metrics } from "./metrics.ts";

/** Several scrapers, or an impatient one, cost the database no more than one. */
const keptMilliseconds = 5000;
const patienceMilliseconds = 2000;

interface Figures {
  queues: QueueDepth[];
  timers: { due: number; oldestSeconds: number };
  effects: Record<string, number>;
  inbox: Record<string, number>;
}

async function readFigures(database: Database, clock: Clock): Promise<Figures> {
  const now = await clock.now();
  return database.transaction({ role: "portal_engine" }, async (tx) => {
    await boundStatements(tx, patienceMilliseconds);
    const queues = await readQueueDepths(tx, new Date());
    const { due, oldestDueAt } = await readDueTimers(tx, dueUpTo(now.toISOString()));
    const age = oldestDueAt === null ? 0 : (now.getTime() - oldestDueAt.getTime()) / 1000;
    return { queues, timers: { due, oldestSeconds: age }, ...(await readUnfinished(tx)) };
  });
}

/** Null where the database does not answer in time. */
async function readInTime(database: Database, clock: Clock): Promise<Figures | null> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the database is slow")), patienceMilliseconds);
  });
  try {
    return await Promise.race([readFigures(database, clock), tooLong]);
  } catch (error) {
    log.error({ err: error }, "the database could not be measured");
    return null;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Adds what only the database knows: queues, deadlines, what waits for a person. It is asked when the
 * metrics are, and where it does not answer those figures are left out and `portal_database_up` is 0.
 */
export function addDatabaseGauges(
  { registry, beforeScrape }: Pick<Metrics, "registry" | "beforeScrape">,
  { database, clock }: { database: Database; clock: Clock },
): void {
  const registers = [registry];
  const gauge = <Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[] = [],
  ) => new Gauge({ name, help, labelNames, registers });
  const size = gauge("portal_database_pool_size", "Connections for transactions");
  const inUse = gauge("portal_database_pool_in_use", "Transactions that have a connection");
  const waiting = gauge("portal_database_pool_waiting", "Transactions that wait for a connection");
  // Before the database is asked, which takes a connection itself.
  beforeScrape(() => {
    const use = database.pool();
    size.set(use.size);
    inUse.set(use.inUse);
    waiting.set(use.waiting);
  });

  const jobs = gauge("portal_queue_jobs", "Jobs of a queue that are not done", ["queue", "state"]);
  const oldest = gauge("portal_queue_oldest_ready_seconds", "Age of the oldest ready job", [
    "queue",
  ]);
  const due = gauge("portal_timers_due", "Deadlines that should have fired");
  const late = gauge("portal_timer_oldest_due_seconds", "Age of the oldest of them");
  const open = gauge("portal_effects_open", "Calls outside that are not done", ["state"]);
  const received = gauge("portal_inbox_open", "Webhook events that are not worked yet");
  const dead = gauge("portal_dead_letters", "What was given up and waits for a person", ["source"]);
  const plain = [due, late, received];
  const labelled = [jobs, oldest, open, dead];
  const up = gauge("portal_database_up", "Whether the database answered when it was last asked");

  function show({ queues, timers, effects, inbox }: Figures): void {
    const oldestOf = new Map<string, number>();
    for (const { queue, state, jobs: count, oldestSeconds } of queues) {
      jobs.set({ queue, state }, count);
      if (state === "created" || state === "retry") {
        oldestOf.set(queue, Math.max(oldestOf.get(queue) ?? 0, oldestSeconds));
      }
    }
    for (const [queue, seconds] of oldestOf) oldest.set({ queue }, seconds);
    due.set(timers.due);
    late.set(timers.oldestSeconds);
    open.set({ state: "pending" }, effects["pending"] ?? 0);
    open.set({ state: "unknown" }, effects["unknown"] ?? 0);
    received.set(inbox["received"] ?? 0);
    dead.set({ source: "effect" }, (effects["dead"] ?? 0) + (effects["unresolved"] ?? 0));
    dead.set({ source: "inbox" }, inbox["failed"] ?? 0);
  }

  async function refresh(): Promise<void> {
    const figures = await readInTime(database, clock);
    for (const each of labelled) each.reset();
    up.set(figures ? 1 : 0);
    if (figures) show(figures);
    else for (const each of plain) each.remove();
  }
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;
  beforeScrape(async () => {
    if (performance.now() - readAt < keptMilliseconds) return;
    reading ??= refresh().finally(() => {
      readAt = performance.now();
      reading = undefined;
    });
    await reading;
  });
}
