import type { Handle } from "#db/client.ts";
import { writeAudit } from "#db/queries/audit.ts";
import { dropTimer, nextDueTimer } from "#db/queries/engine/due-timers.ts";
import { lockNextDueCustomer } from "#db/queries/engine/lock-customers.ts";
import type { CustomerState } from "#machines/engine/apply.ts";
import { newIdentifier } from "../identifier.ts";
import { commit, type DispatchParts } from "./dispatch.ts";
import type { Jobs } from "./jobs.ts";

/** Timers fire this long after they are due, so that what came in at 23:59:59 goes first. */
const settleSeconds = 30;

/** Bounds a transaction; what is left is taken by the next round. */
const timersPerTransaction = 500;

/** Fires the due timers of one customer in due order, including those that firing brings about. */
async function fireDue(
  tx: Handle,
  jobs: Jobs,
  locked: CustomerState,
  cutoff: Date,
  now: Date,
): Promise<number> {
  const { customerId } = locked;
  let customer = locked;
  for (let fired = 0; fired < timersPerTransaction; fired += 1) {
    const timer = await nextDueTimer(tx, customerId, cutoff);
    if (!timer) return fired;
    const { machineId, kind, timerId, dueAt, event } = timer;
    const commandId = `timer/${timerId}/${dueAt}`;
    const result = await commit(
      tx,
      jobs,
      customer,
      { customerId, machineId, kind, commandId, actor: { kind: "timer" }, receivedAt: dueAt, event },
      now,
    );
    customer = result.customer;
    const isUsedUp = result.outcome.ok && !result.outcome.repeated;
    if (!isUsedUp) {
      // A machine that asks for a deadline and then refuses it is a fault: said aloud, fired once.
      await dropTimer(tx, customerId, timer);
      await writeAudit(tx, {
        customerId,
        auditId: newIdentifier(),
        at: now,
        actor: { kind: "timer" },
        action: `${kind}.${event.type}`,
        outcome: "timer dropped",
        machineId,
        detail: { timerId, dueAt },
      });
    }
  }
  return timersPerTransaction;
}

/**
 * Fires every timer that is due, customer by customer; any number of workers may do so at once. Each
 * event carries the instant at which it was due, so that downtime changes nothing. Returns how many
 * fired.
 */
export async function sweep({ database, jobs, clock }: DispatchParts): Promise<number> {
  let total = 0;
  for (;;) {
    const now = await clock.now();
    const cutoff = new Date(now.getTime() - settleSeconds * 1000);
    const fired = await database.transaction({ role: "portal_engine" }, async (tx) => {
      const customer = await lockNextDueCustomer(tx, cutoff);
      return customer ? fireDue(tx, jobs, customer, cutoff, now) : 0;
    });
    if (fired === 0) return total;
    total += fired;
  }
}
