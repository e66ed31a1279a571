import { describe, expect, test } from "vitest";
import type { StateNode } from "xstate";
import { mails } from "#emails/registry.ts";
import { fieldsOf } from "#machines/engine/event-form.ts";
import { definitions } from "#machines/registry.ts";
import { rejectionReasons } from "#machines/terms/a05-rejection.ts";
import { locales, messagesFor } from "./messages.ts";

const people = ["owner", "billing", "technical", "operations", "finance"];
const kinds = [definitions.contract, definitions.option, definitions.invoice];

/** Every event that can be tried, with the fields of its form. */
const tried = kinds.flatMap(({ events, senders }) =>
  Object.entries(senders)
    .filter(([, from]) => from.some((sender) => people.includes(sender)))
    .map(([type]) => ({ type, fields: fieldsOf(events, type) ?? [] })),
);

/** The guards of those events, wherever in a chart they stand. */
function guardsIn(node: StateNode): string[] {
  const own = [...node.transitions.values()].flat().flatMap(({ eventType, guard }) => {
    const name = typeof guard === "string" ? guard : (guard as { type?: string } | undefined)?.type;
    return tried.some(({ type }) => type === eventType) && name ? [name] : [];
  });
  return [...own, ...Object.values(node.states).flatMap((inner) => guardsIn(inner as StateNode))];
}

describe.each(locales)("what if in %s", (locale) => {
  const words = messagesFor(locale).whatIf;

  test("names every field of every command that can be tried, and each answer of a choice", () => {
    const fields = tried.flatMap((one) => one.fields);
    expect(fields.map(({ name }) => name).filter((name) => !words.fields[name])).toEqual([]);
    const answers = fields
      .flatMap(({ name, choices }) => choices.map((choice) => ({ name, choice })))
      .filter(({ choice }) => !rejectionReasons.some((reason) => reason === choice))
      .filter(({ name, choice }) => !words.choices[name]?.[choice]);
    expect(answers).toEqual([]);
  });

  test("says of every condition what would have to hold", () => {
    const guards = new Set(kinds.flatMap(({ machine }) => guardsIn(machine.root as StateNode)));
    expect(guards.size).toBeGreaterThan(20);
    expect([...guards].filter((guard) => !words.guards[guard])).toEqual([]);
  });

  test("names every mail about a contract, an option or an invoice", () => {
    const others =
      /^(verify|account|password|new-sign-in|maintenance|restriction|breach|consent|assign)/;
    const unnamed = Object.keys(mails).filter((name) => !others.test(name) && !words.mails[name]);
    expect(unnamed).toEqual([]);
  });
});
