import { readFileSync } from "node:fs";
import { ScenarioError } from "#machines/scenario/problem.ts";
import { readScenario } from "#machines/scenario/read.ts";
import { printResult, runScenario } from "#machines/scenario/result.ts";

/** Prints what a scenario's file leads to. Returns the exit code: 2 for a file that is no scenario. */
function simulate(args: readonly string[]): number {
  const [path] = args;
  if (path === undefined || args.length > 1) {
    console.error("Usage: npm run -s simulate -- scenario.json");
    return 2;
  }
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    console.error(`${path} can't be read: ${(error as Error).message}`);
    return 2;
  }
  try {
    process.stdout.write(printResult(runScenario(readScenario(text))));
    return 0;
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    for (const { line, message } of error.problems) console.error(`${path}:${line}: ${message}`);
    return 2;
  }
}

process.exitCode = simulate(process.argv.slice(2));
