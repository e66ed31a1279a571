import { describe, expect, test } from "vitest";
import { declaredEdges, edgesOfCases } from "#test/helpers/chart.ts";
import { given, on, type Stamped, type Told } from "#test/helpers/given.ts";
import { cardDefinition } from "./definition.ts";

const day = "2025-04-02";
const face = { brand: "visa", last4: "4242", expMonth: 8, expYear: 2025 };
const save = { ...on(day, { type: "save", consentVersion: "1" }), sentBy: "a person" };
const expiresAt = "2025-04-02T04:00:00.000Z";
const opened = on(day, { type: "sessionOpened", sessionId: "cs_1", expiresAt });
const refused = on(day, { type: "sessionRefused", code: "c" });
const expire = on(day, { type: "expire" }, 13);
const abandon = on(day, { type: "abandon" }, 13);
const lookUp = on(day, { type: "lookUp" }, 13);
const saved = on(day, { type: "saved", methodId: "pm_1", face });
const change = (expYear: number) =>
  on("2025-09-03", { type: "change", face: { ...face, expYear } });
const warn = on("2025-08-01", { type: "warn", id: "warn/30" }, 9);
const lapse = on("2025-09-01", { type: "lapse" }, 0);
const other = "0199aaaa-0000-7000-8000-0000000000f1";
const decline = on("2025-06-02", { type: "decline", paymentId: other, code: "lost_card" });
const detach = on("2025-06-02", { type: "detach" });
const remove = on("2025-06-02", { type: "remove" });
const replace = on("2025-06-02", { type: "replace", by: other });

const saving = [save, opened];
const active = [...saving, saved];
const told = (to: string, ...effects: string[]): Told => ({
  ...{ to, clauses: ["A12.2"], tells: [], effects },
});

/** What a card that can be charged takes. */
const usable = [
  { state: "active", past: active },
  { state: "expiring", past: [...active, warn] },
].flatMap(({ state, past }): [string, Stamped[], Stamped, Told][] => [
  [`is renewed while ${state}`, past, change(2027), told("active")],
  [`turns out to be over while ${state}`, past, change(2024), told("expired", "card-unusable")],
  [`is warned of while ${state}`, past, warn, told("expiring", "card-expiring")],
  [`lapses while ${state}`, past, lapse, told("expired", "card-unusable")],
  [`is refused for good while ${state}`, past, decline, told("blocked")],
  [`is detached while ${state}`, past, detach, told("detached", "card-unusable")],
  [`is removed while ${state}`, past, remove, told("removed", "detachCard")],
  [`is replaced while ${state}`, past, replace, told("replaced", "detachCard")],
]);

/** What a card that can't be charged still takes. */
const unusable = [
  { state: "expired", past: [...active, lapse] },
  { state: "blocked", past: [...active, decline] },
].flatMap(({ state, past }): [string, Stamped[], Stamped, Told][] => [
  [`is renewed while ${state}`, past, change(2027), told("active")],
  [`is detached while ${state}`, past, detach, told("detached")],
  [`is removed while ${state}`, past, remove, told("removed", "detachCard")],
  [`is replaced while ${state}`, past, replace, told("replaced", "detachCard")],
]);

const cases: [name: string, past: Stamped[], event: Stamped, then: Told][] = [
  ["is begun with a consent", [], save, told("saving")],
  ["gets its page", [save], opened, told("saving")],
  ["is refused its page", [save], refused, told("abandoned")],
  ["is given up without a page", [save], abandon, told("abandoned")],
  ["is not entered in time", saving, expire, told("abandoned")],
  ["is looked up", saving, lookUp, told("saving", "lookUpCard")],
  ["is saved", saving, saved, told("active", "retireCards", "card-saved")],
  ["is saved after all", [...saving, expire], saved, told("active", "retireCards", "card-saved")],
  ...usable,
  ...unusable,
];

describe("a saved card", () => {
  test.each(cases)("%s", (_, before, event, then) => {
    expect(given(cardDefinition, ...before).whenTaken(event).told).toEqual(then);
  });

  test("has a case for every edge of its chart", () => {
    const { taken, together } = edgesOfCases(cardDefinition, cases);
    expect(together).toEqual([]);
    expect(taken).toEqual(declaredEdges(cardDefinition.machine));
  });

  test("keeps who consented to which wording, and when", () => {
    const { snapshot } = given(cardDefinition).whenTaken(save);
    expect(snapshot.context["consent"]).toEqual({ version: "1", at: save.at, by: "a person" });
  });

  test.each<[string, Stamped[], Stamped]>([
    ["is not saved twice", active, saved],
    ["is not renewed to a day that is over while it is expired", [...active, lapse], change(2024)],
    ["comes back after nothing", [...active, remove], change(2027)],
    ["is not removed twice", [...active, remove], remove],
  ])("%s", (_, before, event) => {
    expect(given(cardDefinition, ...before).when(event)).toBeNull();
  });
});

describe("a saved card waits for", () => {
  const waits = (...past: Stamped[]) =>
    given(cardDefinition, ...past)
      .deadlines()
      .map(({ id, dueAt }) => [id, dueAt]);

  test("its page for an hour, then for word of it", () => {
    expect(waits(save)).toEqual([["abandon", "2025-04-02T04:00:00.000Z"]]);
    expect(waits(...saving)).toEqual([["lookUp", "2025-04-02T04:05:00.000Z"]]);
    expect(waits(...saving, lookUp)).toEqual([]);
  });

  test("30 and 7 days before the last day of its month, and the day after it", () => {
    const week = ["warn/7", "2025-08-24T00:00:00.000Z"];
    const end = ["lapse", "2025-08-31T15:00:00.000Z"];
    expect(waits(...active)).toEqual([["warn/30", "2025-08-01T00:00:00.000Z"], week, end]);
    expect(waits(...active, warn)).toEqual([week, end]);
  });

  test("nothing once it can't be charged", () => {
    for (const last of [decline, detach, remove, lapse]) {
      expect(waits(...active, last)).toEqual([]);
    }
  });
});
