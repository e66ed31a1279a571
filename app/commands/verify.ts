import type { Database } from "#db/client.ts";
import { readRootHeads, readRootlessDays, readRoots } from "#db/queries/engine/chain-roots.ts";
import { firstKey, readStoredPage } from "#db/queries/engine/read-stored.ts";
import { beginRoot, closeRoot, isSigned, type ChainRoot } from "#machines/engine/chain-root.ts";
import { inspectMachine } from "#machines/engine/inspect.ts";
import { registry as portalRegistry, type Registry } from "#machines/registry.ts";
import { sumHeads } from "../workflow/root-chains.ts";
import { verifyMonths } from "./verify-months.ts";

/** Bounds what is held in memory; each page is a transaction of its own. */
const machinesAtOnce = 100;

export interface VerifyParts {
  database: Database;
  /** Those that may have signed a root, newest first. */
  secrets: readonly string[];
  print: (line: string) => void;
  /** The definitions of the release that runs on the database; the portal's own where left out. */
  registry?: Registry;
  /** How many machines are read at once. */
  pageSize?: number;
}

const staff = { role: "portal_staff" } as const;

/** Recomputes every root, in the order of their days. Returns the newest root and what is wrong. */
async function verifyRoots({ database, secrets }: VerifyParts) {
  const roots = await database.transaction(staff, readRoots);
  const problems: string[] = [];
  let previous: ChainRoot | null = null;
  let unsigned: ChainRoot[] = [];
  for (const root of roots) {
    const sum = await sumHeads(beginRoot(root, previous), (after, size) =>
      database.transaction(staff, (tx) => readRootHeads(tx, root.day, after, size)),
    );
    if (closeRoot(sum) !== root.root || sum.machines !== root.machines) {
      problems.push(`root ${root.day}: it is not over these heads and the root before it`);
    }
    // A root covers those before it, so that secrets may be retired: a later signature suffices.
    unsigned = isSigned(root, secrets) ? [] : [...unsigned, root];
    previous = root;
  }
  for (const { day } of unsigned) problems.push(`root ${day}: no secret of ours signed it`);
  for (const day of await database.transaction(staff, readRootlessDays)) {
    problems.push(`root ${day}: it is missing, and its heads are there`);
  }
  return { problems, count: roots.length, newest: previous };
}

/**
 * Compares all machines of the database with their histories, the signed roots with the heads that they
 * cover, and closed months of the books with their statements. Prints a line for each finding and one of counts at the end.
 *
 * @returns how many findings there are
 */
export async function verifyDatabase(parts: VerifyParts): Promise<number> {
  const { database, print, registry = portalRegistry, pageSize = machinesAtOnce } = parts;
  const roots = await verifyRoots(parts);
  const problems = [...roots.problems, ...(await verifyMonths(database))];
  for (const problem of problems) print(problem);
  let [machines, events, found] = [0, 0, problems.length];
  for (let after: typeof firstKey | null = firstKey; after;) {
    const from: typeof firstKey = after;
    const page = await database.transaction(staff, (tx) => readStoredPage(tx, from, pageSize));
    for (const stored of page.stored) {
      machines += 1;
      events += stored.events.length;
      for (const { machineId, seq, problem } of inspectMachine(registry, stored)) {
        found += 1;
        print(`${machineId}${seq === null ? "" : ` event ${seq}`}: ${problem}`);
      }
    }
    after = page.next;
  }
  const { newest, count } = roots;
  const last = newest ? `, the newest of ${newest.day} is ${newest.root}` : "";
  print(`${machines} machines, ${events} events, ${count} roots${last}; ${found} findings`);
  return found;
}
