/** A worker that fires what is due at an instant: node sweep-process.ts URL INSTANT. */
import { readFileSync } from "node:fs";
import { startJobs } from "#app/workflow/jobs.ts";
import { sweep } from "#app/workflow/sweep.ts";
import { openPostgres } from "#db/client.ts";
import { answerWhenTold } from "./engine/forked.ts";

/** What a sweep came to. */
export interface Swept {
  fired: number;
  /** The most memory the process ever had, in bytes. */
  peakMemory: number;
}

const [url = "", instant = ""] = process.argv.slice(2);
const database = openPostgres(url);
const faults: Error[] = [];
const jobs = await startJobs(database, (error) => faults.push(error), false);
const clock = { now: async () => new Date(instant) };

await answerWhenTold<Swept>(async () => {
  const fired = await sweep({ database, jobs, clock });
  const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
  if (faults.length > 0) throw new AggregateError(faults, "The job queue had faults.");
  return { fired, peakMemory: Number(peak) * 1024 };
});
