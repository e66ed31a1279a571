import { at, dayOf } from "#machines/calendar.ts";
import type { AnyDefinition } from "#machines/engine/definition.ts";
import type { MachineKind } from "#machines/engine/outgoing.ts";
import { isOwedIn } from "#machines/invoice/owed.ts";
import { deviceMovesAt } from "./device-moves.ts";
import { deviceFaults } from "./invariants/devices.ts";
import { endFaults } from "./invariants/ends.ts";
import { moneyFaults } from "./invariants/money.ts";
import { serviceFaults } from "./invariants/service.ts";
import { timerFaults } from "./invariants/timers.ts";
import { stepFaults } from "./invariants/steps.ts";
import { placeAt, send, type Place } from "./place.ts";
import { rootsOf } from "./roots.ts";
import type { Scope } from "./scope.ts";
import { machineKey, placeKey } from "./state-key.ts";

/** A contract, an option that lends a device, its loan and what is owed. */
export const deviceScope: Scope = {
  movesAt: deviceMovesAt,
  keyOf: (place) => {
    const { contracts, options, loans, invoices } = place.facts;
    const owed = invoices.filter(({ state }) => isOwedIn(state));
    const machines = [...contracts, ...options, ...loans, ...owed];
    const keys = machines.map(({ snapshot, timers }) => machineKey(snapshot, timers));
    return placeKey(place, keys);
  },
  passing: new Set(["remindRenewal", "remind", "earn", "remindReturn", "remindInstallation"]),
  stateFaults: (facts, definition) => {
    const found = [...serviceFaults(facts), ...endFaults(facts), ...deviceFaults(facts)];
    // What a term was charged for that began between a loss and its confirmation is given back by hand.
    const isLost = facts.options.some(({ context }) => context.ended?.cause === "lost");
    return [
      ...[...found, ...timerFaults(facts, definition)],
      ...(isLost ? [] : moneyFaults(facts)),
    ];
  },
  stepFaults,
};

/** Points of a loan's life, each with the moves that lead there from the one before. */
const points: [name: string, moves: string[]][] = [
  ["a device is waited for", []],
  ["a device is on its way", ["device: allocate", "device: ship"]],
  ["a device was delivered", ["device: confirmDelivery"]],
  ["a device is in service", ["device: confirmInstallation"]],
  ["a device is to be moved", ["device: requestRelocation", "device: approveRelocation"]],
];

/** The places of a loan's life at those points, and of its return: before the last day, and after it. */
export function deviceRootsOf(
  lookUp: (kind: MachineKind) => AnyDefinition,
  others: (kind: MachineKind) => AnyDefinition = lookUp,
): { name: string; place: Place }[] {
  const start = rootsOf(lookUp, others).find(({ name }) => name === "both options");
  if (!start) throw new Error("There is no contract with both options.");
  const world = start.place.world.fork();
  let { now } = start.place;
  const roots: { name: string; place: Place }[] = [];
  const mark = (name: string) => roots.push({ name, place: placeAt(world.fork(), now) });
  const follow = (name: string) => {
    const found = deviceMovesAt(placeAt(world, now)).find((one) => one.name === name);
    for (const wish of found?.wishes ?? []) send(world, now, wish);
  };
  for (const [name, moves] of points) {
    for (const one of moves) follow(one);
    mark(name);
  }
  const goTo = (day: string) => {
    now = at(dayOf(day), 12);
    world.advance(now);
  };
  // Notice on 2027-12-10 ends the option on 2028-02-10: the device goes back by 2028-03-10.
  follow("added option: cancel");
  follow("cancel 1");
  goTo("2028-02-20");
  mark("a device goes back");
  goTo("2028-03-12");
  mark("a return is overdue");
  return roots;
}
