import {
  initialTransition,
  transition,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type StateValue,
} from "xstate";
import type { Clause } from "../terms/articles.ts";
import type { AnyDefinition, StoredSnapshot } from "./definition.ts";
import type { EffectRequest, MachineEvent, Row, Stamp, Tell } from "./outgoing.ts";

/** What one event does to one machine. */
export interface Decision {
  snapshot: StoredSnapshot;
  from: StateValue | null;
  to: StateValue;
  clauses: Clause[];
  rows: Row[];
  tells: Tell[];
  effects: EffectRequest[];
}

/** What is stored of a snapshot: plain JSON, without what XState keeps for itself. */
export function stored(machine: AnyStateMachine, snapshot: AnyMachineSnapshot): StoredSnapshot {
  const { status, value, context } = machine.getPersistedSnapshot(
    snapshot,
  ) as unknown as StoredSnapshot;
  return JSON.parse(JSON.stringify({ status, value, context })) as StoredSnapshot;
}

/** Brings a stored snapshot back to what XState works with. */
export function restore(machine: AnyStateMachine, snapshot: StoredSnapshot): AnyMachineSnapshot {
  const persisted = { ...snapshot, historyValue: {}, children: {} };
  // The second argument is an actor's scope, which a machine without children never asks for.
  return machine.restoreSnapshot(persisted as never, undefined as never) as AnyMachineSnapshot;
}

/**
 * The next snapshot of a machine and all that follows from it, without touching anything.
 *
 * @param snapshot the present one, or null for a machine that is about to be born
 * @returns null where the machine takes no such event in its present state
 */
export function decide(
  definition: AnyDefinition,
  snapshot: StoredSnapshot | null,
  event: MachineEvent & Stamp,
): Decision | null {
  const { machine } = definition;
  const before = snapshot
    ? restore(machine, snapshot)
    : (initialTransition(machine)[0] as AnyMachineSnapshot);
  const taken = (machine.getTransitionData(before as never, event as never) ?? []) as {
    meta?: { clause?: Clause };
  }[];
  if (taken.length === 0) return null;
  const [after, actions] = transition(machine, before as never, event as never);
  const decision: Decision = {
    snapshot: stored(machine, after as AnyMachineSnapshot),
    from: snapshot ? before.value : null,
    to: (after as AnyMachineSnapshot).value,
    clauses: [...new Set(taken.flatMap(({ meta }) => (meta?.clause ? [meta.clause] : [])))],
    rows: [],
    tells: [],
    effects: [],
  };
  for (const { type, params } of actions as { type: string; params?: unknown }[]) {
    if (type === "row") decision.rows.push(params as Row);
    else if (type === "tell") decision.tells.push(params as Tell);
    else if (type === "effect") decision.effects.push(params as EffectRequest);
    else throw new Error(`The ${definition.kind} machine has an unknown action ${type}.`);
  }
  return decision;
}
