import type { AnyDefinition } from "#machines/engine/definition.ts";
import type { MachineKind } from "#machines/engine/outgoing.ts";
import { isOwedIn } from "#machines/invoice/owed.ts";
import { stateFaults } from "./invariants/all.ts";
import type { Facts } from "./invariants/facts.ts";
import { stepFaults } from "./invariants/steps.ts";
import type { Move } from "./move.ts";
import { movesAt } from "./moves.ts";
import type { Place } from "./place.ts";
import { machineKey, placeKey } from "./state-key.ts";
import type { Passing } from "./time.ts";

/** What an exploration is about. */
export interface Scope {
  /** Everything that anybody may try at a place. */
  movesAt: (place: Place) => Move[];
  /** Places with one key lead to the same. */
  keyOf: (place: Place) => string;
  passing: Passing;
  /** What must hold of a place and does not, in words. */
  stateFaults: (facts: Facts, definition: (kind: MachineKind) => AnyDefinition) => string[];
  /** Where a step led to what it must not lead to, in words. */
  stepFaults: (before: Facts, after: Facts) => string[];
}

/** A contract with its options, its breach case and its invoices, each of which is paid in full or not at all. */
export const contractScope: Scope = {
  movesAt,
  keyOf: (place) => {
    const { contracts, options, cases, invoices } = place.facts;
    const owed = invoices.filter(({ state }) => isOwedIn(state));
    const machines = [...contracts, ...options, ...cases, ...owed];
    const keys = machines.map(({ snapshot, timers }) => machineKey(snapshot, timers));
    return placeKey(place, keys);
  },
  passing: new Set(["remindRenewal", "remind", "earn"]),
  stateFaults,
  stepFaults,
};
