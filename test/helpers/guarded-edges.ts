import type { AnyStateMachine } from "xstate";
import { isBorn, placeOf, storedOf, type Place } from "#test/released/walk.ts";
import { declaredEdges, edgesTaken } from "./chart.ts";
import type { Stamped } from "./given.ts";

type Step = { place: Place; past: Stamped[] };
type Edge = { source: { id: string }; eventType: string; guard?: unknown };
type Found = { taken?: string; passedOver?: string };

/** Members that tell an event from others of its type; of ids the end does. */
const telling = ["item", "wish", "startDay", "cause", "dueDay", "amount", "total", "kind"];
const ids = ["invoiceId", "paymentId", "optionId", "noticeId", "ref"];

function wordsOf({ type, at: _, day, machineId: __, number: ___, ...members }: Stamped): string {
  const said = Object.entries(members).flatMap(([name, value]) => {
    if (Array.isArray(value)) return value.length > 0 ? [`${value.length} ${name}`] : [];
    if (ids.includes(name)) return [`${name} …${String(value).slice(-4)}`];
    const text = (value as { kind?: string } | null)?.kind ?? String(value);
    return telling.includes(name) ? [`${name} ${text}`] : [];
  });
  return `${type}${said.length > 0 ? ` (${said.join(", ")})` : ""} ${day}`;
}

const pathOf = (events: readonly Stamped[]) => events.map((event) => wordsOf(event)).join(" > ");

/** Every place of a walk with the events that lead there, those with the fewest first. */
function* placesInOrder(places: readonly Place[]): Generator<Step> {
  const byName = new Map(places.map((place) => [placeOf(place.state), place]));
  const [first] = places;
  const waiting: Step[] = first ? [{ place: first, past: [] }] : [];
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    byName.delete(placeOf(step.place.state));
    yield step;
    for (const { event, state } of Object.values(step.place.transitions)) {
      const place = byName.get(placeOf(state));
      if (!place) continue;
      byName.delete(placeOf(state));
      waiting.push({ place, past: [...step.past, event] });
    }
  }
}

/** The guarded edges that start in the states of a place, by name. */
function guardedFrom({ state }: Place): { name: string; type: string }[] {
  const nodes = (
    state as unknown as { _nodes: { transitions: Map<string, Edge[]>; always?: Edge[] }[] }
  )._nodes;
  return nodes
    .flatMap((node) => [...[...node.transitions.values()].flat(), ...(node.always ?? [])])
    .filter(({ guard }) => guard)
    .map(({ source, eventType, guard }) => {
      const type = eventType || "always";
      return { name: `${source.id} ${type} [${String(guard)}]`, type };
    });
}

/**
 * A table of the edges that a guard decides: for each the shortest way on which it is taken, and one
 * on which its state meets the same event and the guard does not let it through.
 *
 * @param places of the walk through the machine, the first of them before its first event
 */
export function guardedEdges(machine: AnyStateMachine, places: readonly Place[]): string {
  const found = new Map<string, Found>();
  const untaken = new Set(declaredEdges(machine).filter((edge) => edge.endsWith("]")));
  const see = (name: string, way: keyof Found, path: string) => {
    const known = found.get(name) ?? {};
    found.set(name, { [way]: path, ...known });
  };
  for (const { place, past } of placesInOrder(places)) {
    const guarded = guardedFrom(place);
    for (const { name, type } of guarded) {
      // Where a state rests although it could leave by itself, the guard has held it.
      if (type === "always") see(name, "passedOver", pathOf(past));
    }
    const before = isBorn(place.state) ? storedOf(place.state) : null;
    const branches = new Set<string>();
    for (const { event } of Object.values(place.transitions)) {
      const own = machine.getTransitionData(place.state, event)[0] as Edge | undefined;
      const branch = `${event.type} ${own ? `${own.source.id} ${String(own.guard)}` : ""}`;
      if (branches.has(branch)) continue;
      branches.add(branch);
      const path = pathOf([...past, event]);
      // Trying an event is slow; once all have been seen to be taken, its first edge tells enough.
      const ownName = own ? `${own.source.id} ${own.eventType} [${String(own.guard)}]` : "";
      const names = own && untaken.size > 0 ? edgesTaken(machine, before, event).flat() : [ownName];
      for (const name of names.filter(
        (each) => each.endsWith("]") && !each.endsWith("[undefined]"),
      )) {
        see(name, "taken", path);
        untaken.delete(name);
      }
      for (const { name, type } of guarded) {
        if (type === event.type && !names.includes(name)) see(name, "passedOver", path);
      }
    }
  }
  return [...found]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { taken, passedOver }]) => {
      return `${name}\n  taken:     ${taken ?? "never"}\n  not taken: ${passedOver ?? "never"}\n`;
    })
    .join("\n");
}
