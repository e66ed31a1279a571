import { readDueTimers } from "#db/queries/engine/due-timers.ts";
import { lockDueCustomers } from "#db/queries/engine/lock-customers.ts";
import { dueUpTo } from "#machines/engine/due.ts";
import type { EngineParts } from "./engine-parts.ts";
import { runWorks, writeAll } from "./group-commit.ts";
import { fireDue, type Work } from "./serve.ts";
import { openWorkspace } from "./workspace.ts";

/** Bounds a transaction; what is left is taken by the next round. */
const timersPerTransaction = 500;

/** Bounds what a customer with a long downtime behind it adds to a transaction. */
const timersPerCustomer = 100;

/** Fires timers of some customers in one transaction; `customers` learns whose before they fire. */
async function sweepRound(
  { database, jobs, clock, registry }: EngineParts,
  mostTimers: number,
  passOver: readonly string[],
  customers: string[],
): Promise<number> {
  const now = await clock.now();
  const cutoff = dueUpTo(now.toISOString());
  return database.transaction({ role: "portal_engine" }, async (tx) => {
    const locked = await lockDueCustomers(tx, cutoff, mostTimers, passOver);
    if (locked.size === 0) return 0;
    customers.push(...locked.keys());
    const space = openWorkspace(locked, registry);
    const asked = customers.map((customerId) => ({ customerId, cutoff }));
    space.learnTimers(await readDueTimers(tx, asked, timersPerCustomer), timersPerCustomer);
    let fired = 0;
    const works = customers.map(function* (customerId): Work<void> {
      // Not in one expression: it would add to the sum as it stood before the wait.
      const own = yield* fireDue(space, customerId, cutoff, timersPerCustomer, now);
      fired += own;
    });
    await runWorks(tx, space, works);
    await writeAll(tx, space, jobs, now);
    return fired;
  });
}

/**
 * Fires every timer that is due, earliest first; any number of workers may do so at once. A
 * transaction takes as many customers as the next timers belong to, each of them wholly its own. Each
 * event carries the instant at which it was due, so that downtime changes nothing. Returns how many
 * fired.
 *
 * @throws AggregateError after all others were served, where a customer's timers could not fire
 */
export async function sweep(parts: EngineParts): Promise<number> {
  const failed = new Map<string, unknown>();
  let total = 0;
  // After a failed round its customers go one by one, so that only the bad one is passed over.
  let singleRounds = 0;
  for (;;) {
    const customers: string[] = [];
    const most = singleRounds > 0 ? 1 : timersPerTransaction;
    try {
      total += await sweepRound(parts, most, [...failed.keys()], customers);
      singleRounds -= 1;
    } catch (error) {
      const [customerId] = customers;
      if (customerId === undefined) throw error;
      if (customers.length === 1) failed.set(customerId, error);
      else singleRounds = customers.length;
    }
    if (customers.length === 0) break;
  }
  if (failed.size > 0) {
    const ids = [...failed.keys()].join(", ");
    throw new AggregateError(failed.values(), `The timers of ${ids} could not fire.`);
  }
  return total;
}
