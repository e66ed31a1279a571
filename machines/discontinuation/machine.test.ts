import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf, monthsAfter } from "../calendar.ts";
import { declaredEdges, edgesOfCases } from "#test/helpers/chart.ts";
import { given, on, stamped, subjectId, type Stamped } from "#test/helpers/given.ts";
import { discontinuationDefinition } from "./definition.ts";

const named = { code: "NDR-BASE", nameJa: "基本", nameEn: "Basic" };
const basic = { ...named, kind: "basic" };
const option = { ...named, code: "NDR-LOG", kind: "subscription" };
const words = { textJa: "終了します", textEn: "It ends" };
const reason = { ja: "供給元の撤退", en: "Its maker withdraws" };

/** Announced on a day for a first day without the menus, with a reason for being late or without. */
const announced = (day: string, firstDayWithout: string, lateReason: typeof reason | null = null) =>
  on(day, { type: "announce", menus: [basic, option], firstDayWithout, lateReason, ...words });
const announce = announced("2026-02-28", "2026-10-01");
const withdraw = on(
  "2026-09-30",
  { type: "withdraw", reasonJa: "継続", reasonEn: "It goes on" },
  23,
);
const catchUp = stamped("2026-02-28T16:00:00.000Z", { type: "catchUp" });
const takeEffect = stamped("2026-09-30T15:00:00.000Z", { type: "takeEffect" });

const cases: [string, Stamped[], Stamped, string, string, string][] = [
  ["is announced", [], announce, "announced", "A20.2", "discontinue"],
  ["reaches who came later", [announce], catchUp, "announced", "A20.2", "discontinue"],
  ["is withdrawn", [announce], withdraw, "withdrawn", "A20.1", "withdrawEnd"],
  ["takes effect", [announce], takeEffect, "effective", "A20.1", ""],
];

describe("a discontinuation", () => {
  test.each(cases)("%s", (_, past, event, to, clause, type) => {
    const { told, effects } = given(discontinuationDefinition, ...past).whenTaken(event);
    expect(told).toMatchObject({ to, clauses: [clause], tells: [] });
    const reached = effects.map(({ params }) => params as { event: { type: string } });
    expect(reached.map((params) => params.event.type)).toEqual(type === "" ? [] : [type, type]);
  });

  test("has a case for every edge of its chart", () => {
    const { taken, together } = edgesOfCases(discontinuationDefinition, cases);
    expect(together).toEqual([]);
    expect(taken).toEqual(declaredEdges(discontinuationDefinition.machine));
  });

  test.each([
    ["2026-03-31", "2026-10-01", true],
    ["2026-04-01", "2026-10-01", false],
    ["2025-08-30", "2026-03-01", true],
    ["2025-08-31", "2026-03-01", true],
    ["2025-09-01", "2026-03-01", false],
    ["2027-08-28", "2028-02-29", true],
    ["2027-08-29", "2028-02-29", false],
    ["2026-06-30", "2027-01-01", true],
    ["2026-07-01", "2027-01-01", false],
  ])("on %s, of what is gone from %s on, is in time: %s", (day, firstDayWithout, isInTime) => {
    const event = announced(day, firstDayWithout);
    expect(given(discontinuationDefinition).when(event) !== null).toBe(isInTime);
    const late = given(discontinuationDefinition).whenTaken(
      announced(day, firstDayWithout, reason),
    );
    expect(late.snapshot.context.lateReason).toEqual(isInTime ? null : reason);
  });

  test("without a reason leaves six whole months before its day, and one day later would not", () => {
    const day = fc.integer({ min: 0, max: 2000 }).map((n) => dayOf("2024-01-01").add({ days: n }));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 400 }), (noticeOn, wait) => {
        const first = noticeOn.add({ days: wait });
        const event = announced(noticeOn.toString(), first.toString());
        const taken = given(discontinuationDefinition).when(event) !== null;
        expect(taken).toBe(monthsAfter(noticeOn, 6).until(first).days > 0);
      }),
      { numRuns: 300 },
    );
  });

  test.each<[string, Stamped[], Stamped]>([
    ["can't begin today", [], announced("2026-02-28", "2026-02-28", reason)],
    ["can't begin in the past", [], announced("2026-02-28", "2026-02-27", reason)],
    ["is not announced twice", [announce], announce],
    ["is not withdrawn twice", [announce, withdraw], withdraw],
    ["is not withdrawn once it is in effect", [announce, takeEffect], withdraw],
  ])("%s", (_, past, event) => {
    expect(given(discontinuationDefinition, ...past).when(event)).toBeNull();
  });

  test("ends contracts and options on the day before its first day", () => {
    const { effects } = given(discontinuationDefinition).whenTaken(announce);
    const event = { type: "discontinue", discontinuationId: subjectId, endDay: "2026-09-30" };
    expect(effects).toMatchObject([
      { kind: "spread", params: { event, scope: { to: "contract", menus: ["NDR-BASE"] } } },
      { kind: "spread", params: { event, scope: { to: "option", menus: ["NDR-LOG"] } } },
    ]);
  });

  test("withdrawn, it names itself as what lapses", () => {
    const { effects, snapshot } = given(discontinuationDefinition, announce).whenTaken(withdraw);
    for (const { params } of effects) {
      expect(params["event"]).toEqual({ type: "withdrawEnd", ref: subjectId });
      expect(params["onlyNew"]).toBeUndefined();
    }
    expect(snapshot.context).toMatchObject({ withdrawnDay: "2026-09-30", reasonEn: "It goes on" });
  });

  test("waits for its day, and until then for each next one", () => {
    const due = (...past: Stamped[]) =>
      given(discontinuationDefinition, ...past)
        .deadlines()
        .map(({ id, dueAt }) => [id, dueAt]);
    const effect = ["effect", "2026-09-30T15:00:00.000Z"];
    expect(due(announce)).toEqual([effect, ["catchUp", "2026-02-28T16:00:00.000Z"]]);
    expect(due(announce, catchUp)).toEqual([effect, ["catchUp", "2026-03-01T16:00:00.000Z"]]);
    const lastDay = stamped("2026-09-29T16:00:00.000Z", { type: "catchUp" });
    expect(due(announce, lastDay)).toEqual([effect]);
    expect(due(announce, withdraw)).toEqual([]);
  });
});
