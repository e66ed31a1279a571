import { describe, expect, test } from "vitest";
import { declaredEdges, edgesOfCases } from "#test/helpers/chart.ts";
import { given, on, type Stamped } from "#test/helpers/given.ts";
import { incidentContactDefinition } from "./definition.ts";

const contractId = "0199aaaa-0000-7000-8000-0000000000c1";

const name = on("2026-03-02", { type: "name", contractId, isBound: true });
const remove = on("2026-04-02", { type: "remove" });

const cases: [string, Stamped[], Stamped, string, string, string[]][] = [
  ["is named", [], name, "named", "A28.4", ["incident-contact-named"]],
  ["is named no longer", [name], remove, "removed", "A28.4", ["incident-contact-removed"]],
];

describe("a person entitled to incident information", () => {
  test.each(cases)("%s", (_, past, event, to, clause, effects) => {
    const { told } = given(incidentContactDefinition, ...past).whenTaken(event);
    expect(told).toEqual({ to, clauses: [clause], effects, tells: [] });
  });

  test("has a case for every edge of its chart", () => {
    const { taken, together } = edgesOfCases(incidentContactDefinition, cases);
    expect(together).toEqual([]);
    expect(taken).toEqual(declaredEdges(incidentContactDefinition.machine));
  });

  test.each<[string, Stamped[], Stamped]>([
    ["is not removed before", [], remove],
    ["is not removed twice", [name, remove], remove],
  ])("%s", (_, past, event) => {
    expect(given(incidentContactDefinition, ...past).when(event)).toBeNull();
  });

  test("is named only with the word that it is bound to secrecy", () => {
    const event = { type: "name", contractId, isBound: false };
    expect(incidentContactDefinition.events.safeParse(event).success).toBe(false);
  });
});
