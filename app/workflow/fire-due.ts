import { writeAudit } from "#db/queries/audit.ts";
import { dropTimer, nextDueTimer } from "#db/queries/engine/due-timers.ts";
import { commandOf } from "#machines/engine/due.ts";
import { newIdentifier } from "../identifier.ts";
import { commit, type Locked } from "./commit.ts";

/**
 * Fires the locked customer's timers that are due at `cutoff`, in due order, including those that
 * firing brings about, but no more than `most`. Returns how many fired.
 */
export async function fireDue(locked: Locked, cutoff: string, most: number): Promise<number> {
  const { tx, now } = locked;
  const { customerId } = locked.customer;
  for (let fired = 0; fired < most; fired += 1) {
    const timer = await nextDueTimer(tx, customerId, cutoff);
    if (!timer) return fired;
    const outcome = await commit(locked, commandOf(customerId, timer));
    if (outcome.ok && !outcome.repeated) continue;
    // A machine that asks for a deadline and then refuses it is a fault: said aloud, fired once.
    await dropTimer(tx, customerId, timer);
    const { kind, machineId, timerId, dueAt, event } = timer;
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
  return most;
}
