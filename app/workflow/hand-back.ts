import { sql } from "drizzle-orm";
import { fromDrizzle, type PgBoss } from "pg-boss";
import type { Database } from "#db/client.ts";
import { withLogContext } from "../log-context.ts";

/** A job as its worker holds it; the count tells this hold from a later one of another worker. */
interface HeldJob {
  id: string;
  retryCount: number;
}

/** The jobs that this process is working on. */
export interface JobsUnderWay {
  /** Runs a job's work; its log lines name the job. */
  run<T>(queue: string, job: HeldJob, work: () => Promise<T>): Promise<T>;
  /**
   * Takes no more jobs and waits for those under way. What is not done after the grace goes back into
   * the queue, where another worker finds it at once. Returns how many went back.
   */
  rest(graceMilliseconds: number): Promise<number>;
}

/** Follows the jobs that a process works on, so that it can stop without leaving them to time out. */
export function followJobs(
  boss: PgBoss,
  database: Database,
  queues: readonly string[],
): JobsUnderWay {
  const held = new Map<string, Set<HeldJob>>();

  /** Cancelled and resumed in one transaction: a job that failed instead would wait for its next try. */
  async function handBack(queue: string, jobs: HeldJob[]): Promise<void> {
    await database.transaction({ role: "portal_engine" }, async (tx) => {
      const options = { db: fromDrizzle(tx as never, sql as never) };
      await boss.cancel(queue, jobs, options);
      const ids = jobs.map(({ id }) => id);
      await boss.resume(queue, ids, options);
    });
  }

  return {
    run: async (queue, job, work) => {
      const jobs = held.get(queue) ?? new Set();
      held.set(queue, jobs.add(job));
      try {
        return await withLogContext({ queue, jobId: job.id }, work);
      } finally {
        jobs.delete(job);
      }
    },
    rest: async (graceMilliseconds) => {
      const finished = Promise.all(queues.map((name) => boss.offWork(name, { wait: true })));
      let timer: NodeJS.Timeout | undefined;
      const grace = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, graceMilliseconds);
      });
      await Promise.race([finished, grace]);
      clearTimeout(timer);
      let back = 0;
      for (const [queue, jobs] of held) {
        if (jobs.size === 0) continue;
        back += jobs.size;
        await handBack(queue, [...jobs]);
      }
      return back;
    },
  };
}
