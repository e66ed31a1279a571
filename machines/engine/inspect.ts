import type { Registry } from "../registry.ts";
import type { EventRecord, MachineState } from "./change.ts";
import type { AnyDefinition, StoredSnapshot } from "./definition.ts";
import { canonicalJson } from "./hash.ts";
import type { Deadline, MachineKind } from "./outgoing.ts";
import { NewerVersion, presentSnapshot } from "./migration.ts";
import { findVersionGap, replay, verifyChain, type BrokenPlace } from "./verify.ts";

type Columns = Record<string, unknown>;

/** Everything that is stored under one machine's id. */
export interface StoredMachine {
  customerId: string;
  machineId: string;
  /** Null where other rows name a machine that has none of its own. */
  machine: (MachineState & { definitionHash: string }) | null;
  /** In the order of their numbers. */
  events: EventRecord[];
  timers: (Pick<Deadline, "dueAt" | "event"> & { timerId: string })[];
  /** Timers that the audit log says were dropped, since the machine refused what it had asked for. */
  dropped: { timerId: string; dueAt: string }[];
  /** The list columns, by the kind whose table holds them. */
  views: Partial<Record<MachineKind, Columns>>;
  /** The heads that signed roots cover, by the day of the root. */
  heads: { day: string; seq: number; hash: string }[];
}

/** One thing that is not as it was written. */
export interface Finding {
  machineId: string;
  /** The number of the event, where it is about one. */
  seq: number | null;
  problem: string;
}

type Report = (problem: string, seq?: number) => void;

const brokenWords: Record<BrokenPlace["problem"], string> = {
  changed: "the event was changed",
  missing: "the event is missing",
  notFollowing:
    "the event does not follow the one before it: it was inserted, or that one rewritten",
  tailMissing: "the events from here on are missing",
};

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Compares the chain with itself and with the machine's row. Returns whether both hold. */
function chainHolds({ events, machine }: StoredMachine, report: Report): boolean {
  const broken = verifyChain(events);
  if (broken) report(brokenWords[broken.problem], broken.seq);
  if (!machine) return false;
  const last = events.at(-1);
  // A gap has been told already; more than that the numbers behind it can't tell.
  if (broken) return false;
  if (events.length < machine.seq) report(brokenWords.tailMissing, events.length + 1);
  else if (events.length > machine.seq) {
    report("the event comes after the last one that the machine's row knows", machine.seq + 1);
  } else if (last?.hash !== machine.headHash) {
    report("the machine's row has another head hash than the event", machine.seq);
  } else if (last.definitionVersion !== machine.definitionVersion) {
    report("the machine's row has another definition version than the event", machine.seq);
  } else {
    const gap = findVersionGap(events);
    if (gap === null) return true;
    report("the event is of another definition version without a migration", gap);
  }
  return false;
}

/**
 * What can be told of a machine that no migration has met yet: its definition is gone, so that only the
 * last event's state and the migration itself are left to try.
 */
function inspectEarlier(
  definition: AnyDefinition,
  { events, machine }: StoredMachine & { machine: MachineState },
  report: Report,
): void {
  const last = events.at(-1);
  if (last && canonicalJson(last.to) !== canonicalJson(machine.snapshot.value)) {
    report("the snapshot is not in the state to which the last event leads");
  }
  try {
    const snapshot = presentSnapshot(definition, machine);
    definition.deadlines(snapshot as never);
    definition.view(snapshot as never);
  } catch (error) {
    report(`the snapshot can't be migrated: ${messageOf(error)}`);
  }
}

/** The snapshot by which the rest is judged: what the history leads to, where that is intact. */
function trueSnapshot(
  definition: AnyDefinition,
  { events, machine }: StoredMachine & { machine: MachineState },
  holds: boolean,
  report: Report,
): StoredSnapshot {
  if (!holds) return machine.snapshot;
  try {
    const replayed = replay(definition, events);
    if (canonicalJson(replayed) !== canonicalJson(machine.snapshot)) {
      report("the snapshot is not the one to which the events lead");
    }
    return replayed ?? machine.snapshot;
  } catch (error) {
    report(`the events can't be replayed: ${messageOf(error)}`);
    return machine.snapshot;
  }
}

function inspectTimers(
  wanted: readonly Deadline[],
  { timers, dropped }: StoredMachine,
  report: Report,
): void {
  const instant = (text: string) => new Date(text).toISOString();
  const unexpected = new Map(timers.map((timer) => [timer.timerId, timer]));
  for (const { id, dueAt, event } of wanted) {
    const timer = unexpected.get(id);
    unexpected.delete(id);
    const due = instant(dueAt);
    if (!timer) {
      const isKnown = dropped.some((drop) => drop.timerId === id && instant(drop.dueAt) === due);
      if (!isKnown) report(`the timer ${id} of ${due} is missing`);
    } else if (instant(timer.dueAt) !== due) {
      report(`the timer ${id} is due at ${instant(timer.dueAt)}, not at ${due}`);
    } else if (canonicalJson(timer.event) !== canonicalJson(event)) {
      report(`the timer ${id} carries another event`);
    }
  }
  for (const id of unexpected.keys()) report(`the timer ${id} is no deadline of the machine`);
}

function inspectViews(
  kind: MachineKind,
  wanted: Columns,
  { views }: StoredMachine,
  report: Report,
): void {
  for (const other of Object.keys(views)) {
    if (other !== kind) report(`there are list columns of the kind ${other}`);
  }
  const stored = views[kind];
  if (!stored) return report("the list columns are missing");
  for (const name of new Set([...Object.keys(wanted), ...Object.keys(stored)])) {
    const [is, should] = [stored[name] ?? null, wanted[name] ?? null].map(canonicalJson);
    if (is !== should) report(`the list column ${name} is not what the snapshot says`);
  }
}

/** A signed root is the one witness of events that were cut off or rewritten to the end. */
function inspectHeads({ heads, events }: StoredMachine, report: Report): void {
  const hashes = new Map(events.map(({ seq, hash }) => [seq, hash]));
  for (const { day, seq, hash } of heads) {
    const found = hashes.get(seq);
    if (found === undefined) report(`the event is missing; the root of ${day} covers it`, seq);
    else if (found !== hash) report(`the event is not the one that the root of ${day} covers`, seq);
  }
}

/**
 * Compares all that is stored of one machine with what its history says: chain, head, snapshot,
 * timers, list columns, and the heads that signed roots cover. Returns what is not right. Of a machine
 * that is of an earlier version still, chain and heads are compared, and its migration is tried.
 */
export function inspectMachine(
  registry: Pick<Registry, "definitions" | "hash">,
  stored: StoredMachine,
): Finding[] {
  const { machineId, machine } = stored;
  const findings: Finding[] = [];
  const report: Report = (problem, seq) => findings.push({ machineId, seq: seq ?? null, problem });
  const holds = chainHolds(stored, report);
  inspectHeads(stored, report);
  if (!machine) {
    report("the machine's row is missing");
    return findings;
  }
  const definition = Object.entries(registry.definitions).find(
    ([kind]) => kind === machine.kind,
  )?.[1];
  if (!definition) {
    report(`there is no machine of the kind ${machine.kind}`);
    return findings;
  }
  if (machine.definitionVersion > definition.version) {
    report(new NewerVersion(machine, definition.version).message);
    return findings;
  }
  if (machine.definitionVersion < definition.version) {
    inspectEarlier(definition, { ...stored, machine }, report);
    return findings;
  }
  if (machine.definitionHash !== registry.hash(machine.kind)) {
    report(`the machine's row was written by another definition of version ${definition.version}`);
  }
  const snapshot = trueSnapshot(definition, { ...stored, machine }, holds, report);
  try {
    inspectTimers(definition.deadlines(snapshot as never), stored, report);
    inspectViews(machine.kind, definition.view(snapshot as never), stored, report);
  } catch (error) {
    report(`the snapshot can't be read: ${messageOf(error)}`);
  }
  return findings;
}
