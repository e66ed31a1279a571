import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { declaredEdges, edgesOfCases } from "#test/helpers/chart.ts";
import { given, on, stamped, type Stamped } from "#test/helpers/given.ts";
import { maintenanceDefinition } from "./definition.ts";

const menus = [{ code: "NDR-BASE", nameJa: "基本", nameEn: "Basic" }];
const other = [{ code: "NDR-LOG", nameJa: "保管", nameEn: "Storage" }];
const words = { titleJa: "点検", titleEn: "Check", textJa: "本文", textEn: "Text" };
const window = (startsAt: string, endsAt: string) => ({ startsAt, endsAt, menus, ...words });
const january = window("2026-01-17T14:00:00Z", "2026-01-17T20:00:00Z");
const later = window("2026-01-24T14:00:00Z", "2026-01-24T20:00:00Z");

const plan = on("2026-01-05", { type: "plan", ...january });
const change = on("2026-01-06", { type: "change", ...later });
const callOff = on("2026-01-07", { type: "callOff", reasonJa: "延期", reasonEn: "Postponed" });
const begin = stamped("2026-01-17T14:00:00.000Z", { type: "begin" });
const finish = stamped("2026-01-17T20:00:00.000Z", { type: "finish" });
const underWay = [plan, begin];
const longer = { ...january, endsAt: "2026-01-17T22:00:00Z" };
const extend = stamped("2026-01-17T19:00:00.000Z", { type: "change", ...longer });

const cases: [string, Stamped[], Stamped, string, string[]][] = [
  ["is planned", [], plan, "planned", ["notifyCustomers"]],
  ["is moved", [plan], change, "planned", ["notifyCustomers"]],
  ["is called off", [plan], callOff, "cancelled", ["notifyCustomers"]],
  ["begins", [plan], begin, "underWay", []],
  ["is made longer while it is under way", underWay, extend, "underWay", ["notifyCustomers"]],
  ["is over", underWay, finish, "over", []],
];

describe("a maintenance window", () => {
  test.each(cases)("%s", (_, past, event, to, kinds) => {
    const taken = given(maintenanceDefinition, ...past).whenTaken(event);
    expect(taken.told).toMatchObject({ to, clauses: ["A22.5(4)"], tells: [] });
    expect(taken.effects.map(({ kind }) => kind)).toEqual(kinds);
  });

  test("has a case for every edge of its chart", () => {
    const { taken, together } = edgesOfCases(maintenanceDefinition, cases);
    expect(together).toEqual([]);
    expect(taken).toEqual(declaredEdges(maintenanceDefinition.machine));
  });

  test.each<[string, Stamped[], Stamped]>([
    ["is not planned for a time that is past", [], on("2026-01-18", { type: "plan", ...january })],
    [
      "is not planned to end before it begins",
      [],
      on("2026-01-05", { type: "plan", ...window(january.endsAt, january.startsAt) }),
    ],
    [
      "is not planned to last no time",
      [],
      on("2026-01-05", { type: "plan", ...window(january.endsAt, january.endsAt) }),
    ],
    ["is not moved into the past", [plan], on("2026-01-25", { type: "change", ...later })],
    [
      "keeps its start once it has begun",
      underWay,
      stamped("2026-01-17T15:00:00.000Z", { type: "change", ...later }),
    ],
    [
      "does not end before now",
      underWay,
      stamped("2026-01-17T19:00:00.000Z", {
        type: "change",
        ...window(january.startsAt, "2026-01-17T18:00:00Z"),
      }),
    ],
    [
      "is not called off once it has begun",
      underWay,
      stamped("2026-01-17T15:00:00.000Z", { type: "callOff", reasonJa: "x", reasonEn: "x" }),
    ],
    ["is not called off twice", [plan, callOff], callOff],
    ["is not changed once it was called off", [plan, callOff], change],
    ["is not changed once it is over", [...underWay, finish], extend],
  ])("%s", (_, past, event) => {
    expect(given(maintenanceDefinition, ...past).when(event)).toBeNull();
  });

  test("waits for its first and then for its last moment, also after it was moved", () => {
    const due = (...past: Stamped[]) =>
      given(maintenanceDefinition, ...past)
        .deadlines()
        .map(({ id, dueAt }) => [id, dueAt]);
    expect(due(plan)).toEqual([["begin", "2026-01-17T14:00:00.000Z"]]);
    expect(due(plan, change)).toEqual([["begin", "2026-01-24T14:00:00.000Z"]]);
    expect(due(...underWay)).toEqual([["finish", "2026-01-17T20:00:00.000Z"]]);
    expect(due(...underWay, extend)).toEqual([["finish", "2026-01-17T22:00:00.000Z"]]);
    expect(due(plan, callOff)).toEqual([]);
  });

  test("tells of a change whom it touches now and whom it touched before", () => {
    const moved = on("2026-01-06", { type: "change", ...later, menus: other });
    const { effects } = given(maintenanceDefinition, plan).whenTaken(moved);
    expect(effects[0]?.params).toMatchObject({
      template: "maintenance-changed",
      scopes: [
        { kind: "menus", menus: other },
        { kind: "menus", menus },
      ],
      facts: {
        startsAt: "2026-01-24T14:00:00.000Z",
        before: { startsAt: "2026-01-17T14:00:00.000Z", endsAt: "2026-01-17T20:00:00.000Z" },
      },
    });
  });

  test("counts its revisions, the calling off too, and keeps when it was planned", () => {
    const { context } = given(maintenanceDefinition, plan, change, callOff).snapshot;
    expect(context).toMatchObject({
      ...{ revision: 2, plannedAt: plan.at, revisedAt: callOff.at },
      ...{ startsAt: "2026-01-24T14:00:00.000Z", reasonEn: "Postponed" },
    });
  });

  test("every revision has a higher number and a later stamp, whatever is changed", () => {
    const days = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(days, (shifts) => {
        const past: Stamped[] = [plan];
        let [revision, revisedAt] = [0, plan.at];
        shifts.forEach((days, n) => {
          const startsAt = new Date(Date.parse("2026-03-01T00:00:00Z") + days * 86_400_000);
          const endsAt = new Date(startsAt.getTime() + 60_000);
          const at = new Date(Date.parse(plan.at) + (n + 1) * 60_000).toISOString();
          const asked = window(startsAt.toISOString(), endsAt.toISOString());
          past.push(stamped(at, { type: "change", ...asked }));
          const { context } = given(maintenanceDefinition, ...past).snapshot;
          expect(context.revision).toBe(revision + 1);
          expect(context.revisedAt > revisedAt).toBe(true);
          expect(context.startsAt < context.endsAt).toBe(true);
          [revision, revisedAt] = [context.revision, context.revisedAt];
        });
      }),
    );
  });
});
