/** A worker that does the effects of a database until it is killed: node effect-process.ts URL. */
import { wallClock } from "#app/clock.ts";
import { runEffect } from "#app/workflow/effects.ts";
import { startJobs } from "#app/workflow/jobs.ts";
import { openPostgres } from "#db/client.ts";
import { answerWhenTold } from "./engine/forked.ts";

const [url = ""] = process.argv.slice(2);
const database = openPostgres(url);
const jobs = await startJobs(database, (error) => console.error(error), true);
/** Does nothing outside, so that what is measured is queue and records. */
const nothing = { perform: async () => ({ outcome: "done" as const }) };
const handlers = {
  mail: nothing,
  expireCheckout: nothing,
  lookUpCheckout: nothing,
  createRefund: nothing,
  lookUpRefund: nothing,
  collectByCard: nothing,
  chargeCard: nothing,
  cancelIntent: nothing,
  retireCards: nothing,
  detachCard: nothing,
  lookUpCard: nothing,
  spread: nothing,
  notifyCustomers: nothing,
  command: nothing,
  handOver: nothing,
};
const parts = { database, clock: wallClock, jobs, handlers };

await answerWhenTold(async () => {
  await jobs.work("effect", (key, last) => runEffect(parts, key, last));
  return "working";
});
