import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { demoStaff } from "#db/seed/demo-accounts.ts";
import { ledgerFaultsOf } from "#test/helpers/stored.ts";
import { gatherEvidence, listUnfinished, type Evidence } from "../evidence.ts";
import { openJournal } from "../journal.ts";
import { bringIn, redirectOf, type Load } from "../load/load.ts";
import { beginOperations } from "../load/operations.ts";
import { chanceOf } from "../random.ts";
import type { StoppableStore } from "../store.ts";
import { calmWeather, openVisitor, type Weather } from "../visitor.ts";
import { prepareCluster, type Cluster } from "./cluster.ts";
import { registerCustomer, visit, type Customer } from "./customers.ts";
import { openDisturber, planDisturbances, type Counts, type Disturbed } from "./disturbances.ts";
import { openLedger, type Ledger } from "./progress.ts";

export interface ClusterOptions {
  /** The file that `node` runs. */
  bundle: string;
  stoppable: StoppableStore;
  /** For the sandbox's state, the journal and the logs; it stays. */
  folder: string;
  web: number;
  workers: number;
  customers: number;
  orders: number;
  counts: Counts;
  /** The share of the load after which nothing is disturbed any more. */
  disturbedUntil: number;
  /** Visits at once. */
  callers: number;
  seed: number;
  mostMinutes: number;
  say?: (line: string) => void;
}

export interface ClusterRun {
  seed: number;
  orders: number;
  disturbed: Disturbed;
  /** Seconds from the first order to the last payment, and from there until nothing was left to do. */
  loadSeconds: number;
  drainSeconds: number;
  weather: Weather;
  /** Internal errors that a database that was away explains. */
  explainedFailures: number;
  surprises: string[];
  ordersPaid: number;
  /** What was never finished, in words. */
  unfinished: string[];
  evidence: Evidence;
}

const operations = demoStaff.find(({ role }) => role === "operations")?.email ?? "";
const staff = 2;
/** The shortest day of the portal's clock. */
const daySeconds = 1;
/** How long staff leave a queue alone: with thousands of contracts its page is long. */
const restSeconds = (orders: number) => Math.min(5, Math.max(1, orders / 200));
/** What is left may take its time as long as it gets less. */
const stuckSeconds = 240;

async function registerAll(load: Load, { customers, orders }: ClusterOptions) {
  const registered: Customer[] = [];
  const numbers = Array.from({ length: customers }, (_, at) => at);
  const shareOf = (at: number) =>
    Math.floor(orders / customers) + (at < orders % customers ? 1 : 0);
  const register = async () => {
    for (let at = numbers.shift(); at !== undefined; at = numbers.shift()) {
      registered.push(await registerCustomer(load, `kyaku${at + 1}`, shareOf(at)));
    }
  };
  await Promise.all(Array.from({ length: 4 }, register));
  return registered;
}

/**
 * Callers take the customers in turn, and after every third of them the clock moves on by a day: so
 * nobody's start day or due day passes unseen, however slow the machine is.
 */
function bringInCallers(
  load: Load,
  customers: readonly Customer[],
  { callers, orders }: ClusterOptions,
) {
  let turn = 0;
  let visits = 0;
  let lookedAt = 0;
  const busy = new Set<Customer>();
  const clock = openVisitor(load.origin, load.weather);
  const moveClock = async () => {
    await pause(daySeconds * 1000);
    if (visits < lookedAt + customers.length / 3 || load.isOver()) return;
    lookedAt = visits;
    redirectOf(await clock.post("/demo/clock", [["step", "day"]]), "moving the clock");
  };
  const call = async () => {
    const customer = customers[turn % customers.length];
    turn += 1;
    if (!customer || busy.has(customer)) return;
    busy.add(customer);
    await visit(load, customer).finally(() => busy.delete(customer));
    visits += 1;
  };
  const names = Array.from({ length: callers }, (_, at) => `caller ${at + 1}`);
  const isMine = (mine: number) => (page: string) =>
    Number.parseInt(page.at(-1) ?? "0", 16) % staff === mine;
  return Promise.all([
    ...names.map((name) => bringIn(load, name, async () => call)),
    ...Array.from({ length: staff }, (_, at) => {
      const name = `operations ${at + 1}`;
      return bringIn(load, name, async () => {
        const work = await beginOperations(load, name, operations, isMine(at));
        return async () => {
          await work();
          await pause(restSeconds(orders) * 1000);
        };
      });
    }),
    bringIn(load, "clock", async () => moveClock),
  ]);
}

/** Waits until the running cluster has worked off everything. Returns what it did not. */
async function drain(
  cluster: Cluster,
  { stoppable, say = () => {} }: ClusterOptions,
  ledger: Ledger,
): Promise<string[]> {
  let left: string[] = [];
  let least = Number.POSITIVE_INFINITY;
  let movedAt = performance.now();
  while (performance.now() < movedAt + stuckSeconds * 1000) {
    const answer = await fetch(`${cluster.sandbox.url}/_sandbox/owed`);
    const { owed } = (await answer.json()) as { owed: number };
    left = [
      ...(owed > 0 ? [`${owed} webhooks are not delivered`] : []),
      ...(await listUnfinished(stoppable.store)),
      ...(await ledger.overdueTimers()),
    ];
    if (left.length === 0) return [];
    if (owed + left.length < least) {
      least = owed + left.length;
      movedAt = performance.now();
    }
    say(`Left: ${left.length}, such as ${left[0]}`);
    await pause(2000);
  }
  return left;
}

/**
 * Lets customers order, staff accept, the clock move and payers pay until every order is paid, while
 * processes are killed, connections cut and the database stopped; then lets the cluster finish what
 * is left and gathers the evidence.
 */
export async function runCluster(options: ClusterOptions): Promise<ClusterRun> {
  const { stoppable, folder, seed, orders, counts, say = () => {} } = options;
  const { store, server, login } = stoppable;
  const journal = openJournal(join(folder, "journal.jsonl"));
  const weather: Weather = { ...calmWeather(), failures: [] };
  const surprises: string[] = [];
  let isOver = false;
  let isAway = () => false;
  const cluster = await prepareCluster({
    ...options,
    databaseUrl: store.url,
    mayFail: () => isAway(),
  });
  const { origin, slots, sandbox } = cluster;
  const ledger = openLedger(store.superuserUrl);
  const load: Load = {
    ...{ origin, sandboxUrl: sandbox.url, seed, journal, weather, surprises },
    isOver: () => isOver,
  };
  const disturber = openDisturber({
    ...{ chance: chanceOf(seed, "disturbances"), slots, server, say, login },
    superuserUrl: store.superuserUrl,
  });
  isAway = () => disturber.covers(performance.now());
  try {
    say("Seeding …");
    await cluster.seed();
    await cluster.start();
    say("Registering …");
    const customers = await registerAll(load, options);
    const began = performance.now();
    const actors = await bringInCallers(load, customers, options);
    let paid = 0;
    const progress = () => {
      const left = customers.reduce((sum, customer) => sum + customer.left, 0);
      return (orders - left + paid) / (2 * orders);
    };
    const planned = planDisturbances(counts, chanceOf(seed, "planned"), options.disturbedUntil);
    const disturbing = disturber.run(planned, progress, load.isOver);
    const giveUp = began + options.mostMinutes * 60_000;
    for (let round = 0; paid < orders && performance.now() < giveUp; round += 1) {
      await pause(500);
      paid = (await ledger.ordersPaid()) ?? paid;
      if (round % 20 === 0) say(`${(progress() * 100).toFixed(0)} %, ${paid} orders paid`);
    }
    isOver = true;
    await Promise.all([disturbing, ...actors.map(({ gone }) => gone)]);
    const loaded = performance.now();
    say("Draining …");
    const unfinished = await drain(cluster, options, ledger);
    const drained = performance.now();
    await cluster.stop();
    say("Verifying …");
    const inspect = async (left: Parameters<typeof ledgerFaultsOf>[0]) => [
      ...(await cluster.verify()),
      ...(await ledgerFaultsOf(left)),
    ];
    const evidence = await gatherEvidence(store, sandbox.url, journal.entries, inspect);
    unfinished.push(...(await ledger.unpaidOrders()));
    const failures = weather.failures ?? [];
    const unexplained = failures.filter(({ at }) => !disturber.covers(at));
    for (const { address, at } of unexplained) {
      surprises.push(`${address} failed inside at ${((at - began) / 1000).toFixed(1)} s`);
    }
    surprises.push(...slots.flatMap(({ faults }) => faults));
    return {
      ...{ seed, orders, weather, surprises, unfinished, evidence, ordersPaid: paid },
      disturbed: disturber.done,
      loadSeconds: (loaded - began) / 1000,
      drainSeconds: (drained - loaded) / 1000,
      explainedFailures: failures.length - unexplained.length,
    };
  } finally {
    isOver = true;
    await ledger.close();
    await cluster.close();
  }
}
