import { describe, expect, test } from "vitest";
import type { AnyDefinition } from "#machines/engine/definition.ts";
import type { MachineKind } from "#machines/engine/outgoing.ts";
import { dropLoan } from "#machines/contract/loans.ts";
import { askBack, noteDelivery, noteShipment } from "#machines/device/actions.ts";
import { definitions } from "#machines/registry.ts";
import { endLoan } from "#machines/option/loan.ts";
import { explore } from "./exploration/explore.ts";
import { deviceRootsOf, deviceScope } from "./exploration/device-scope.ts";
import { asTheyAre, withAction, withDeadlines } from "./exploration/sabotage.ts";

const depth = 4;
const alone = { from: 2, deadlines: 5 };

describe("a contract, an option that lends a device, its loan and what is owed", () => {
  test(`keeps its invariants ${depth} steps from seven points of a loan's life, and left alone`, () => {
    const began = performance.now();
    const { states, steps, refusals, byDepth, faults } = explore(
      ...([deviceRootsOf(asTheyAre), asTheyAre, { depth, alone }, deviceScope] as const),
    );
    const seconds = Math.round((performance.now() - began) / 1000);
    console.log(
      `${states} states (${byDepth.join(" + ")}), ${steps} steps, ${refusals} refusals, ${seconds} s`,
    );
    expect([...faults]).toEqual([]);
    // Fewer would mean that moves or roots are no longer taken.
    expect(states).toBeGreaterThan(5000);
  }, 600_000);
});

type Lookup = (kind: MachineKind) => AnyDefinition;
const patient: AnyDefinition["deadlines"] = (snapshot) =>
  definitions.device.deadlines(snapshot).filter(({ id }) => id !== "overdue");

const mistakes: [name: string, from: string, steps: number, Lookup, words: string][] = [
  [
    "a device is shipped to nowhere",
    ...(["a device is waited for", 2] as const),
    withAction("device", noteShipment),
    "is shipped and stands nowhere",
  ],
  [
    "nobody notes the delivery",
    ...(["a device is on its way", 1] as const),
    withAction("device", noteDelivery),
    "a device is lent and was never delivered",
  ],
  [
    "a device is not asked back",
    ...(["a device is in service", 3] as const),
    withAction("device", askBack),
    "and has no last day",
  ],
  [
    "nobody waits for the return",
    ...(["a device is in service", 3] as const),
    withDeadlines("device", patient),
    "nobody waits for the last day of a return",
  ],
  [
    "an option ends and keeps its device",
    ...(["a device is in service", 3] as const),
    withAction("option", endLoan),
    "its loan is lent",
  ],
  [
    "a contract forgets no loan",
    ...(["a device goes back", 3] as const),
    withAction("contract", dropLoan),
    "a contract holds 1 open loans, there are 0",
  ],
];

describe("an exploration of machines with a mistake", () => {
  test.each(mistakes)(
    "finds that %s",
    (_, from, steps, definition, words) => {
      const roots = deviceRootsOf(asTheyAre, definition).filter(({ name }) => name === from);
      const limits = { depth: steps, sought: words };
      const { faults } = explore(roots, definition, limits, deviceScope);
      expect([...faults.keys()].join("\n")).toContain(words);
    },
    60_000,
  );
});
