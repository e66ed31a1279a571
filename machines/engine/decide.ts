import {
  createActor,
  initialTransition,
  type AnyActorScope,
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

/**
 * What is stored of a snapshot: plain JSON, without what XState keeps for itself. Our contexts hold no
 * actors, so that its own way of persisting them, which walks through everything, is not needed.
 */
export function stored({ status, value, context }: AnyMachineSnapshot): StoredSnapshot {
  return JSON.parse(JSON.stringify({ status, value, context })) as StoredSnapshot;
}

/** Brings a stored snapshot back to what XState works with. */
export function restore(machine: AnyStateMachine, snapshot: StoredSnapshot): AnyMachineSnapshot {
  // The context is put in afterwards: XState would look for actors through all of it.
  const persisted = { ...snapshot, context: {}, historyValue: {}, children: {} };
  // The second argument is an actor's scope, which a machine without children never asks for.
  const restored = machine.restoreSnapshot(persisted as never, undefined as never);
  return Object.assign(restored, { context: snapshot.context }) as AnyMachineSnapshot;
}

const unborn = new WeakMap<AnyStateMachine, AnyMachineSnapshot>();

/** A machine before its first event: the same for all, since its context comes from nothing. */
function beginning(machine: AnyStateMachine): AnyMachineSnapshot {
  const known = unborn.get(machine) ?? (initialTransition(machine)[0] as AnyMachineSnapshot);
  unborn.set(machine, known);
  return known;
}

const scopes = new WeakMap<AnyStateMachine, Omit<AnyActorScope, "actionExecutor">>();

/**
 * What XState's own `transition` makes anew for every event, with an actor that goes through the whole beginning of
 * its machine: an actor that is never started and hears of nothing. It holds no state, so that one serves all.
 */
function inertScope(machine: AnyStateMachine): Omit<AnyActorScope, "actionExecutor"> {
  const known = scopes.get(machine);
  if (known) return known;
  const self = createActor(machine);
  const nothing = () => {};
  const scope = {
    ...{ self, id: "", sessionId: "", system: self.system },
    ...{ defer: nothing, logger: nothing, stopChild: nothing, emit: nothing },
  };
  scopes.set(machine, scope);
  return scope;
}

/** The snapshot after an event, and the actions that it asks for, none of which is executed. */
function transition(machine: AnyStateMachine, before: AnyMachineSnapshot, event: MachineEvent) {
  const actions: { type: string; params?: unknown }[] = [];
  const actionExecutor = (action: (typeof actions)[number]) => void actions.push(action);
  const scope = { ...inertScope(machine), actionExecutor };
  const after = machine.transition(before as never, event, scope as never) as AnyMachineSnapshot;
  return { after, actions };
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
  const before = snapshot ? restore(machine, snapshot) : beginning(machine);
  const taken = (machine.getTransitionData(before as never, event as never) ?? []) as {
    meta?: { clause?: Clause };
  }[];
  if (taken.length === 0) return null;
  const { after, actions } = transition(machine, before, event);
  const decision: Decision = {
    snapshot: stored(after),
    from: snapshot ? before.value : null,
    to: after.value,
    clauses: [...new Set(taken.flatMap(({ meta }) => (meta?.clause ? [meta.clause] : [])))],
    rows: [],
    tells: [],
    effects: [],
  };
  for (const { type, params } of actions) {
    if (type === "row") decision.rows.push(params as Row);
    else if (type === "tell") decision.tells.push(params as Tell);
    else if (type === "effect") decision.effects.push(params as EffectRequest);
    else throw new Error(`The ${definition.kind} machine has an unknown action ${type}.`);
  }
  return decision;
}
