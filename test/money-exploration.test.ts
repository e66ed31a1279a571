import { describe, expect, test } from "vitest";
import type { AnyDefinition } from "#machines/engine/definition.ts";
import type { MachineKind } from "#machines/engine/outgoing.ts";
import { definitions } from "#machines/registry.ts";
import { explore } from "./exploration/explore.ts";
import { moneyScope } from "./exploration/money-scope.ts";
import { rootsOf, type Root } from "./exploration/roots.ts";
import { asTheyAre, withDeadlines, withGuard } from "./exploration/sabotage.ts";

const walks: [from: Root, depth: number, states: number][] = [
  ["first day, unpaid", 4, 3000],
  ["overdue", 4, 2500],
  ["second term, unpaid", 3, 500],
];

describe("the money of a contract: invoices, payments, dunning, bank, refunds and disputes", () => {
  test.each(walks)(
    "keeps its invariants from: %s, %i steps",
    (from, depth, least) => {
      const began = performance.now();
      const roots = rootsOf(asTheyAre).filter(({ name }) => name === from);
      const found = explore(roots, asTheyAre, { depth }, moneyScope);
      const { states, steps, refusals, byDepth, faults } = found;
      const seconds = Math.round((performance.now() - began) / 1000);
      console.log(
        `${states} states (${byDepth.join(" + ")}), ${steps} steps, ${refusals} refusals, ${seconds} s`,
      );
      expect([...faults]).toEqual([]);
      // Fewer would mean that moves are no longer taken.
      expect(states).toBeGreaterThan(least);
    },
    600_000,
  );
});

const remindAnyway: AnyDefinition["deadlines"] = (snapshot) => {
  const context = { ...(snapshot.context as object), dispute: null };
  return definitions.invoice.deadlines({ ...snapshot, context } as never);
};

const mistakes: [
  name: string,
  Root,
  number,
  (kind: MachineKind) => AnyDefinition,
  words: string,
][] = [
  [
    "what is owed again after its due day is owed as if before",
    ...(["overdue", 3] as const),
    withGuard("invoice", "isLate", false),
    "its own timer overdue was refused",
  ],
  [
    "what is disputed is reminded of",
    ...(["overdue", 1] as const),
    withDeadlines("invoice", remindAnyway),
    "and will be reminded of",
  ],
  [
    "what is refunded is not owed again",
    ...(["first day, unpaid", 3] as const),
    withGuard("invoice", "staysPaid", true),
    "is paid with",
  ],
  [
    "a transfer comes back into the card's balance",
    ...(["overdue", 4] as const),
    withGuard("refund", "wentByCard", true),
    "stripeClearing holds",
  ],
  [
    "part of an invoice settles all of it",
    ...(["overdue", 1] as const),
    withGuard("invoice", "settlesByTransfer", true),
    "yen",
  ],
];

describe("an exploration of money with a mistake", () => {
  test.each(mistakes)(
    "finds that %s",
    (_, from, depth, definition, words) => {
      const roots = rootsOf(asTheyAre, definition).filter(({ name }) => name === from);
      const { faults } = explore(roots, definition, { depth, sought: words }, moneyScope);
      expect([...faults.keys()].join("\n")).toContain(words);
    },
    120_000,
  );
});
