/**
 * Which contracts' dates or money the machines of the working tree would change:
 *
 *   npm run futures -- --against v1.4 [--from 2027-04-01] [--json]
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openPglite, openPostgres, type Database } from "#db/client.ts";
import { readClockOffset } from "#db/queries/clock.ts";
import { readLivingCustomers } from "#db/queries/engine/read-living.ts";
import { firstKey } from "#db/queries/engine/read-stored.ts";
import { dayOf, startOfDayInTokyo, tokyoDay } from "#machines/calendar.ts";
import { isoDay } from "#machines/engine/fields.ts";
import { compareFutures, printTable, type Difference } from "./futures/compare.ts";
import { FuturesProblem } from "./futures/problem.ts";
import { openPresent, openRef, type Release } from "./futures/release.ts";

const usage = `Usage: npm run futures -- --against GIT-REF [--from YYYY-MM-DD] [--json]
DATABASE_URL names a copy of the database, or DEMO_DATA the folder of a demo that is stopped.`;

/** How far ahead the machines run. */
const months = 24;
const customersAtOnce = 100;

interface Arguments {
  against: string;
  from: string | undefined;
  json: boolean;
}

function readArguments(given: readonly string[]): Arguments {
  const text = { type: "string" } as const;
  try {
    const { values } = parseArgs({
      args: [...given],
      options: { against: text, from: text, json: { type: "boolean", default: false } },
    });
    const { against, from, json } = values;
    if (against === undefined || against === "") throw new Error("--against is missing");
    if (from !== undefined && !isoDay.safeParse(from).success) {
      throw new Error(`--from ${from} is no day`);
    }
    return { against, from, json };
  } catch (error) {
    throw new FuturesProblem(`${(error as Error).message}\n${usage}`);
  }
}

async function openCopy(): Promise<Database> {
  const { DATABASE_URL: url, DEMO_DATA: demo } = process.env;
  if (url) return openPostgres(url, 1);
  if (!demo) throw new FuturesProblem(`There is no database to read.\n${usage}`);
  const folder = join(demo, "database");
  if (!existsSync(join(folder, "pglite"))) {
    throw new FuturesProblem(`${folder} holds no database.\n${usage}`);
  }
  try {
    return (await openPglite(folder)).database;
  } catch (error) {
    throw new FuturesProblem(`${folder} can't be opened: ${(error as Error).message}`);
  }
}

/** The instant 24 months after a day, or after today by the portal's clock. */
async function horizonOf(database: Database, from: string | undefined): Promise<string> {
  const ahead = async () => new Date(Date.now() + (await readClockOffset(database)));
  const first = from === undefined ? tokyoDay((await ahead()).toISOString()) : dayOf(from);
  return startOfDayInTokyo(first.add({ months, days: 1 }));
}

/** Runs the living customers of a database under both releases, some at a time. */
async function* compareReleases(
  database: Database,
  releases: readonly [Release, Release],
  until: string,
): AsyncGenerator<{ contracts: number; differences: Difference[] }> {
  let after = firstKey.customerId;
  for (;;) {
    const from = after;
    const customers = await database.transaction({ role: "portal_staff" }, (tx) =>
      readLivingCustomers(tx, from, customersAtOnce),
    );
    const last = customers.at(-1);
    if (!last) return;
    const [one, other] = releases;
    const question = { customers, until };
    const [before, present] = await Promise.all([
      one.futuresOf(question),
      other.futuresOf(question),
    ]);
    yield { contracts: present.length, differences: compareFutures(before, present) };
    after = last.customer.customerId;
  }
}

/** Prints what differs. Returns the exit code: 0 nothing, 1 something, 2 for what can't be compared. */
async function futures(given: readonly string[]): Promise<number> {
  const { against, from, json } = readArguments(given);
  const before = openRef(against);
  const present = openPresent();
  let database: Database | undefined;
  try {
    database = await openCopy();
    const until = await horizonOf(database, from);
    const found: Difference[] = [];
    let contracts = 0;
    for await (const page of compareReleases(database, [before, present], until)) {
      contracts += page.contracts;
      if (json) for (const difference of page.differences) console.log(JSON.stringify(difference));
      found.push(...page.differences);
    }
    const changed = new Set(found.map(({ contractId }) => contractId)).size;
    if (!json) {
      if (changed > 0) process.stdout.write(printTable(found, against));
      console.log(`${changed} of ${contracts} living contracts differ within ${months} months`);
    }
    return changed > 0 ? 1 : 0;
  } finally {
    before.close();
    present.close();
    await database?.close();
  }
}

try {
  process.exitCode = await futures(process.argv.slice(2));
} catch (error) {
  // 1 says that contracts differ: whatever else goes wrong must not look like it.
  console.error(error instanceof FuturesProblem ? error.message : error);
  process.exitCode = 2;
}
