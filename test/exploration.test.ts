import { describe, expect, test } from "vitest";
import * as breach from "#machines/breach-case/actions.ts";
import { beginTerm, invoiceTerm, settleInvoice } from "#machines/contract/actions.ts";
import { base } from "#machines/contract/base.ts";
import { endOptions, recordEnd } from "#machines/contract/exit-actions.ts";
import { recordedEnd } from "#machines/contract/ends.ts";
import type { AnyDefinition } from "#machines/engine/definition.ts";
import type { MachineKind } from "#machines/engine/outgoing.ts";
import { recordContractsEnd, tellEnding } from "#machines/option/actions.ts";
import { definitions } from "#machines/registry.ts";
import { explore } from "./exploration/explore.ts";
import { rootsOf, type Root } from "./exploration/roots.ts";
import { asTheyAre, withAction, withDeadlines, withGuard } from "./exploration/sabotage.ts";

const depth = 3;
const alone = { from: 2, deadlines: 6 };

describe("a contract with two options, invoices, a breach case, restrictions and discontinuations", () => {
  test(`keeps its invariants ${depth} steps from thirteen points of its life, and left alone`, () => {
    const began = performance.now();
    const { states, steps, refusals, byDepth, faults } = explore(rootsOf(asTheyAre), asTheyAre, {
      depth,
      alone,
    });
    const seconds = Math.round((performance.now() - began) / 1000);
    console.log(
      `${states} states (${byDepth.join(" + ")}, and left alone from ${alone.from} steps on for ` +
        `${alone.deadlines} deadlines), ${steps} steps, ${refusals} refusals, ${seconds} s`,
    );
    expect([...faults]).toEqual([]);
    // Fewer would mean that moves or roots are no longer taken.
    expect(states).toBeGreaterThan(25_000);
  }, 600_000);

  test("is the same in every run", () => {
    const once = () => explore(rootsOf(asTheyAre).slice(2, 6), asTheyAre, { depth: 1 });
    expect(once()).toEqual(once());
  });
});

/** The first end that was noted, not the earliest. */
const firstNoted = base.assign(({ context }) => {
  const [end] = context.ends;
  return end ? { ended: recordedEnd(end) } : {};
});

/** The next term, which begins on the last day of the old one. */
const overlapping = base.assign(({ context }) => {
  const { term, start } = context;
  return term ? { term: { ...term, start: term.end } } : { start };
});

const { contract, invoice } = definitions;
const noFixing: AnyDefinition["deadlines"] = (snapshot) =>
  contract.deadlines(snapshot).filter(({ id }) => id !== "fixRenewal");
const lateEnd: AnyDefinition["deadlines"] = (snapshot) =>
  contract.deadlines(snapshot).map((deadline) => {
    const dueAt = new Date(Date.parse(deadline.dueAt) + 86_400_000).toISOString();
    return deadline.id === "end" ? { ...deadline, dueAt } : deadline;
  });
const always: AnyDefinition["deadlines"] = (snapshot) => [
  ...invoice.deadlines(snapshot),
  { id: "again", dueAt: "2099-01-01T00:00:00.000Z", event: { type: "remind" }, clause: "A14.3" },
];

type Lookup = (kind: MachineKind) => AnyDefinition;
const mistakes: [name: string, from: Root, steps: number, Lookup, words: string][] = [
  [
    "a suspension does not stop the service",
    ...(["second term, unpaid", 2] as const),
    withGuard("contract", "isSuspended", false),
    "the service is running, its causes say suspended",
  ],
  [
    "a demand leaves the standing as it is",
    ...(["both options", 2] as const),
    withGuard("contract", "isDemanded", false),
    "the standing is good with 1 open demands",
  ],
  [
    "a suspension for non-payment needs no debt",
    ...(["both options", 1] as const),
    withGuard("contract", "isUnpaid", true),
    "it is suspended for debts that are paid",
  ],
  [
    "a notice leads nowhere",
    ...(["both options", 1] as const),
    withGuard("contract", "hasPendingEnd", false),
    "its way out is none with 1 pending ends",
  ],
  [
    "an end comes twice",
    ...(["both options", 2] as const),
    withGuard("contract", "isNewEnd", true),
    "two pending ends have one id",
  ],
  [
    "an option's notice leads nowhere",
    ...(["both options", 1] as const),
    withGuard("option", "hasPendingEnd", false),
    "its way out is none with 1 pending ends",
  ],
  [
    "a due day moves later",
    ...(["first day, unpaid", 3] as const),
    withGuard("invoice", "isEarlier", true),
    "an invoice is due on",
  ],
  [
    "options outlive their contract",
    ...(["both options", 2] as const),
    withAction("contract", endOptions),
    "an option is active in a ended contract",
  ],
  [
    "what is paid stays a debt",
    ...(["first day, unpaid", 1] as const),
    withAction("contract", settleInvoice),
    "for unpaid, unpaid is",
  ],
  [
    "a term is not charged",
    ...(["last second of the term", 1] as const),
    withAction("contract", invoiceTerm),
    "its term lasts to 2029-08-30 and is charged up to 2028-08-30",
  ],
  [
    "a term begins on the last day of the one before",
    ...(["last second of the term", 1] as const),
    withAction("contract", beginTerm, overlapping),
    "a term begins on 2028-08-30, not on 2028-08-31",
  ],
  [
    "the end that was noted first applies",
    ...(["both options", 3] as const),
    withAction("contract", recordEnd, firstNoted),
    "though another end applied",
  ],
  [
    "nothing is given back",
    ...(["both options", 3] as const),
    withAction("contract", recordEnd, firstNoted),
    "0 yen are given back, not",
  ],
  [
    "an option ends with its contract and says no day",
    ...(["both options", 2] as const),
    withAction("option", recordContractsEnd),
    "an option has ended without a day and a cause",
  ],
  [
    "an option keeps its end to itself",
    ...(["both options", 1] as const),
    withAction("option", tellEnding),
    "for the end of an option that ends on",
  ],
  [
    "a case is closed and its demand stays",
    ...(["under a demand", 1] as const),
    withAction("breachCase", breach.endDemand),
    "it is under the demand of a case that is c",
  ],
  [
    "nobody waits for the renewal",
    ...(["both options", 1] as const),
    withDeadlines("contract", noFixing),
    "and waits for nothing",
  ],
  [
    "an end comes a day late",
    ...(["both options", 2] as const),
    withDeadlines("contract", lateEnd),
    "its earliest end is",
  ],
  [
    "a timer waits that no state wants",
    ...(["first day, unpaid", 1] as const),
    withDeadlines("invoice", always),
    "its state takes no again",
  ],
];

describe("an exploration of machines with a mistake", () => {
  test.each(mistakes)(
    "finds that %s",
    (_, from, steps, definition, words) => {
      const roots = rootsOf(asTheyAre, definition).filter(({ name }) => name === from);
      const { faults } = explore(roots, definition, { depth: steps, sought: words });
      expect([...faults.keys()].join("\n")).toContain(words);
    },
    60_000,
  );
});
