import { createHash } from "node:crypto";
import type { AnyDefinition } from "#machines/engine/definition.ts";
import type { MachineKind } from "#machines/engine/outgoing.ts";
import { placeAt, send, type Place } from "./place.ts";
import { contractScope, type Scope } from "./scope.ts";
import { waits } from "./time.ts";

/** What an exploration found. */
export interface Findings {
  /** Different places, the roots included. */
  states: number;
  /** Steps taken, and commands that were refused. */
  steps: number;
  refusals: number;
  /** Places by their distance from the nearest root. */
  byDepth: number[];
  /** By what is wrong: the shortest way there. */
  faults: Map<string, string>;
}

/** Which way led to a place. */
interface Visit {
  place: Place;
  way: string;
}

interface Limits {
  /** How many steps from the nearest root. */
  depth: number;
  /** Then from each place this many steps from a root so many further deadlines, without any command. */
  alone?: { from: number; deadlines: number };
  /** Stops at the first fault whose words contain these. */
  sought?: string;
}

/** Where one step leads from a place, with what was refused. */
function* stepsFrom(
  place: Place,
  { movesAt, passing }: Scope,
  findings: Findings,
): Generator<{ name: string; place: Place }> {
  let world = place.world.fork();
  for (const { name, wishes } of movesAt(place)) {
    let accepted = 0;
    for (const wish of wishes) {
      if (!send(world, place.now, wish).ok) break;
      accepted += 1;
    }
    if (accepted === 0) {
      findings.refusals += 1;
      continue;
    }
    yield { name, place: placeAt(world, place.now) };
    world = place.world.fork();
  }
  yield* waits(place, passing);
}

const digest = (text: string) => createHash("sha1").update(text).digest("base64");

/**
 * Walks from some places, breadth first, to every place that is so many steps away, and holds each against
 * the invariants. A step is a command of anybody, or waiting for a deadline.
 *
 * @param definition the machines as they are, or as a mistake would have them
 * @param scope what may happen and what must hold
 */
export function explore(
  roots: readonly { name: string; place: Place }[],
  definition: (kind: MachineKind) => AnyDefinition,
  { depth, alone, sought }: Limits,
  scope = contractScope,
): Findings {
  const { keyOf, stateFaults, stepFaults, passing } = scope;
  const findings: Findings = { states: 0, steps: 0, refusals: 0, byDepth: [], faults: new Map() };
  const seen = new Set<string>();
  let isOver = false;
  const enter = ({ place, way }: Visit, faults: readonly string[]): boolean => {
    const found = [...faults, ...stateFaults(place.facts, definition)];
    for (const fault of found) {
      if (!findings.faults.has(fault)) findings.faults.set(fault, way);
      if (sought !== undefined && fault.includes(sought)) isOver = true;
    }
    // What follows from a fault would only be told again.
    return found.length === 0;
  };
  const isNew = (place: Place) => {
    const key = digest(keyOf(place));
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  };
  let edge: Visit[] = [];
  const leftAlone: Visit[] = [];
  for (const { name, place } of roots) {
    if (isNew(place) && enter({ place, way: name }, [])) edge.push({ place, way: name });
  }
  findings.byDepth.push(edge.length);
  for (let step = 1; step <= depth && edge.length > 0 && !isOver; step += 1) {
    const next: Visit[] = [];
    let count = 0;
    for (const { place, way } of edge) {
      for (const { name, place: to } of stepsFrom(place, scope, findings)) {
        findings.steps += 1;
        const visit = { place: to, way: `${way} > ${name}` };
        const faults = stepFaults(place.facts, to.facts);
        if (!isNew(to)) continue;
        count += 1;
        if (enter(visit, faults) && step < depth) next.push(visit);
        if (isOver) return { ...findings, states: seen.size };
      }
    }
    findings.byDepth.push(count);
    edge = next;
    if (step === alone?.from) leftAlone.push(...next);
  }
  for (const left of leftAlone) {
    let visit = left;
    for (let fired = 0; fired < (alone?.deadlines ?? 0); fired += 1) {
      const [next] = waits(visit.place, passing, true);
      if (!next) break;
      findings.steps += 1;
      const faults = stepFaults(visit.place.facts, next.place.facts);
      visit = { place: next.place, way: `${visit.way} > ${next.name}` };
      if (isNew(visit.place) && !enter(visit, faults)) break;
    }
  }
  return { ...findings, states: seen.size };
}
