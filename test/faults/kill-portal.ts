/**
 * Kills the running demo again and again while orders, payments and webhooks flow, and looks
 * afterwards for anything lost or doubled:
 *
 *   npm run faults                                  20 kills on the embedded database
 *   node test/faults/kill-portal.ts --kills 3 --seed 7 --database postgres --json
 *
 * Prints a table, with --json one line of JSON after it. Ends with 1 where anything is wrong; then the
 * folder named in the output keeps the journal and the sandbox's state.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { takeBundle } from "./bundle.ts";
import { reportOf, tableOf } from "./report.ts";
import { runKills } from "./run-kills.ts";
import { makeStore } from "./store.ts";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
    database: { type: "string", default: "pglite" },
    json: { type: "boolean", default: false },
  },
});
const { database: kind } = values;
const [kills, seed] = [Number(values.kills), Number(values.seed)];
if (
  (kind !== "pglite" && kind !== "postgres") ||
  !Number.isInteger(kills) ||
  !Number.isInteger(seed)
) {
  console.error(
    "Usage: node test/faults/kill-portal.ts [--kills N] [--seed N] [--database pglite|postgres] [--json]",
  );
  process.exit(2);
}

const bundle = await takeBundle();
const store = await makeStore(kind);
const folder = mkdtempSync(join(tmpdir(), "portal-faults-run-"));
try {
  const run = await runKills({ bundle: bundle.path, store, folder, kills, seed, say: console.log });
  const report = reportOf(run);
  console.log(tableOf(report));
  if (values.json) console.log(JSON.stringify(report));
  if (report.lost.length + report.doubled.length + report.faults.length > 0) {
    writeFileSync(join(folder, "portal.log"), run.output);
    console.log(`What was seen is kept in ${folder}`);
    process.exitCode = 1;
  } else rmSync(folder, { recursive: true });
} finally {
  await store.close();
  bundle.remove();
}
