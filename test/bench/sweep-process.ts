/** A worker that fires what is due and does nothing else: node sweep-process.ts URL. */
import { wallClock } from "#app/clock.ts";
import { startJobs } from "#app/workflow/jobs.ts";
import { sweep } from "#app/workflow/sweep.ts";
import { openPostgres } from "#db/client.ts";
import { answerWhenTold } from "./engine/forked.ts";

const [url = ""] = process.argv.slice(2);
const database = openPostgres(url);
const faults: Error[] = [];
const jobs = await startJobs(database, (error) => faults.push(error), false);

/** Answers with the number of timers that fired. */
await answerWhenTold(async () => {
  const fired = await sweep({ database, jobs, clock: wallClock });
  if (faults.length > 0) throw new AggregateError(faults, "The job queue had faults.");
  return fired;
});
