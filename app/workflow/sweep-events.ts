import { insertEvent } from "#db/queries/inbox.ts";
import { log } from "../log.ts";
import { ComparisonUnfinished, type ComparisonParts } from "./compare-stripe.ts";
import type { Jobs } from "./jobs.ts";
import { subjectOf } from "./stripe-subject.ts";

/**
 * Takes in the events of the last 30 days of which Stripe does not know that they arrived: its webhook may have
 * been given up while the portal was down. Those that came all the same are known by their ids.
 *
 * @returns how many were new
 * @throws ComparisonUnfinished where Stripe does not answer: what was taken in stays
 */
export async function sweepEvents(parts: ComparisonParts & { jobs: Jobs }): Promise<number> {
  const { database, payments, clock, jobs } = parts;
  let taken = 0;
  for (let after: string | null = null; ;) {
    const answer = await payments.readOwedEvents(after);
    if (answer.outcome !== "done") throw new ComparisonUnfinished(answer.reason);
    const { items, hasMore, next } = answer.value;
    const receivedAt = await clock.now();
    for (const { eventId, type, objectId, body } of items) {
      if (subjectOf(type, objectId) === null) continue;
      const event = { provider: "stripe", eventId, type, objectId, body, receivedAt };
      const isNew = await database.transaction({ role: "portal_engine" }, async (tx) => {
        if (!(await insertEvent(tx, { ...event, state: "received" }))) return false;
        await jobs.enqueue(tx, "inbox", [{ provider: "stripe", eventId }]);
        return true;
      });
      if (isNew) taken += 1;
    }
    after = next;
    if (!hasMore || after === null) break;
  }
  if (taken > 0) log.warn({ taken }, "events were taken in that had not arrived");
  return taken;
}
