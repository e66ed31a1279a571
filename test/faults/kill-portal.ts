/**
 * Kills the running demo again and again while orders, payments and webhooks flow, and looks
 * afterwards for anything lost or doubled:
 *
 *   npm run faults                                  20 kills on the embedded database
 *   npm run faults -- --kills 3 --seed 7 --database postgres --json
 *
 * Or several processes of the portal, half of them web and half workers, on one PostgreSQL, until
 * every order is paid; connections are cut and the database is stopped, too:
 *
 *   npm run faults -- --processes 4 --orders 5000 --kills 200 --backend-kills 20 --immediate-stops 1
 *
 * Prints a table, with --json one line of JSON after it. Ends with 1 where anything is wrong; then the
 * folder named in the output keeps the journal, the logs and the sandbox's state.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { takeBundle } from "./bundle.ts";
import { clusterReportOf, clusterTableOf, isClean } from "./cluster/cluster-report.ts";
import { runCluster } from "./cluster/run-cluster.ts";
import { reportOf, tableOf } from "./report.ts";
import { runKills } from "./run-kills.ts";
import { makeStoppableStore, makeStore } from "./store.ts";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
    database: { type: "string" },
    processes: { type: "string", default: "1" },
    orders: { type: "string", default: "300" },
    customers: { type: "string" },
    "backend-kills": { type: "string", default: "10" },
    "immediate-stops": { type: "string", default: "1" },
    callers: { type: "string", default: "8" },
    minutes: { type: "string" },
    json: { type: "boolean", default: false },
  },
});

function refuse(): never {
  console.error(`Usage: npm run faults -- [--kills N] [--seed N] [--database pglite|postgres] [--json]
       npm run faults -- --processes 4 [--orders N] [--kills N] [--backend-kills N]
         [--immediate-stops N] [--customers N] [--callers N] [--minutes N] [--seed N] [--json]`);
  process.exit(2);
}

const whole = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : refuse());

const kills = whole(values.kills);
const seed = whole(values.seed);
const processes = whole(values.processes);
const database = values.database ?? (processes === 1 ? "pglite" : "postgres");
if (database !== "pglite" && database !== "postgres") refuse();
const isCluster = processes > 1;
if (processes < 1 || (isCluster && (processes % 2 === 1 || database === "pglite"))) refuse();

// An interrupt ends this process in the usual way, which takes everything along that it started.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => process.exit(1));
}

interface Result {
  table: string;
  report: object;
  clean: boolean;
}

async function killOne(bundle: string, folder: string, kind: "pglite" | "postgres") {
  const store = await makeStore(kind);
  try {
    const run = await runKills({ bundle, store, folder, kills, seed, say: console.log });
    const report = reportOf(run);
    const clean = report.lost.length + report.doubled.length + report.faults.length === 0;
    if (!clean) writeFileSync(join(folder, "portal.log"), run.output);
    return { table: tableOf(report), report, clean };
  } finally {
    await store.close();
  }
}

/** So many orders for each customer, where nothing else is said. */
const ordersOfCustomer = 40;
/** A load that is slower than this has come to a stop. */
const slowestOrdersAMinute = 20;

async function killMany(bundle: string, folder: string): Promise<Result> {
  const orders = Math.max(1, whole(values.orders));
  const customers = values.customers ?? String(Math.max(3, Math.ceil(orders / ordersOfCustomer)));
  const stoppable = await makeStoppableStore();
  const began = performance.now();
  const say = (line: string) =>
    console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(7)} s  ${line}`);
  try {
    const run = await runCluster({
      ...{ bundle, stoppable, folder, seed, orders, say },
      ...{ web: processes / 2, workers: processes / 2 },
      customers: Math.max(1, whole(customers)),
      counts: {
        kills,
        backendKills: whole(values["backend-kills"]),
        immediateStops: whole(values["immediate-stops"]),
      },
      disturbedUntil: 0.95,
      callers: Math.max(1, whole(values.callers)),
      mostMinutes: values.minutes ? whole(values.minutes) : 30 + orders / slowestOrdersAMinute,
    });
    const report = clusterReportOf(run);
    return { table: clusterTableOf(report), report, clean: isClean(report) };
  } finally {
    await stoppable.store.close();
  }
}

const bundle = await takeBundle();
const folder = mkdtempSync(join(tmpdir(), "portal-faults-run-"));
try {
  const result = isCluster
    ? await killMany(bundle.path, folder)
    : await killOne(bundle.path, folder, database);
  console.log(result.table);
  if (values.json) console.log(JSON.stringify(result.report));
  if (result.clean) rmSync(folder, { recursive: true });
  else {
    console.log(`What was seen is kept in ${folder}`);
    process.exitCode = 1;
  }
} finally {
  bundle.remove();
}
