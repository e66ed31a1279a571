import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { demoCustomers, demoStaff } from "#db/seed/demo-accounts.ts";
import type { TestStore } from "#test/helpers/database.ts";
import { listUnfinished, gatherEvidence, type Evidence } from "./evidence.ts";
import { openJournal, type Acknowledged, type Journal } from "./journal.ts";
import { beginClock } from "./load/clock.ts";
import { beginCustomer } from "./load/customer.ts";
import { bringIn, type Load } from "./load/load.ts";
import { beginOperations } from "./load/operations.ts";
import { beginPayer } from "./load/payer.ts";
import { preparePortal, type PortalUnderTest } from "./portal-process.ts";
import { chanceOf } from "./random.ts";
import { variablesOf } from "./store.ts";
import { calmWeather, type Weather } from "./visitor.ts";

export interface KillRun {
  kills: number;
  seed: number;
  /** Seconds from the first start to the last stop. */
  seconds: number;
  weather: Weather;
  /** Answers that no page should have given. */
  surprises: string[];
  /** What the portal wrote; warnings and errors only. */
  output: string;
  evidence: Evidence;
}

/** Bounds of the load, whatever the number of kills: orders of each customer, steps of the clock. */
const most = { orders: 60, clockSteps: 80 };

/** After the last kill the load goes on until each of these was acknowledged, or for a minute. */
const wanted: readonly Acknowledged["kind"][] = ["submit", "accept", "setStart", "charge", "paid"];
const mostExtraSeconds = 60;

const operations = demoStaff.find(({ role }) => role === "operations")?.email ?? "";

/** Everybody signs in first, so that the first kill already meets work. */
function bringInActors(load: Load): Promise<{ gone: Promise<void> }[]> {
  const customers = Object.entries(demoCustomers);
  const actors = [
    ...customers.map(([name, { email }]) =>
      bringIn(load, name, () => beginCustomer(load, name, email, most.orders)),
    ),
    ...customers.map(([name, { email }]) =>
      bringIn(load, `payer ${name}`, () => beginPayer(load, `payer ${name}`, email)),
    ),
    bringIn(load, "operations", () => beginOperations(load, "operations", operations)),
    bringIn(load, "clock", () => beginClock(load, "clock", most.clockSteps)),
  ];
  return Promise.all(actors);
}

async function untilAllHappened({ entries }: Journal): Promise<void> {
  for (let second = 0; second < mostExtraSeconds; second += 1) {
    await pause(1000);
    if (wanted.every((kind) => entries.some((entry) => entry.kind === kind))) return;
  }
}

/**
 * Lets the portal work off what is left and stops it in good order, again and again until nothing is
 * left: only a stopped portal lets anybody look into the embedded database.
 */
async function drain(
  portal: PortalUnderTest,
  store: TestStore,
  say: (line: string) => void,
): Promise<void> {
  for (const seconds of [5, 25, 30, 30, 60, 120, 120]) {
    await pause(seconds * 1000);
    await portal.stop();
    const unfinished = await listUnfinished(store);
    if (unfinished.length === 0) return;
    for (const what of unfinished) say(`Unfinished: ${what}`);
    await portal.start();
  }
  await portal.stop();
}

/**
 * Seeds a demo, puts it under load, and kills it `kills` times at moments that `seed` decides, half a
 * second to three seconds after it was ready; then lets it finish and gathers the evidence.
 *
 * @param folder for the sandbox's state and the journal; it stays
 */
export async function runKills(options: {
  bundle: string;
  store: TestStore;
  folder: string;
  kills: number;
  seed: number;
  say?: (line: string) => void;
}): Promise<KillRun> {
  const { bundle, store, folder, kills, seed, say = () => {} } = options;
  const portal = await preparePortal({
    bundle,
    store: variablesOf(store),
    sandboxState: join(folder, "sandbox"),
  });
  const journal = openJournal(join(folder, "journal.jsonl"));
  const weather = calmWeather();
  const surprises: string[] = [];
  let isOver = false;
  const { origin, sandbox } = portal;
  const shared = { origin, sandboxUrl: sandbox.url, seed, journal, weather, surprises };
  try {
    say("Seeding …");
    await portal.seed();
    const began = performance.now();
    await portal.start();
    const actors = await bringInActors({ ...shared, isOver: () => isOver });
    const moments = chanceOf(seed, "kills");
    for (let kill = 1; kill <= kills; kill += 1) {
      await pause(moments.whole(500, 3000));
      await portal.kill();
      say(`Kill ${kill} of ${kills}: ${journal.entries.length} commands acknowledged so far`);
      await portal.start();
    }
    await untilAllHappened(journal);
    isOver = true;
    await Promise.all(actors.map(({ gone }) => gone));
    say("Draining …");
    await drain(portal, store, say);
    const seconds = (performance.now() - began) / 1000;
    const evidence = await gatherEvidence(store, sandbox.url, journal.entries);
    return { kills, seed, seconds, weather, surprises, output: portal.output(), evidence };
  } finally {
    isOver = true;
    await portal.kill();
    await sandbox.stop();
  }
}
