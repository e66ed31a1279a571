import { DrizzleQueryError } from "drizzle-orm";
import { fromPglite, PgBoss, type JobResult, type JobWithMetadata } from "pg-boss";
import { preparedTextRows, type Database, type Handle } from "#db/client.ts";
import { followJobs } from "./hand-back.ts";
import { withinSeconds } from "./within-seconds.ts";

/** What jobs carry: keys only. The rows they name hold everything else. */
export interface JobData {
  effect: { customerId: string; machineId: string; seq: number; n: number };
  inbox: { provider: string; eventId: string };
}

export type Queue = keyof JobData;

/**
 * Twenty-five tries with pauses that double up to an hour span about fifteen hours: a provider's bad
 * day, and still within the life of its idempotency keys. A job whose worker has died is missed by its
 * heartbeat, so that a crash delays a mail by half a minute.
 */
const policy = {
  retryLimit: 24,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 3600,
  expireInSeconds: 120,
  heartbeatSeconds: 15,
} as const;

/** How often a job is tried before its work is laid before staff. */
export const mostTries = policy.retryLimit + 1;

const deadLetterOf = { effect: "effect-dead", inbox: "inbox-dead" } as const;

/** A queue comes after the one that its dead letters go to. */
const queues = {
  [deadLetterOf.effect]: policy,
  [deadLetterOf.inbox]: policy,
  effect: { ...policy, deadLetter: deadLetterOf.effect },
  inbox: { ...policy, deadLetter: deadLetterOf.inbox },
} as const;

/**
 * How long one job may take. Less than its expiry: the queue waits for a handler that outruns the
 * expiry, and with it would wait everything behind.
 */
const jobSeconds = 60;

/** How often jobs of dead workers are looked for. */
const supervision = { superviseIntervalSeconds: 10, monitorIntervalSeconds: 10 };

/**
 * Half a second is the shortest pause that pg-boss allows; a full batch is followed by the next one
 * at once. A job that hangs holds up its own lane only.
 */
const polling = {
  pollingIntervalSeconds: 0.5,
  batchSize: 10,
  burstWhenBatchFull: true,
  localConcurrency: 3,
};

/** Dead letters are few. */
const slowPolling = { pollingIntervalSeconds: 2 };

/** Puts jobs into the transaction that makes them necessary. */
export interface Jobs {
  /** Adds jobs; with `startAfter` (wall clock) they wait until then. */
  enqueue<Name extends Queue>(
    tx: Handle,
    queue: Name,
    data: readonly JobData[Name][],
    startAfter?: Date,
  ): Promise<void>;
  /**
   * Works a queue until `stop`. A handler that throws is tried again later; `last` tells it that this
   * is the last try.
   */
  work<Name extends Queue>(
    queue: Name,
    handle: (data: JobData[Name], last: boolean) => Promise<void>,
  ): Promise<void>;
  /**
   * Works what the queue has given up, because its last try threw or its workers died: `cause` is
   * what the queue knows of it.
   */
  workDead<Name extends Queue>(
    queue: Name,
    handle: (data: JobData[Name], cause: string) => Promise<void>,
  ): Promise<void>;
  /** Ends the work begun by `work`: finishes what is under way, or hands it back. */
  rest(graceMilliseconds: number): Promise<number>;
  stop(): Promise<void>;
}

/** The text by which a job is found: what it works. */
export function jobKey(data: JobData[Queue]): string {
  if ("eventId" in data) return [data.provider, data.eventId].join("/");
  return [data.customerId, data.machineId, data.seq, data.n].join("/");
}

/** What an error says, without the values of a statement that failed: they may be personal. */
function wordsOf(error: unknown): string {
  if (error instanceof DrizzleQueryError)
    return `Error: ${error.cause?.message ?? "a query failed"}`;
  return String(error);
}

/** In words what the queue kept of a failure: a thrown message, or its own reason. */
export function causeOf(output: unknown): string {
  const { value, message } = (output ?? {}) as { value?: unknown; message?: unknown };
  if (typeof message === "string") return message.slice(0, 500);
  return value === undefined ? "no reason known" : causeOf(value);
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
  const underWay = followJobs(boss, database, Object.keys(queues));
  /** Each job of a batch is settled by itself: a poison job takes no other along. */
  const workEach = async <Data extends object>(
    name: string,
    options: typeof slowPolling,
    handle: (job: JobWithMetadata<Data>) => Promise<void>,
  ): Promise<void> => {
    const settle = async (job: JobWithMetadata<Data>): Promise<JobResult> => {
      try {
        await underWay.run(name, job, () => withinSeconds(jobSeconds, handle(job)));
        return { id: job.id, status: "completed" };
      } catch (error) {
        return { id: job.id, status: "failed", output: { message: wordsOf(error) } };
      }
    };
    await boss.work(
      name,
      { ...options, includeMetadata: true as const, perJobResults: true as const },
      (jobs: JobWithMetadata<Data>[]) => Promise.all(jobs.map(settle)),
    );
  };
  return {
    rest: (graceMilliseconds) => underWay.rest(graceMilliseconds),
    enqueue: async (tx, queue, data, startAfter) => {
      if (data.length === 0) return;
      const wait = startAfter && { startAfter };
      const jobs = data.map((item) => ({ data: item, singletonKey: jobKey(item), ...wait }));
      // Of few texts, so that the connection plans it once.
      const db = {
        executeSql: async (text: string, values: unknown[] = []) => ({
          rows: await preparedTextRows(tx, text, values),
        }),
      };
      await boss.insert(queue, jobs, { db });
    },
    work: (queue, handle) =>
      workEach<JobData[typeof queue]>(queue, polling, ({ data, retryCount, retryLimit }) =>
        handle(data, retryCount >= retryLimit),
      ),
    workDead: (queue, handle) =>
      workEach<JobData[typeof queue]>(deadLetterOf[queue], slowPolling, ({ data, sourceOutput }) =>
        handle(data, causeOf(sourceOutput)),
      ),
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
}
