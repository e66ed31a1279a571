import type { AnyMachineSnapshot } from "xstate";
import { edgesTaken } from "#test/helpers/chart.ts";
import type { Stamped } from "#test/helpers/given.ts";
import type { AnyDefinition } from "#machines/engine/definition.ts";
import { isBorn, placeOf, storedOf, walk, type Place } from "./walk.ts";

/** A place of the walk with a shortest way to it. */
interface Reached extends Place {
  way: Stamped[];
}

/** Every place of a walk with a shortest way to it, the nearest first. */
function waysThrough(definition: AnyDefinition): Reached[] {
  const places = new Map(walk(definition).map((place) => [placeOf(place.state), place]));
  const [start] = places.values();
  if (!start) return [];
  const reached = new Map<string, Reached>([[placeOf(start.state), { ...start, way: [] }]]);
  // A map hands out what is added to it while it is gone through.
  for (const { transitions, way } of reached.values()) {
    for (const { event, state } of Object.values(transitions)) {
      const place = places.get(placeOf(state));
      const key = place && placeOf(place.state);
      if (key && !reached.has(key)) reached.set(key, { ...place, way: [...way, event] });
    }
  }
  return [...reached.values()];
}

const handles = ({ machine, _nodes: nodes }: AnyMachineSnapshot, type: string) =>
  [machine.root, ...nodes].some((node) => node.ownEvents.includes(type));

/**
 * Histories that between them come through every edge of a chart, and for every state that takes an
 * event under a condition one in which the condition does not hold.
 */
export function toursOf(definition: AnyDefinition): Stamped[][] {
  const seen = new Set<string>();
  const isNew = (names: readonly string[]) => {
    const fresh = names.filter((name) => !seen.has(name));
    for (const name of fresh) seen.add(name);
    return fresh.length > 0;
  };
  return waysThrough(definition).flatMap(({ state, transitions, way }) => {
    const branches = new Set<unknown>();
    const before = isBorn(state) ? storedOf(state) : null;
    return Object.values(transitions).flatMap(({ event }) => {
      const { type } = event;
      const [edge] = definition.machine.getTransitionData(state, event);
      const branch = edge ?? `${type} refused`;
      if (branches.has(branch) || (!edge && !handles(state, type))) return [];
      branches.add(branch);
      const names = edge
        ? edgesTaken(definition.machine, before, event).flat()
        : [`${JSON.stringify(state.value)} ${type} refused`];
      return isNew(names) ? [[...way, event]] : [];
    });
  });
}
