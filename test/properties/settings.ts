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

/**
 * Seed and number of runs of a property: PROPERTY_SEED and PROPERTY_RUNS where they are set, else a new
 * seed each time. Prints both, so that any run can be had again. A failure is made smaller only in such
 * a repetition, since that takes a while.
 */
export function settingsOf(property: string, usualRuns: number): Settings {
  const given = numberFrom("PROPERTY_SEED");
  const seed = given ?? Math.floor(Math.random() * 2 ** 31);
  const runs = numberFrom("PROPERTY_RUNS") ?? usualRuns;
  console.log(`${property}: PROPERTY_SEED=${seed} PROPERTY_RUNS=${runs}`);
  return { seed, runs, parameters: { seed, numRuns: runs, endOnFailure: given === undefined } };
}
