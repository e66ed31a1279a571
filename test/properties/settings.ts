import { execFileSync } from "node:child_process";
import type fc from "fast-check";

/** What may be set for a run of the property tests. */
interface Settings {
  seed: number;
  /** How many lives each property tries. */
  runs: number;
  /** As fast-check gives them after a failure, for `fc.assert`. */
  parameters: Pick<fc.Parameters<unknown>, "seed" | "numRuns" | "endOnFailure">;
}

function numberFrom(name: string): number | undefined {
  const text = process.env[name];
  if (text === undefined || text === "") return undefined;
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new Error(`${name} is "${text}"; set it to a whole number.`);
  return value;
}

/** Of the commit that is checked out; undefined outside of a repository. */
function seedOfCommit(): number | undefined {
  try {
    const hash = execFileSync("git", ["rev-parse", "HEAD"], { stdio: "pipe", encoding: "utf8" });
    return Number.parseInt(hash.slice(0, 7), 16);
  } catch {
    return undefined;
  }
}

const givenSeed = numberFrom("PROPERTY_SEED");
const givenRuns = numberFrom("PROPERTY_RUNS");

/**
 * PROPERTY_SEED where it is set. Otherwise each commit has its own: the same cases wherever it is tested, so
 * that what passed here does not fail elsewhere by chance, and no commit repeats the cases of the last.
 */
const seed = givenSeed ?? seedOfCommit() ?? Math.floor(Math.random() * 2 ** 31);

/** What every property of the suite starts from, whether it has settings of its own or none. */
export const commonParameters: Pick<fc.Parameters<unknown>, "seed" | "numRuns"> = givenRuns ===
undefined
  ? { seed }
  : { seed, numRuns: givenRuns };

/**
 * Seed and number of runs of a property whose cases are long: PROPERTY_RUNS where it is set. Prints both, so
 * that any run can be had again. A failure is made smaller only in such a repetition, since that takes a
 * while.
 */
export function settingsOf(property: string, usualRuns: number): Settings {
  const runs = givenRuns ?? usualRuns;
  console.log(`${property}: PROPERTY_SEED=${seed} PROPERTY_RUNS=${runs}`);
  return { seed, runs, parameters: { seed, numRuns: runs, endOnFailure: givenSeed === undefined } };
}
