import type { Handle } from "#db/client.ts";
import { readDueTimers } from "#db/queries/engine/due-timers.ts";
import { lockCustomers } from "#db/queries/engine/lock-customers.ts";
import {
  lockNextOutdated,
  readOutdated,
  type Versions,
} from "#db/queries/engine/outdated-machines.ts";
import { firstKey } from "#db/queries/engine/read-stored.ts";
import { migrate } from "#machines/engine/apply.ts";
import { dueUpTo } from "#machines/engine/due.ts";
import type { MachineKind } from "#machines/engine/outgoing.ts";
import { registry as portalRegistry } from "#machines/registry.ts";
import type { EngineParts } from "./engine-parts.ts";
import { runWorks, writeAll } from "./group-commit.ts";
import { fireDue, type Work } from "./serve.ts";
import { sweep } from "./sweep.ts";
import { openWorkspace } from "./workspace.ts";

/** Bounds a transaction; a customer that has more gets several. */
const machinesAtOnce = 200;

/** What a run has done. */
export interface Migrated {
  machines: number;
  /** Customers whose machines stayed as they were, with the reason; they hold nobody up. */
  failed: Map<string, string>;
}

/** Where a run goes on after a transaction: behind a customer, or at its end. */
interface Progress {
  machines: number;
  after: string | null;
}

/** Migrates some of a locked customer's machines. */
async function migrateSome(
  { jobs, registry = portalRegistry }: EngineParts,
  tx: Handle,
  versions: Versions,
  customerId: string,
  size: number,
  now: Date,
): Promise<{ machines: number; isDone: boolean }> {
  const cutoff = dueUpTo(now.toISOString());
  const space = openWorkspace(await lockCustomers(tx, [customerId]), registry);
  space.learnTimers(await readDueTimers(tx, [{ customerId, cutoff }], null), null);
  const keys = await readOutdated(tx, versions, customerId, size);
  let machines = 0;
  const work = function* (): Work<void> {
    // A machine that is behind its time comes up to it first, as before every command.
    yield* fireDue(space, customerId, cutoff, Number.POSITIVE_INFINITY, now);
    yield { machines: keys, results: [] };
    const customer = space.customers.get(customerId)?.state;
    if (!customer) return;
    const machine = (machineId: string) => space.machine({ customerId, machineId });
    const reader = { customer, machine, definition: registry.definition };
    const found = keys.flatMap(({ machineId }) => machine(machineId) ?? []);
    const change = migrate(reader, found, now.toISOString());
    machines = change.machines.size;
    if (machines > 0) space.take(change);
  };
  await runWorks(tx, space, [work()]);
  await writeAll(tx, space, jobs, now);
  return { machines, isDone: keys.length < size };
}

/** One transaction: the next customer behind `from` that has something to migrate. */
async function migrateNext(
  parts: EngineParts,
  versions: Versions,
  from: string,
  { waits, size }: { waits: boolean; size: number },
  failed: Map<string, string>,
): Promise<Progress> {
  // Read before: the embedded database has one connection, and the transaction holds it.
  const now = await parts.clock.now();
  let customerId: string | null = null;
  try {
    return await parts.database.transaction({ role: "portal_engine" }, async (tx) => {
      customerId = await lockNextOutdated(tx, versions, from, waits);
      if (customerId === null) return { machines: 0, after: null };
      const { machines, isDone } = await migrateSome(parts, tx, versions, customerId, size, now);
      return { machines, after: isDone ? customerId : from };
    });
  } catch (error) {
    if (customerId === null) throw error;
    failed.set(customerId, error instanceof Error ? error.message : String(error));
    return { machines: 0, after: customerId };
  }
}

/**
 * Brings every machine to the present version of its definition, customer by customer in bounded
 * transactions; what has fallen due fires first. Any number of runs may be at work beside each other
 * and beside the portal; one that was broken off goes on where it stood.
 *
 * @param onProgress is told after each transaction how many machines have been migrated so far
 * @param size how many machines a transaction migrates at most
 */
export async function migrateMachines(
  parts: EngineParts,
  onProgress: (machines: number) => void = () => {},
  size = machinesAtOnce,
): Promise<Migrated> {
  const { definitions } = parts.registry ?? portalRegistry;
  const versions = Object.fromEntries(
    Object.entries(definitions).map(([kind, { version }]) => [kind, version]),
  ) as Record<MachineKind, number>;
  // Bounded rounds for a long downtime. Whose timers can't fire is met again below, and named.
  await sweep(parts).catch((error: unknown) => {
    if (!(error instanceof AggregateError)) throw error;
  });
  const failed = new Map<string, string>();
  let total = 0;
  // First those whom nobody holds, so that several runs share the work; then whoever is left.
  for (const waits of [false, true]) {
    for (let from: string | null = firstKey.customerId; from !== null;) {
      const way = { waits, size };
      const { machines, after }: Progress = await migrateNext(parts, versions, from, way, failed);
      total += machines;
      from = after;
      onProgress(total);
    }
  }
  return { machines: total, failed };
}
