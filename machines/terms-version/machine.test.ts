import { describe, expect, test } from "vitest";
import { declaredEdges, edgesOfCases } from "#test/helpers/chart.ts";
import { given, on, type Stamped } from "#test/helpers/given.ts";
import { operatorCustomerId } from "../engine/operator.ts";
import { affectedBy, boundBy } from "./affected.ts";
import { termsVersionDefinition, termsVersionIdOf } from "./definition.ts";

const hash = "a".repeat(64);
const otherHash = "b".repeat(64);
const summary = { ja: "料金の支払方法を加えます。", en: "Adds a way to pay." };
const reason = { ja: "法令の改正によります。", en: "The law has changed." };

const draft = (document = "terms") => {
  const version = document === "terms" ? "2.0" : `${document} 2.0`;
  const opened = { version, document, label: "2.0", textHash: hash };
  return on("2026-04-01", { type: "draft", ...opened });
};
const announce = (day: string, effectiveDay: string, more: Record<string, unknown> = {}) =>
  on(day, { type: "announce", textHash: hash, effectiveDay, summary, reason: null, ...more });
const adopt = on("2026-04-01", {
  ...{ type: "adopt", version: "1.0", document: "terms", label: "1.0", textHash: hash },
  effectiveDay: "2024-04-01",
});
const revise = (textHash: string) => on("2026-04-02", { type: "revise", textHash });
const withdraw = (day: string) => on(day, { type: "withdraw" });
const takeEffect = on("2026-06-01", { type: "takeEffect" }, 0);
const announced = [draft(), announce("2026-04-30", "2026-06-01")];

type Case = [name: string, past: Stamped[], event: Stamped, to: string, clause: string, n: number];
const cases: Case[] = [
  ["is drafted", [], draft(), "draft", "A3.1", 0],
  ["is adopted", [], adopt, "effective", "A1.1", 0],
  ["is revised", [draft()], revise(otherHash), "draft", "A3.1", 0],
  ["is announced", [draft()], announce("2026-04-30", "2026-06-01"), "announced", "A3.2", 1],
  ["is withdrawn as a draft", [draft()], withdraw("2026-04-03"), "withdrawn", "A3.1", 0],
  ["is withdrawn before its day", announced, withdraw("2026-05-31"), "withdrawn", "A3.2", 1],
  ["takes effect", announced, takeEffect, "effective", "A3.1", 1],
];

describe("a version of the terms", () => {
  test.each(cases)("%s", (_, before, event, to, clause, spreads) => {
    const told = given(termsVersionDefinition, ...before).when(event)?.told;
    const effects = Array.from({ length: spreads }, () => "spread");
    expect(told).toEqual({ to, clauses: [clause], tells: [], effects });
  });

  test("has a case for every edge of its chart", () => {
    const { taken, together } = edgesOfCases(termsVersionDefinition, cases);
    expect(together).toEqual([]);
    expect(taken).toEqual(declaredEdges(termsVersionDefinition.machine));
  });

  test.each<[string, Stamped[], Stamped]>([
    [
      "is not announced a day late without a reason",
      [draft()],
      announce("2026-05-01", "2026-06-01"),
    ],
    [
      "is not announced for the same day",
      [draft()],
      announce("2026-06-01", "2026-06-01", { reason }),
    ],
    [
      "is not announced for a past day",
      [draft()],
      announce("2026-06-02", "2026-06-01", { reason }),
    ],
    [
      "is not announced with another text than was shown",
      [draft(), revise(otherHash)],
      announce("2026-04-30", "2026-06-01"),
    ],
    ["is not announced twice", announced, announce("2026-04-30", "2026-06-01")],
    ["is not revised once it is announced", announced, revise(otherHash)],
    ["is not withdrawn once it binds", [...announced, takeEffect], withdraw("2026-06-02")],
    ["does not take effect from a draft", [draft()], takeEffect],
    [
      "does not take effect once it is withdrawn",
      [...announced, withdraw("2026-05-02")],
      takeEffect,
    ],
    ["is not adopted over a draft", [draft()], adopt],
  ])("%s", (_, before, event) => {
    expect(given(termsVersionDefinition, ...before).when(event)).toBeNull();
  });

  test("announced late keeps its reason; in time it needs none and keeps none", () => {
    const late = given(termsVersionDefinition, draft()).when(
      announce("2026-05-01", "2026-06-01", { reason }),
    );
    expect(late?.snapshot.context).toMatchObject({
      lateReason: reason,
      announcedDay: "2026-05-01",
    });
    const inTime = given(termsVersionDefinition, draft()).when(
      announce("2026-04-30", "2026-06-01", { reason }),
    );
    expect(inTime?.snapshot.context).toMatchObject({ lateReason: null, summary });
  });

  test("waits for 00:00 in Tokyo of its day while it is announced, and for nothing else", () => {
    expect(given(termsVersionDefinition, ...announced).deadlines()).toEqual([
      {
        ...{ id: "takeEffect", dueAt: "2026-05-31T15:00:00.000Z", clause: "A3.1" },
        event: { type: "takeEffect" },
      },
    ]);
    for (const past of [
      [draft()],
      [...announced, takeEffect],
      [...announced, withdraw("2026-05-02")],
    ]) {
      expect(given(termsVersionDefinition, ...past).deadlines()).toEqual([]);
    }
  });

  test("tells every contract, a specification those with its menu", () => {
    const announcement = { type: "announceTerms", versionId: "2.0", effectiveDay: "2026-06-01" };
    const [told] =
      given(termsVersionDefinition, draft()).when(announce("2026-04-30", "2026-06-01"))?.effects ??
      [];
    expect(told?.params).toEqual({ scope: affectedBy("terms"), event: announcement });
    const [bound] = given(termsVersionDefinition, ...announced).when(takeEffect)?.effects ?? [];
    expect(bound?.params).toEqual({
      scope: boundBy("terms"),
      event: { type: "bindTerms", versionId: "2.0" },
    });
    expect(boundBy("terms")).toMatchObject({
      statuses: ["submitted", "accepted", "preparing", "active"],
    });
    expect(boundBy("NDR-HUNT")).toEqual(affectedBy("NDR-HUNT"));
    const [withdrawn] =
      given(termsVersionDefinition, ...announced).when(withdraw("2026-05-02"))?.effects ?? [];
    expect(withdrawn?.params).toMatchObject({ event: { type: "withdrawTerms", versionId: "2.0" } });
    const [menu] =
      given(termsVersionDefinition, draft("NDR-HUNT")).when(announce("2026-04-30", "2026-06-01"))
        ?.effects ?? [];
    expect(menu?.params).toMatchObject({
      scope: { to: "contract", menus: ["NDR-HUNT"] },
      event: { versionId: "NDR-HUNT 2.0" },
    });
  });

  test("has one machine for one name, under the operator's id", () => {
    expect(termsVersionIdOf("1.0")).not.toBe(termsVersionIdOf("NDR-HUNT 1.0"));
    expect(termsVersionIdOf("1.0")).toBe(termsVersionIdOf("1.0"));
    expect(operatorCustomerId).toMatch(/^0{8}-/);
  });
});
