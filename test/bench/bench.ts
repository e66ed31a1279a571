/**
 * Measures the portal on PostgreSQL: one of our own, or that of TEST_DATABASE_URL (a superuser's).
 *
 *   npm run bench                                  the names of what can be measured
 *   npm run bench -- engine                        all parts of the engine, in a quarter of an hour
 *   npm run bench -- engine commands sweep         two of them
 *   npm run bench -- money                         invoices, and a bank's file
 *   npm run bench -- engine --quick --json         in a minute, a figure a line
 *   npm run bench -- engine memory --long          until a million timers are swept
 *
 * Ends with 1 where a ratio misses its limit, with 2 where it was asked for what there is not.
 */
import { parseArgs } from "node:util";
import { engineSuite } from "./engine/measure.ts";
import { missedLimits, tableOf, type Figure } from "./figure.ts";
import { moneySuite } from "./money/measure-money.ts";
import type { Suite } from "./suite.ts";

const suites: Readonly<Record<string, Suite>> = { engine: engineSuite, money: moneySuite };

const usage = [
  "Usage: npm run bench -- NAME [PART...] [--quick | --long] [--json]",
  ...Object.entries(suites).map(([name, { parts }]) => `  ${name}  ${parts.join(" ")}`),
].join("\n");

function readArguments() {
  try {
    return parseArgs({
      options: {
        quick: { type: "boolean", default: false },
        long: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
      },
      allowPositionals: true,
    });
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`);
    process.exit(2);
  }
}

const { values, positionals } = readArguments();
const [name, ...parts] = positionals;
if (name === undefined) {
  console.log(usage);
  process.exit(0);
}
const suite = suites[name];
const unknown = suite ? parts.find((part) => !suite.parts.includes(part)) : name;
if (!suite || unknown !== undefined) {
  console.error(`There is no ${unknown} to measure.\n${usage}`);
  process.exit(2);
}

const print = (figures: readonly Figure[]) => {
  if (values.json) for (const figure of figures) console.log(JSON.stringify(figure));
};
const figures = await suite.measure({
  parts,
  size: values.quick ? "quick" : values.long ? "long" : "full",
  given: process.env["TEST_DATABASE_URL"] || undefined,
  say: (text) => console.error(text),
  onFigures: print,
});
if (!values.json) console.log(tableOf(figures));
process.exitCode = missedLimits(figures).length > 0 ? 1 : 0;
