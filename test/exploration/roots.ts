import { at, dayOf } from "#machines/calendar.ts";
import type { AnyDefinition } from "#machines/engine/definition.ts";
import type { MachineEvent, MachineKind } from "#machines/engine/outgoing.ts";
import { createWorld, resumeWorld, type World } from "#machines/engine/world.ts";
import { submit } from "#test/helpers/sample-events.ts";
import { movesAt } from "./moves.ts";
import { placeAt, send, type Place } from "./place.ts";
import {
  added,
  addedOption,
  contract,
  customerId,
  newCustomer,
  orderedOption,
  startDay,
} from "./subject.ts";

/** Points of a life from which the exploration goes out. */
const points = [
  "before the order",
  "order submitted",
  "order accepted",
  "start fixed",
  "first day, unpaid",
  "overdue",
  "both options",
  "under a demand",
  "last second of the notice day",
  "renewal fixed",
  "last second of the term",
  "last second of the term, an option asked for",
  "second term, unpaid",
] as const;

export type Root = (typeof points)[number];

type Lookup = (kind: MachineKind) => AnyDefinition;

/** The places of a life at those points; it goes on from them under other definitions, if given. */
export function rootsOf(
  definition: Lookup,
  others: Lookup = definition,
): { name: Root; place: Place }[] {
  return pastOf(definition).map(({ name, place: { world, now } }) => {
    const past = world.of(customerId);
    const timers = [...past.timers.values()].flat();
    const { customer } = past;
    const machines = [...past.machines.values()];
    const resumed = resumeWorld(others, [{ customer, machines, timers, past }]);
    return { name, place: placeAt(resumed, now) };
  });
}

function pastOf(definition: Lookup): { name: Root; place: Place }[] {
  const world = createWorld(definition, [newCustomer]);
  const roots: { name: Root; place: Place }[] = [];
  let now = at(dayOf("2027-08-02"), 12);
  const mark = (name: Root) => roots.push({ name, place: placeAt(world.fork(), now) });
  const say = (sender: "owner" | "operations", event: MachineEvent) => {
    const outcome = send(world, now, [sender, contract, event]);
    if (!outcome.ok) throw new Error(`${event.type}: ${outcome.refusal.detail}`);
  };
  const goTo = (day: string, hour = 12, seconds = 0) => {
    now = new Date(Date.parse(at(dayOf(day), hour)) + seconds * 1000).toISOString();
    world.advance(now);
  };
  const follow = (own: World, move: string) => {
    const found = movesAt(placeAt(own, now)).find(({ name }) => name === move);
    for (const wish of found?.wishes ?? []) send(own, now, wish);
  };
  const pay = () => follow(world, "pay 0");
  mark("before the order");
  say("owner", { type: "openDraft" });
  say("owner", submit(startDay, [orderedOption]));
  mark("order submitted");
  say("operations", { type: "verifyMaintenance" });
  say("operations", { type: "accept" });
  mark("order accepted");
  say("operations", { type: "setStart", startDay });
  mark("start fixed");
  goTo(startDay);
  mark("first day, unpaid");
  const unpaid = world.fork();
  const overdueOn = "2027-10-03";
  unpaid.advance(at(dayOf(overdueOn), 12));
  roots.push({ name: "overdue", place: placeAt(unpaid, at(dayOf(overdueOn), 12)) });
  goTo("2027-09-20");
  pay();
  goTo("2027-12-10");
  const single = world.fork();
  say("owner", { type: "addOption", option: addedOption });
  const accepted = send(world, now, ["operations", added, { type: "acceptAddition" }]);
  if (!accepted.ok) throw new Error(accepted.refusal.detail);
  pay();
  mark("both options");
  const demanded = world.fork();
  for (const name of ["record A16.1(1)", "case: demand"]) follow(demanded, name);
  roots.push({ name: "under a demand", place: placeAt(demanded, now) });
  goTo("2028-06-30", 23, 3599);
  mark("last second of the notice day");
  goTo("2028-07-20");
  mark("renewal fixed");
  goTo("2028-08-30", 23, 3599);
  mark("last second of the term");
  single.advance(now);
  send(single, now, ["owner", contract, { type: "addOption", option: addedOption }]);
  roots.push({ name: "last second of the term, an option asked for", place: placeAt(single, now) });
  goTo("2028-08-31");
  mark("second term, unpaid");
  return roots;
}
