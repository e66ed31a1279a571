import { hashOfDefinition } from "#machines/engine/definition-hash.ts";
import type { AnyDefinition } from "#machines/engine/definition.ts";
import { canonicalJson } from "#machines/engine/hash.ts";
import { resultOf, type Corpus, type RecordedStep } from "./corpus.ts";

const short = (value: unknown) => {
  const text = canonicalJson(value);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
};

/** Where two plain values differ first, and what stands there: "deadlines.0.dueAt was …, is …". */
function firstDifference(was: unknown, is: unknown, path: string): string | null {
  if (canonicalJson(was) === canonicalJson(is)) return null;
  const isObject = (value: unknown) => typeof value === "object" && value !== null;
  if (!isObject(was) || !isObject(is)) return `${path} was ${short(was)}, is ${short(is)}`;
  const [left, right] = [was as Record<string, unknown>, is as Record<string, unknown>];
  for (const name of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const found = firstDifference(left[name], right[name], path === "" ? name : `${path}.${name}`);
    if (found) return found;
  }
  return `${path} differs`;
}

function present(definition: AnyDefinition, before: RecordedStep | null, step: RecordedStep) {
  try {
    return resultOf(definition, before?.result?.snapshot ?? null, step.event);
  } catch (error) {
    return `a fault: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/**
 * What a definition does otherwise than when its version was released: a line for each recorded step
 * whose result is another now, and one for the chart. Nothing where nothing has changed.
 */
export function* differencesFrom(corpus: Corpus, definition: AnyDefinition): Generator<string> {
  const { steps } = corpus;
  if (hashOfDefinition(definition) !== corpus.hash) yield "the chart has another hash";
  const draws = firstDifference(corpus.draws, definition.draws, "draws");
  if (draws) yield draws;
  for (const [place, step] of steps.entries()) {
    const before = step.after === null ? null : (steps[step.after] ?? null);
    const found = firstDifference(step.result, present(definition, before, step), "");
    const { type, at } = step.event;
    if (found) yield `step ${place} (${type} at ${at}): ${found.trim()}`;
  }
}

/** What to do about a definition that changed without a new version; null where it did not. */
export function complaintOf(corpus: Corpus, definition: AnyDefinition): string | null {
  const [first, ...others] = differencesFrom(corpus, definition);
  if (first === undefined) return null;
  const { kind, version } = corpus;
  return [
    `Version ${version} of ${kind} is released, and its definition does something else now:`,
    `  ${first}`,
    ...(others.length > 0 ? [`  and ${others.length} more`] : []),
    `Raise the version of ${kind} to ${version + 1}, add a migration from ${version}, and record it:`,
    `  node test/released/record.ts ${kind}`,
    "Or take the change back.",
  ].join("\n");
}
