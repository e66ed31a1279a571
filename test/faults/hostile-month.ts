import { spawn } from "node:child_process";
import { parseArgs } from "node:util";

/**
 * Lives through hostile months, one after the other: `node test/faults/hostile-month.ts --seeds 50 --first 1`.
 * Each prints its seed; one that fails is repeated by `--seeds 1 --first SEED`. Ends with the tests' exit code.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "50" },
    first: { type: "string", default: "1" },
  },
});

const tests = ["run", "--project", "database", "test/faults/month", "--reporter", "verbose"];
const vitest = spawn("node_modules/.bin/vitest", tests, {
  env: { ...process.env, MONTH_SEEDS: values.seeds, MONTH_FIRST: values.first },
  stdio: "inherit",
});
vitest.on("exit", (code) => {
  process.exitCode = code ?? 1;
});
