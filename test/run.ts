/**
 * Every check of the project, one ordered list, the same on a laptop and in CI:
 *
 *   npm run check                        types, lint, format, unused code
 *   npm test                             all of it on the embedded database, browser included
 *   npm test -- --database postgres      what touches a database, on PostgreSQL (TEST_DATABASE_URL or our own)
 *
 * Goes on after a failure, so that one run shows all of them. Ends with `N passed, M failed`, which
 * counts tests, and each failed step without a failed test as one.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { causeOf } from "./failure-cause.ts";

interface Step {
  name: string;
  command: [string, ...string[]];
  group: "check" | "test" | "database";
  /** The Vitest project whose tests the step runs. */
  project?: string;
}

const vitest = (project: string): Pick<Step, "command" | "project"> => ({
  command: ["vitest", "run", "--project", project, "--reporter=default", "--reporter=json"],
  project,
});

const steps: Step[] = [
  { name: "route types", command: ["react-router", "typegen"], group: "check" },
  { name: "types", command: ["tsc", "--noEmit"], group: "check" },
  { name: "lint", command: ["oxlint", "--type-aware"], group: "check" },
  { name: "format", command: ["oxfmt", "--check"], group: "check" },
  { name: "unused code", command: ["knip"], group: "check" },
  { name: "pure tests", ...vitest("pure"), group: "test" },
  { name: "build", command: ["react-router", "build"], group: "database" },
  { name: "database tests", ...vitest("database"), group: "database" },
  { name: "browser tests", ...vitest("browser"), group: "database" },
];

const { values, positionals } = parseArgs({
  options: { database: { type: "string", default: "pglite" } },
  allowPositionals: true,
});
const { database } = values;
const onlyChecks = positionals[0] === "check";
if ((database !== "pglite" && database !== "postgres") || positionals.length > Number(onlyChecks)) {
  console.error("Usage: node test/run.ts [check] [--database pglite|postgres]");
  process.exit(2);
}

function isChosen({ group }: Step): boolean {
  if (onlyChecks) return group === "check";
  return database === "pglite" || group === "database";
}

/** No step takes near as long; a hung one must not hold a CI for ever. */
const stepMinutes = 30;
const results = mkdtempSync(join(tmpdir(), "portal-results-"));
process.on("exit", () => rmSync(results, { recursive: true, force: true }));

/** Runs a package's command with this Node, whatever `node` the shell would find. */
function execute([command, ...parameters]: Step["command"], output: string): Promise<boolean> {
  const path = realpathSync(join("node_modules/.bin", command));
  const extra = command === "vitest" ? [`--outputFile.json=${output}`] : [];
  const child = spawn(process.execPath, [path, ...parameters, ...extra], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, TEST_DATABASE: database },
    timeout: stepMinutes * 60_000,
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject).once("close", (code) => resolve(code === 0));
  });
}

interface Outcome {
  passed: number;
  failed: number;
  /** What failed, a line each: tests, and files that could not be collected. */
  failures: string[];
}

/** The fields we read of Vitest's JSON report. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] | null }[];
  }[];
}

/** What Vitest counted; nothing where it ended before it could. */
function readOutcome(output: string): Outcome {
  try {
    const report = JSON.parse(readFileSync(output, "utf8")) as Report;
    const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
      const file = relative(process.cwd(), name);
      const failed = assertionResults
        .filter((test) => test.status === "failed")
        .map((test) => `${file}: ${test.fullName}: ${causeOf(test.failureMessages?.[0])}`);
      return failed.length > 0 || status !== "failed" ? failed : [`${file}: ${causeOf(message)}`];
    });
    return { passed: report.numPassedTests, failed: report.numFailedTests, failures };
  } catch {
    return { passed: 0, failed: 0, failures: [] };
  }
}

const total = { passed: 0, failed: 0 };
const lines: string[] = [];
for (const step of steps.filter(isChosen)) {
  console.log(`\n— ${step.name}`);
  const started = performance.now();
  const output = join(results, `${step.project}.json`);
  const succeeded = await execute(step.command, output);
  const counts = readOutcome(output);
  const executed = step.project === undefined || counts.passed + counts.failed > 0;
  const ok = succeeded && executed && counts.failed === 0;
  total.passed += counts.passed;
  total.failed += ok ? 0 : Math.max(1, counts.failed);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const detail = step.project === undefined ? "" : `, ${counts.passed} tests passed`;
  lines.push(`${ok ? "ok    " : "FAILED"} ${step.name} (${seconds} s${detail})`);
  lines.push(...counts.failures.map((failure) => `       ${failure}`));
}

console.log(`\nSummary:\n${lines.join("\n")}`);
if (onlyChecks) process.exit(total.failed === 0 ? 0 : 1);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
