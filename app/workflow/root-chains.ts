import type { Database, Handle } from "#db/client.ts";
import {
  insertRoot,
  insertRootHeads,
  lockRoots,
  readLastRoot,
  readRootHeads,
} from "#db/queries/engine/chain-roots.ts";
import { firstKey } from "#db/queries/engine/read-stored.ts";
import { tokyoDay } from "#machines/calendar.ts";
import {
  addHeads,
  beginRoot,
  closeRoot,
  signRoot,
  type ChainRoot,
  type RootHead,
  type RootSum,
} from "#machines/engine/chain-root.ts";

/** Bounds what is held in memory, however many machines there are. */
const headsAtOnce = 1000;

/** Adds all heads of a root's day to a sum; `read` gives those behind a key, some at a time. */
export async function sumHeads(
  sum: RootSum,
  read: (after: typeof firstKey, size: number) => Promise<RootHead[]>,
): Promise<RootSum> {
  let [total, after] = [sum, firstKey];
  for (;;) {
    const heads = await read(after, headsAtOnce);
    total = addHeads(total, heads);
    const last = heads.at(-1);
    if (!last || heads.length < headsAtOnce) return total;
    after = last;
  }
}

async function makeRoot(tx: Handle, day: string, now: Date, secret: string): Promise<ChainRoot> {
  const madeAt = now.toISOString();
  const previous = await readLastRoot(tx);
  await insertRootHeads(tx, day);
  const sum = await sumHeads(beginRoot({ day, madeAt }, previous), (after, size) =>
    readRootHeads(tx, day, after, size),
  );
  const root = signRoot({ day, machines: sum.machines, root: closeRoot(sum), madeAt }, secret);
  await insertRoot(tx, root);
  return root;
}

/** The day in Tokyo that has finished last at an instant. */
export function finishedDay(now: Date): string {
  return tokyoDay(now.toISOString()).subtract({ days: 1 }).toString();
}

/**
 * Makes the signed root of the day in Tokyo that has finished last, over the heads of all chains as
 * they stand now; any number of workers may try. After downtime the days between have none: the next
 * root covers what happened on them.
 *
 * @param secrets newest first; the newest signs
 * @returns the root, or null where it has been made already
 */
export async function rootChains(
  database: Database,
  now: Date,
  secrets: readonly string[],
): Promise<ChainRoot | null> {
  const [secret] = secrets;
  if (secret === undefined) throw new Error("There is no secret to sign a root with.");
  const day = finishedDay(now);
  return database.transaction({ role: "portal_engine" }, async (tx) => {
    await lockRoots(tx);
    const last = await readLastRoot(tx);
    return last && last.day >= day ? null : makeRoot(tx, day, now, secret);
  });
}
