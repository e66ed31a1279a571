import { describe, expect, test } from "vitest";
import { declaredEdges, edgesTaken } from "#test/helpers/chart.ts";
import { guardedEdges } from "#test/helpers/guarded-edges.ts";
import { stamped } from "#test/helpers/given.ts";
import { basicMenu, optionMenu, submit } from "#test/helpers/sample-events.ts";
import { machineFolder } from "#test/released/corpus.ts";
import { isBorn, otherId, start, storedOf, walk } from "#test/released/walk.ts";
import { decide, restore } from "./engine/decide.ts";
import type { MachineKind } from "./engine/outgoing.ts";
import { definitionHash, definitions } from "./registry.ts";
import { articleOf, type Clause } from "./terms/articles.ts";

const definitionOf = (kind: string) => definitions[kind as MachineKind];

describe.each(Object.keys(definitions))("the %s, walked through every state", (kind) => {
  const definition = definitionOf(kind);
  const places = walk(definition);

  test("comes through every edge of its chart, one an event, each with its clause", () => {
    const reached = new Set<string>();
    for (const { state, transitions } of places) {
      const branches = new Set<unknown>();
      for (const { event } of Object.values(transitions)) {
        const [edge, ...others] = definition.machine.getTransitionData(state, event);
        expect(others).toEqual([]);
        if (!edge || branches.has(edge)) continue;
        branches.add(edge);
        expect(articleOf((edge.meta as { clause: Clause }).clause)).toBeDefined();
        const before = isBorn(state) ? storedOf(state) : null;
        for (const name of edgesTaken(definition.machine, before, event).flat()) reached.add(name);
      }
    }
    expect([...reached].toSorted()).toEqual(declaredEdges(definition.machine));
  });

  test("takes each guarded edge on one way and not on another", async () => {
    const table = guardedEdges(definition.machine, places);
    const never = table.split("\n\n").filter((entry) => entry.includes("never"));
    // One guard asks the policy alone, which lets every order be withdrawn for now.
    expect(never.filter((entry) => !entry.includes("[withdrawalAllowed]"))).toEqual([]);
    expect(table).not.toContain("taken:     never");
    const guarded = declaredEdges(definition.machine).filter((edge) => edge.endsWith("]"));
    expect(table.split("\n").filter((line) => line.endsWith("]"))).toEqual(guarded);
    const file = machineFolder(kind).replace("machines/", "");
    await expect(table).toMatchFileSnapshot(`${file}/guarded-edges.txt`);
  });

  test("keeps its context through JSON, and every deadline is one that it takes", () => {
    for (const { state } of places) {
      const snapshot = storedOf(state);
      const restored = restore(definition.machine, snapshot);
      expect(storedOf(restored)).toEqual(snapshot);
      expect(restored.context).toEqual(state.context);
      if (!isBorn(state)) continue;
      for (const { dueAt, event, clause } of definition.deadlines(snapshot as never)) {
        expect(new Date(dueAt).toISOString()).toBe(dueAt);
        expect(articleOf(clause)).toBeDefined();
        expect(definition.events.safeParse(event).success).toBe(true);
        expect(definition.senders[event.type]).toContain("timer");
        expect(decide(definition, snapshot, stamped(dueAt, event))).not.toBeNull();
      }
    }
  });

  test("lists the senders of exactly the events that it takes", () => {
    const taken = declaredEdges(definition.machine)
      .map((edge) => edge.split(" ")[1] ?? "")
      .filter((type) => type !== "always" && !type.startsWith("xstate."));
    expect(Object.keys(definition.senders).toSorted()).toEqual([...new Set(taken)].toSorted());
    expect(Object.keys(definition.draws).every((type) => taken.includes(type))).toBe(true);
  });
});

describe("an event from outside", () => {
  const order = submit(start, [optionMenu(otherId, "device", 1000)]);
  const parses = (kind: MachineKind, event: unknown) =>
    definitions[kind].events.safeParse(event).success;

  test("is taken as it should be", () => {
    expect(parses("contract", order)).toBe(true);
    expect(parses("contract", { type: "cancel", wish: "2026-06-30" })).toBe(true);
  });

  test.each([
    ["an unknown type", { type: "close" }],
    ["no type", { wish: null }],
    ["NUL in a text", { ...order, termsVersion: "a\0b" }],
    ["a lone surrogate", { ...order, basic: { ...basicMenu, nameJa: "\ud83d" } }],
    ["a fraction of a yen", { ...order, basic: { ...basicMenu, annualPrice: 0.5 } }],
    ["a negative price", { ...order, basic: { ...basicMenu, annualPrice: -1 } }],
    ["a price beyond exact numbers", { ...order, basic: { ...basicMenu, annualPrice: 2 ** 60 } }],
    ["a price as text", { ...order, basic: { ...basicMenu, annualPrice: "1000" } }],
    ["an option as basic menu", { ...order, basic: { ...basicMenu, kind: "device" } }],
    ["a day that does not exist", { ...order, wishedStart: "2025-02-29" }],
    ["a day with a time", { ...order, wishedStart: "2025-03-01T00:00:00Z" }],
    ["a day beyond the calendar", { type: "setStart", startDay: "2100-01-01" }],
    ["a day before the calendar", { type: "setStart", startDay: "2019-12-31" }],
    ["an id that is none", { ...order, quoteId: "1" }],
    ["an id in capitals", { ...order, quoteId: otherId.toUpperCase() }],
    ["a text of a megabyte", { ...order, termsVersion: "x".repeat(1_000_000) }],
    ["a reason that is none of the nine", { type: "reject", reason: "dislike" }],
  ])("is refused with %s", (_, event) => {
    expect(parses("contract", event)).toBe(false);
  });

  test("loses what the machine does not know", () => {
    const event = { type: "withdraw", at: "2020-01-01T00:00:00Z", note: "x" };
    expect(definitions.contract.events.parse(event)).toEqual({ type: "withdraw" });
  });
});

test("every kind has a hash of its own, and no other kind has one", () => {
  const hashes = Object.keys(definitions).map((kind) => definitionHash(kind));
  expect(new Set(hashes).size).toBe(Object.keys(definitions).length);
  expect(() => definitionHash("router")).toThrow("no machine of the kind router");
});
