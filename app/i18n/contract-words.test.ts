import { describe, expect, test } from "vitest";
import type { AnyStateNode } from "xstate";
import { outlineOf } from "#app/ui/statechart/outline.ts";
import { comingKinds } from "#app/usecases/contracts/deadlines.ts";
import { definitions } from "#machines/registry.ts";
import { locales, messagesFor } from "./messages.ts";

const machines = Object.entries(definitions) as [
  keyof typeof definitions,
  (typeof definitions)["contract"],
][];
const cases = locales.flatMap((locale) =>
  machines.map(([kind, definition]) => ({ locale, kind, definition })),
);

/** The path of every state inside a machine. */
function paths(node: AnyStateNode): string[] {
  return Object.values(node.states).flatMap((state) => [state.path.join("."), ...paths(state)]);
}

const facts = {
  ...{ subject: "[subject]", to: "", startDay: "[start]", endDay: "[end]", dueDay: "[due]" },
  ...{ period: "[period]", amount: "[amount]", reason: "[reason]", cause: "[cause]" },
  audience: "customer" as const,
};

describe.each(cases)("the $kind in $locale", ({ locale, kind, definition }) => {
  const { charts, history } = messagesFor(locale).contract;
  const { machine, senders } = definition;

  test("has a name for every state and event of its chart, and for nothing else", () => {
    const { states, events } = charts[kind];
    expect(Object.keys(states).toSorted()).toEqual(paths(machine.root).toSorted());
    const taken = Object.keys(senders);
    const named = Object.keys(events).filter((name) => name !== "done");
    expect(named.toSorted()).toEqual(taken.toSorted());
    expect(new Set(machine.events.filter((type) => !type.startsWith("xstate.")))).toEqual(
      new Set(taken),
    );
  });

  test("shows no name of the program in its picture", () => {
    const labels = charts[kind];
    const { children, edges, states } = outlineOf(machine, labels);
    const words = new Set([...Object.values(labels.states), ...Object.values(labels.events), ""]);
    const drawn = [
      ...children.map(({ label }) => label),
      ...edges.flatMap(({ lines }) => lines),
      ...states.flatMap(({ transitions }) => transitions.map(({ event }) => event)),
    ];
    expect(drawn.filter((text) => !words.has(text))).toEqual([]);
  });

  test("has a sentence for every event, each its own", () => {
    const sentences = Object.entries(history[kind]).map(([type, words]) => [type, words(facts)]);
    expect(sentences.map(([type]) => type).toSorted()).toEqual(Object.keys(senders).toSorted());
    expect(new Set(sentences.map(([, text]) => text)).size).toBe(sentences.length);
    for (const [, text] of sentences) expect(text).not.toContain("undefined");
  });

  test("has a badge for every outermost state in which it can be found", () => {
    const badges: Record<string, string> = messagesFor(locale).status[kind];
    const found = Object.keys(machine.root.states).filter((state) => state !== "unopened");
    expect(found.filter((state) => !badges[state])).toEqual([]);
  });
});

test.each(locales)("every kind of deadline has words in %s", (locale) => {
  const { coming } = messagesFor(locale).contract.picture;
  expect(Object.keys(coming)).toEqual([...comingKinds]);
});
