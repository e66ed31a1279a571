import { sql } from "drizzle-orm";
import { fromDrizzle, fromPglite, PgBoss, type JobResult, type JobWithMetadata } from "pg-boss";
import type { Database, Handle } from "#db/client.ts";
import { followJobs, type JobsUnderWay } from "./hand-back.ts";

/** What jobs carry: keys only. The rows they name hold everything else. */
export interface JobData {
  effect: { customerId: string; machineId: string; seq: number; n: number };
  inbox: { provider: string; eventId: string };
}

export type Queue = keyof JobData;

/**
 * Twelve tries with doubling pauses span about six hours: a provider's bad day. A job whose worker has
 * died is missed by its heartbeat, so that a crash delays a mail by half a minute.
 */
const policy = {
  retryLimit: 12,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 3600,
  expireInSeconds: 120,
  heartbeatSeconds: 15,
} as const;

const queues = { effect: policy, inbox: policy } as const;

/** How often jobs of dead workers are looked for. */
const supervision = { superviseIntervalSeconds: 10, monitorIntervalSeconds: 10 };

/** Half a second is the shortest pause that pg-boss allows. */
const polling = { pollingIntervalSeconds: 0.5, batchSize: 10 };

/** Puts jobs into the transaction that makes them necessary. */
export interface Jobs {
  enqueue<Name extends Queue>(
    tx: Handle,
    queue: Name,
    data: readonly JobData[Name][],
  ): Promise<void>;
  /**
   * Works a queue until `stop`. A handler that throws is tried again later; `last` tells it that this
   * is the last try.
   */
  work<Name extends Queue>(
    queue: Name,
    handle: (data: JobData[Name], last: boolean) => Promise<void>,
  ): Promise<void>;
  /** Ends the work begun by `work`: finishes what is under way, or hands it back. */
  rest: JobsUnderWay["rest"];
  stop(): Promise<void>;
}

/**
 * Starts pg-boss on the portal's database; its schema is made by our migration.
 *
 * @param onError told of faults inside pg-boss, which must not go unheard
 */
export async function startJobs(
  database: Database,
  onError: (error: Error) => void,
  works: boolean,
): Promise<Jobs> {
  const { jobStore } = database;
  const store =
    jobStore.kind === "postgres"
      ? { connectionString: jobStore.connectionString, options: jobStore.options, max: 4 }
      : { db: fromPglite(jobStore.client as never), backend: "pglite" as const };
  const boss = new PgBoss({
    ...{ ...store, ...supervision },
    ...{ migrate: false, createSchema: false, supervise: works, schedule: false },
  });
  boss.on("error", onError);
  await boss.start();
  for (const [name, options] of Object.entries(queues)) {
    await boss.createQueue(name, options);
    // A queue that is there already keeps the settings of the release that made it.
    await boss.updateQueue(name, options);
  }
  const underWay = followJobs(boss, database);
  return {
    rest: underWay.rest,
    enqueue: async (tx, queue, data) => {
      if (data.length === 0) return;
      const jobs = data.map((item) => ({ data: item }));
      await boss.insert(queue, jobs, { db: fromDrizzle(tx as never, sql as never) });
    },
    work: async (queue, handle) => {
      const settle = async (job: JobWithMetadata<JobData[typeof queue]>): Promise<JobResult> => {
        try {
          const last = job.retryCount >= job.retryLimit;
          await underWay.run(queue, job, () => handle(job.data, last));
          return { id: job.id, status: "completed" };
        } catch (error) {
          return { id: job.id, status: "failed", output: { message: String(error) } };
        }
      };
      // Each job of a batch is settled by itself: a poison job takes no other along.
      await boss.work(
        queue,
        { ...polling, includeMetadata: true as const, perJobResults: true as const },
        (jobs: JobWithMetadata<JobData[typeof queue]>[]) => Promise.all(jobs.map(settle)),
      );
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
}
