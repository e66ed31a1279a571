import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from "xstate";

/**
 * Words for a machine's picture. States are looked up by path (`active.service.running`), then by
 * their own key (`running`); events by type, with `done` and `after` for XState's own. What has no
 * word is shown by its name.
 */
export type StatechartLabels = {
  name: string;
  states: Record<string, string>;
  events: Record<string, string>;
};

/** `initial` is the dot that a machine or region starts from, `entry` the ring entered from any state of a parent. */
export type NodeKind =
  | "atomic"
  | "compound"
  | "parallel"
  | "final"
  | "history"
  | "initial"
  | "entry";

/** A state with the states inside it; `key` is its path joined by dots. */
export type OutlineNode = { key: string; label: string; kind: NodeKind; children: OutlineNode[] };

/** All transitions from one node to another, one line of label each. */
export type OutlineEdge = { source: string; target: string; lines: string[] };

/** A transition in words; `target` is null where the state stays the same. */
export type TransitionText = { event: string; target: string | null; clauses: string[] };

/** A state in words with its ways on. */
export type StateText = { key: string; label: string; transitions: TransitionText[] };

export type Outline = { children: OutlineNode[]; edges: OutlineEdge[]; states: StateText[] };

/** What a machine's picture has to show, before it is laid out. */
export function outlineOf(machine: AnyStateMachine, labels: StatechartLabels): Outline {
  const edges = new Map<string, OutlineEdge>();
  const states: StateText[] = [];
  const draw = (source: string, target: string, line: string) => {
    const id = `${source}>${target}`;
    const edge = edges.get(id) ?? { source, target, lines: [] };
    if (line && !edge.lines.includes(line)) edge.lines.push(line);
    edges.set(id, edge);
  };

  const nodeOf = (state: AnyStateNode): OutlineNode => ({
    key: keyOf(state),
    label: stateLabel(state, labels),
    kind: state.type,
    children: childrenOf(state),
  });

  const childrenOf = (parent: AnyStateNode): OutlineNode[] => {
    const children = Object.values(parent.states).map(nodeOf);
    const initial = parent.type === "compound" ? parent.initial.target?.[0] : undefined;
    if (initial && children.length > 1) {
      const dot = `${keyOf(parent)}:initial`;
      children.unshift({ key: dot, label: "", kind: "initial", children: [] });
      draw(dot, keyOf(initial), "");
    }
    for (const ring of enteredFromAbove(parent)) {
      children.unshift({ key: ring.key, label: "", kind: "entry", children: [] });
      for (const transition of ring.transitions) {
        draw(ring.key, ring.target, eventLabel(transition.eventType, labels));
      }
    }
    return children;
  };

  const visit = (state: AnyStateNode) => {
    const transitions = transitionsOf(state);
    for (const transition of transitions) {
      for (const target of transition.target ?? []) {
        if (target !== state && !within(target, state) && !within(state, target)) {
          draw(keyOf(state), keyOf(target), eventLabel(transition.eventType, labels));
        }
      }
    }
    if (state.parent || transitions.length > 0) {
      states.push({
        key: keyOf(state),
        label: state.parent ? pathLabel(state, labels) : labels.name,
        transitions: transitions.map((transition) => textOf(transition, labels)),
      });
    }
    Object.values(state.states).forEach(visit);
  };

  const children = childrenOf(machine.root);
  visit(machine.root);
  return { children, edges: [...edges.values()], states };
}

/** Path of a state joined by dots; the empty string for the machine itself. */
function keyOf(state: AnyStateNode): string {
  return state.path.join(".");
}

function within(inner: AnyStateNode, outer: AnyStateNode): boolean {
  for (let at = inner.parent; at; at = at.parent) if (at === outer) return true;
  return false;
}

function transitionsOf(state: AnyStateNode): AnyTransitionDefinition[] {
  return [...[...state.transitions.values()].flat(), ...(state.always ?? [])];
}

/** Transitions that some state around `parent` (or `parent` itself) makes to a child of `parent`. */
function enteredFromAbove(parent: AnyStateNode) {
  const rings = new Map<
    AnyStateNode,
    { key: string; target: string; transitions: AnyTransitionDefinition[] }
  >();
  for (let at: AnyStateNode | undefined = parent; at; at = at.parent) {
    for (const transition of transitionsOf(at)) {
      for (const target of transition.target ?? []) {
        if (target.parent !== parent) continue;
        const key = `${keyOf(target)}:entry`;
        const ring = rings.get(target) ?? { key, target: keyOf(target), transitions: [] };
        ring.transitions.push(transition);
        rings.set(target, ring);
      }
    }
  }
  return rings.values();
}

function stateLabel(state: AnyStateNode, labels: StatechartLabels): string {
  return labels.states[keyOf(state)] ?? labels.states[state.key] ?? state.key;
}

function pathLabel(state: AnyStateNode, labels: StatechartLabels): string {
  const words: string[] = [];
  for (let at: AnyStateNode = state; at.parent; at = at.parent)
    words.unshift(stateLabel(at, labels));
  return words.join(" › ");
}

function eventLabel(type: string, labels: StatechartLabels): string {
  if (type.startsWith("xstate.done.")) return labels.events.done ?? "";
  if (type.startsWith("xstate.after.")) return labels.events.after ?? "";
  return labels.events[type] ?? type;
}

function textOf(transition: AnyTransitionDefinition, labels: StatechartLabels): TransitionText {
  const targets = (transition.target ?? []).filter((target) => target !== transition.source);
  return {
    event: eventLabel(transition.eventType, labels),
    target: targets.map((target) => pathLabel(target, labels)).join(", ") || null,
    clauses: clausesOf(transition.meta),
  };
}

function clausesOf(meta: unknown): string[] {
  const clause: unknown = meta && typeof meta === "object" && "clause" in meta ? meta.clause : null;
  if (typeof clause === "string") return [clause];
  return Array.isArray(clause) ? clause.filter((one) => typeof one === "string") : [];
}
