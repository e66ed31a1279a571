import type { Handle } from "#db/client.ts";
import { pipelined } from "#db/pipeline.ts";
import { writeAudit } from "#db/queries/audit.ts";
import { dropTimers } from "#db/queries/engine/due-timers.ts";
import { readMachines, readResults } from "#db/queries/engine/read-machines.ts";
import { writeCounters } from "#db/queries/engine/write-counters.ts";
import { writeChanges } from "#db/queries/engine/write-changes.ts";
import type { Jobs } from "./jobs.ts";
import type { Need, Work } from "./serve.ts";
import type { Workspace } from "./workspace.ts";

/** Reads what is asked for and not known yet: what the transaction itself has changed stands. */
async function read(tx: Handle, space: Workspace, needs: readonly Need[]): Promise<void> {
  const machines = needs
    .flatMap((need) => need.machines)
    .filter((key) => space.machine(key) === undefined)
    .map(({ customerId, machineId }) => ({ customerId, machineId }));
  const results = needs
    .flatMap((need) => need.results)
    .filter((key) => space.result(key) === undefined)
    .map(({ customerId, machineId, commandId }) => ({ customerId, machineId, commandId }));
  const [foundMachines, foundResults] = await pipelined([
    machines.length === 0 ? Promise.resolve([]) : readMachines(tx, machines),
    results.length === 0 ? Promise.resolve([]) : readResults(tx, results),
  ]);
  space.learnMachines(machines, foundMachines);
  space.learnResults(results, foundResults);
}

/** Goes on with all works until each is done; one round of reading serves all that wait for it. */
export async function runWorks(
  tx: Handle,
  space: Workspace,
  works: readonly Work<void>[],
): Promise<void> {
  let waiting = works;
  while (waiting.length > 0) {
    const needs: Need[] = [];
    waiting = waiting.filter((work) => {
      const step = work.next();
      if (!step.done) needs.push(step.value);
      return !step.done;
    });
    if (needs.length > 0) await read(tx, space, needs);
  }
}

/**
 * Writes all that the works of one transaction have left in its workspace, with the jobs that the
 * effects need.
 *
 * @param now the portal's instant, read after the locks were given
 */
export async function writeAll(tx: Handle, space: Workspace, jobs: Jobs, now: Date): Promise<void> {
  const effects = space.changes
    .flatMap((change) => change.effects)
    .map(({ customerId, machineId, seq, n }) => ({ customerId, machineId, seq, n }));
  await pipelined([
    // Before the changes: a machine that changed again afterwards may want its timer back.
    dropTimers(tx, space.dropped),
    writeCounters(tx, space.counted()),
    writeChanges(tx, space.changes, now, space.registry.hash),
    writeAudit(tx, ...space.audits),
    jobs.enqueue(tx, "effect", effects),
  ]);
}
