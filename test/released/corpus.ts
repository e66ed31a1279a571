import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { hashOfDefinition } from "#machines/engine/definition-hash.ts";
import { decide } from "#machines/engine/decide.ts";
import type { AnyDefinition, StoredSnapshot, View } from "#machines/engine/definition.ts";
import { canonicalJson } from "#machines/engine/hash.ts";
import type { Deadline, EffectRequest, MachineKind, Row, Tell } from "#machines/engine/outgoing.ts";
import type { Stamped } from "#test/helpers/given.ts";

/** What a machine made of an event, in the words of the engine. */
export interface Result {
  clauses: string[];
  snapshot: StoredSnapshot;
  view: View;
  deadlines: Deadline[];
  rows: Row[];
  tells: Tell[];
  effects: EffectRequest[];
}

/** One event of a history. Histories that begin alike share their steps, so that they make a tree. */
export interface RecordedStep {
  /** The place of the step before in the list of steps; null for a machine's first event. */
  after: number | null;
  event: Stamped;
  /** Null where the machine took no such event. */
  result: Result | null;
}

/** What a version of a machine's definition did when it was released. */
export interface Corpus {
  kind: MachineKind;
  version: number;
  /** The chart's. */
  hash: string;
  draws: AnyDefinition["draws"];
  steps: RecordedStep[];
}

/** The folder of a kind's machine: breachCase is in breach-case. */
export const machineFolder = (kind: string) =>
  `machines/${kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

const folderOf = (kind: string) => `${machineFolder(kind)}/released`;

/** Where a released version is kept, one step a line. */
export const corpusPath = (kind: string, version: number) => `${folderOf(kind)}/v${version}.jsonl`;

/** The versions of a kind that have been released, lowest first. */
export function releasedVersions(kind: string): number[] {
  const folder = folderOf(kind);
  if (!existsSync(folder)) return [];
  const versions = readdirSync(folder).map((name) => /^v(\d+)\.jsonl$/.exec(name)?.[1]);
  return versions
    .flatMap((version) => (version === undefined ? [] : [Number(version)]))
    .toSorted((one, other) => one - other);
}

/** An event as its sender gave it: without what the engine adds. */
export function unstamped(event: Stamped): Record<string, unknown> & { type: string } {
  const { at: _at, day: _day, machineId: _id, number: _number, ...sent } = event;
  return sent;
}

/** What a definition makes of an event; null where it takes none. Throws for a malformed event. */
export function resultOf(
  definition: AnyDefinition,
  before: StoredSnapshot | null,
  event: Stamped,
): Result | null {
  definition.events.parse(unstamped(event));
  const decision = decide(definition, before, event);
  if (!decision) return null;
  const { clauses, snapshot, rows, tells, effects } = decision;
  const view = definition.view(snapshot as never);
  const deadlines = definition.deadlines(snapshot as never);
  const result = { clauses, snapshot, view, deadlines, rows, tells, effects };
  return JSON.parse(JSON.stringify(result)) as Result;
}

/** Records what a definition makes of histories; one that goes on behind a refusal is a mistake. */
export function recordCorpus(
  definition: AnyDefinition,
  histories: readonly (readonly Stamped[])[],
): Corpus {
  const { kind, version, draws } = definition;
  const steps: RecordedStep[] = [];
  const known = new Map<string, number>();
  for (const history of histories) {
    let after: number | null = null;
    for (const event of history) {
      const key = `${after} ${canonicalJson(event)}`;
      let place = known.get(key);
      if (place === undefined) {
        const before: StoredSnapshot | null =
          after === null ? null : (steps[after]?.result?.snapshot ?? null);
        if (after !== null && !before)
          throw new Error(`A history goes on behind a refusal: ${key}`);
        place = steps.push({ after, event, result: resultOf(definition, before, event) }) - 1;
        known.set(key, place);
      }
      after = place;
    }
  }
  return { kind, version, hash: hashOfDefinition(definition), draws, steps };
}

type Members = Record<string, unknown>;

/** The members that differ from those before; none may go, since what is left out is as it was. */
function changesOf(before: Members, after: Members): Members {
  const gone = Object.keys(before).filter((name) => !(name in after));
  if (gone.length > 0) throw new Error(`${gone.join(", ")} can't be left out of a later step.`);
  const entries = Object.entries(after).filter(
    ([name, value]) => canonicalJson(value) !== canonicalJson(before[name]) || !(name in before),
  );
  return Object.fromEntries(entries);
}

/** A corpus as text: a line of what it is of, then a line a step with what changed by it. */
function printCorpus({ steps, ...head }: Corpus): string {
  const lines = steps.map(({ after, event, result }) => {
    const before = after === null ? null : (steps[after]?.result ?? null);
    if (!result) return { after, event, result };
    const { snapshot, view, ...rest } = result;
    const context = changesOf(before?.snapshot.context ?? {}, snapshot.context);
    const changed = { ...snapshot, context };
    return {
      ...{ after, event },
      result: { ...rest, snapshot: changed, view: changesOf(before?.view ?? {}, view) },
    };
  });
  return [head, ...lines].map((line) => `${JSON.stringify(line)}\n`).join("");
}

/** A released version as it was recorded. Throws where there is none. */
export function readCorpus(kind: string, version: number): Corpus {
  const text = readFileSync(corpusPath(kind, version), "utf8");
  const [head, ...lines] = text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
  const steps: RecordedStep[] = [];
  for (const step of lines as RecordedStep[]) {
    const { after, event, result } = step;
    const before = after === null ? null : (steps[after]?.result ?? null);
    if (!result) {
      steps.push(step);
      continue;
    }
    const context = { ...before?.snapshot.context, ...result.snapshot.context };
    const view = { ...before?.view, ...result.view };
    steps.push({
      ...{ after, event },
      result: { ...result, snapshot: { ...result.snapshot, context }, view },
    });
  }
  return { ...(head as Omit<Corpus, "steps">), steps };
}

/**
 * Writes the record of a version that has none yet.
 *
 * @throws Error for a version that is released: what it did can't change any more
 */
export function writeCorpus(corpus: Corpus, folder = "."): string {
  const path = join(folder, corpusPath(corpus.kind, corpus.version));
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path)) {
    throw new Error(
      `Version ${corpus.version} of ${corpus.kind} is released: ${path} stays as it is. ` +
        `Raise the version of ${corpus.kind}, add a migration, and record that.`,
    );
  }
  writeFileSync(path, printCorpus(corpus), { flag: "wx" });
  return path;
}
