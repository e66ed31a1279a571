import { lockNextDueCustomer } from "#db/queries/engine/lock-customers.ts";
import { dueUpTo } from "#machines/engine/due.ts";
import type { DispatchParts } from "./dispatch.ts";
import { fireDue } from "./fire-due.ts";

/** Bounds a transaction; what is left is taken by the next round. */
const timersPerTransaction = 500;

/**
 * Fires every timer that is due, customer by customer; any number of workers may do so at once. Each
 * event carries the instant at which it was due, so that downtime changes nothing. Returns how many
 * fired.
 *
 * @throws AggregateError after all others were served, where a customer's timers could not fire
 */
export async function sweep({ database, jobs, clock }: DispatchParts): Promise<number> {
  const failed = new Map<string, unknown>();
  let total = 0;
  for (;;) {
    const now = await clock.now();
    const cutoff = dueUpTo(now.toISOString());
    let customerId: string | undefined;
    try {
      total += await database.transaction({ role: "portal_engine" }, async (tx) => {
        const customer = await lockNextDueCustomer(tx, cutoff, [...failed.keys()]);
        if (!customer) return 0;
        customerId = customer.customerId;
        return fireDue({ tx, jobs, customer, now }, cutoff, timersPerTransaction);
      });
    } catch (error) {
      if (customerId === undefined) throw error;
      failed.set(customerId, error);
    }
    if (customerId === undefined) break;
  }
  if (failed.size > 0) {
    const ids = [...failed.keys()].join(", ");
    throw new AggregateError(failed.values(), `The timers of ${ids} could not fire.`);
  }
  return total;
}
