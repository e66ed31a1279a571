import { describe, expect, test } from "vitest";
import type { EffectRequest } from "../engine/outgoing.ts";
import { declaredEdges, edgesOfCases } from "#test/helpers/chart.ts";
import { given, on, stamped, subjectId, type Stamped } from "#test/helpers/given.ts";
import { restrictionDefinition } from "./definition.ts";

const named = { code: "NDR-BASE", nameJa: "基本", nameEn: "Basic" };
const basic = { ...named, kind: "basic" };
const option = { ...named, code: "NDR-LOG", kind: "subscription" };
const menus = { kind: "menus", menus: [basic] };
const both = { kind: "menus", menus: [basic, option] };
const contract = {
  customerId: "0199aaaa-0000-7000-8000-0000000000c1",
  contractId: "0199aaaa-0000-7000-8000-0000000000c2",
};
const chosen = { kind: "contracts", contracts: [contract] };
const words = { textJa: "障害のため", textEn: "A failure" };
const startsAt = "2026-02-01T03:00:00.000Z";
const later = { ...words, clause: "A19.1(4)", scope: both, startsAt: "2026-02-03T00:00:00.000Z" };

const planned = on("2026-02-01", { type: "plan", ...later, endsAt: null });
const begun = stamped(later.startsAt, { type: "begin" });
const atOnce = (over: Record<string, unknown> = {}) =>
  on("2026-02-01", {
    ...{ type: "plan", clause: "A19.1(4)", scope: both, startsAt, endsAt: null, ...words, ...over },
  });
const change = on("2026-02-02", { type: "change", ...words, endsAt: "2026-02-20T00:00:00.000Z" });
const callOff = on("2026-02-02", { type: "callOff" });
const catchUp = stamped("2026-02-01T16:00:00.000Z", { type: "catchUp" });
const lift = on("2026-02-10", { type: "lift" });
const reachedEnd = stamped("2026-02-20T00:00:00.000Z", { type: "endReached" });
const decided = { refund: "unearned", ground: "No parts", refundReason: "Ours to answer for" };
const announceEnd = on("2026-04-01", { type: "announceEnd", endDay: "2026-04-30", ...decided });
const ending = [atOnce(), announceEnd];
const over = stamped("2026-04-30T15:00:00.000Z", { type: "lastDayOver" });
const liftedInTime = on("2026-04-30", { type: "lift" }, 23);

/** What an effect is: the event that it spreads and to what, or the mail that it writes. */
function told({ kind, params }: EffectRequest): string {
  if (kind !== "spread") return `${kind} ${String(params["template"])}`;
  const { scope, event } = params as { scope: { to: string }; event: { type: string } };
  return `${event.type} ${scope.to}`;
}

const reached = (type: string) => [`${type} contract`, `${type} option`];
const mailed = (phase: string) => `notifyCustomers restriction-${phase}`;
const inForce = { inForce: "continuing" };

const cases: [string, Stamped[], Stamped, unknown, string, string[]][] = [
  ["is planned", [], planned, "planned", "A19.1", [mailed("planned")]],
  ["begins at once", [], atOnce(), inForce, "A19.1", [...reached("restrict"), mailed("started")]],
  ["is changed before it begins", [planned], change, "planned", "A19.1", [mailed("changed")]],
  ["is called off", [planned], callOff, "cancelled", "A19.1", [mailed("cancelled")]],
  [
    "begins as planned",
    [planned],
    begun,
    inForce,
    "A19.1",
    [...reached("restrict"), mailed("started")],
  ],
  ["is changed in force", [atOnce()], change, inForce, "A19.1", [mailed("changed")]],
  [
    "reaches who came later",
    [atOnce()],
    catchUp,
    inForce,
    "A19.1",
    [...reached("restrict"), mailed("started")],
  ],
  ["is lifted", [atOnce()], lift, "lifted", "A19.1", [...reached("unrestrict"), mailed("over")]],
  [
    "is over as planned",
    [atOnce(), change],
    reachedEnd,
    "lifted",
    "A19.1",
    [...reached("unrestrict"), mailed("over")],
  ],
  [
    "announces the end of the contracts",
    [atOnce()],
    announceEnd,
    { inForce: "ending" },
    "A19.4",
    reached("endByRestriction"),
  ],
  [
    "lets that end lapse where it is lifted on the last day",
    ending,
    liftedInTime,
    "lifted",
    "A19.4",
    [...reached("unrestrict"), mailed("over"), ...reached("withdrawEnd")],
  ],
  [
    "lets it lapse where it is over before",
    [...ending, on("2026-04-02", { type: "change", ...words, endsAt: "2026-04-10T00:00:00.000Z" })],
    stamped("2026-04-10T00:00:00.000Z", { type: "endReached" }),
    "lifted",
    "A19.4",
    [...reached("unrestrict"), mailed("over"), ...reached("withdrawEnd")],
  ],
  ["is behind with the contracts", ending, over, "contractsEnded", "A19.4", []],
];

describe("a restriction", () => {
  test.each(cases)("%s", (_, past, event, to, clause, effects) => {
    const taken = given(restrictionDefinition, ...past).whenTaken(event);
    expect(taken.told).toMatchObject({ to, clauses: [clause], tells: [] });
    expect(taken.effects.map(told)).toEqual(effects);
  });

  test("has a case for every edge of its chart", () => {
    const { taken, together } = edgesOfCases(restrictionDefinition, cases);
    expect(together).toEqual([]);
    expect(taken).toEqual(declaredEdges(restrictionDefinition.machine));
  });

  test.each<[string, Stamped[], Stamped]>([
    ["needs one of its reasons", [], atOnce({ clause: "A17.1" })],
    ["needs an item of its reasons", [], atOnce({ clause: "A19.1" })],
    [
      "does not end before it begins",
      [],
      on("2026-02-01", { type: "plan", ...later, endsAt: "2026-02-02T00:00:00Z" }),
    ],
    ["does not end in the past", [], atOnce({ endsAt: "2026-02-01T02:00:00Z" })],
    [
      "is not changed to end in the past",
      [atOnce()],
      on("2026-02-21", { type: "change", ...words, endsAt: "2026-02-20T00:00:00Z" }),
    ],
    ["is not called off once it is in force", [atOnce()], callOff],
    ["is not lifted before it begins", [planned], lift],
    ["is not lifted twice", [atOnce(), lift], lift],
    [
      "ends no contract on the day of the notice",
      [atOnce()],
      on("2026-04-30", { type: "announceEnd", endDay: "2026-04-30", ...decided }),
    ],
    ["ends no contract for a reason of A22", [atOnce({ clause: "A22.5(6)" })], announceEnd],
    ["ends no contract before it begins", [planned], announceEnd],
    [
      "announces one end only",
      ending,
      on("2026-04-02", { type: "announceEnd", endDay: "2026-05-31", ...decided }),
    ],
    ["does not come back once the contracts have ended", [...ending, over], lift],
  ])("%s", (_, past, event) => {
    expect(given(restrictionDefinition, ...past).when(event)).toBeNull();
  });

  test("leaves an end that is past as it is", () => {
    // In the moment after midnight, before its own event.
    const late = stamped("2026-04-30T15:00:10.000Z", { type: "lift" });
    const taken = given(restrictionDefinition, ...ending).whenTaken(late);
    expect(taken.effects.map(told)).not.toContain("withdrawEnd contract");
  });

  test("names itself, its clause and what staff decided to those whom it reaches", () => {
    const events = (past: Stamped[], event: Stamped) =>
      given(restrictionDefinition, ...past)
        .whenTaken(event)
        .effects.flatMap(({ params }) => (params["event"] ? [params["event"]] : []));
    const restrictionId = subjectId;
    expect(events([], atOnce({ scope: menus }))).toEqual([
      { type: "restrict", restrictionId, clause: "A19.1(4)" },
    ]);
    expect(events([atOnce({ scope: menus })], announceEnd)).toEqual([
      { type: "endByRestriction", restrictionId, endDay: "2026-04-30", refund: "unearned" },
    ]);
    expect(events([atOnce({ scope: menus }), announceEnd], liftedInTime)).toEqual([
      { type: "unrestrict", restrictionId },
      { type: "withdrawEnd", ref: restrictionId },
    ]);
  });

  test("reaches contracts by their basic menu, options by theirs, and chosen contracts by name", () => {
    const scopesOf = (scope: unknown) =>
      given(restrictionDefinition)
        .whenTaken(atOnce({ scope }))
        .effects.flatMap(({ kind, params }) => (kind === "spread" ? [params["scope"]] : []));
    expect(scopesOf(both)).toMatchObject([
      { to: "contract", menus: ["NDR-BASE"] },
      { to: "option", menus: ["NDR-LOG"] },
    ]);
    expect(scopesOf({ kind: "menus", menus: [option] })).toMatchObject([{ to: "option" }]);
    const { customerId, contractId: machineId } = contract;
    expect(scopesOf(chosen)).toEqual([{ to: "contract", machines: [{ customerId, machineId }] }]);
  });

  test("writes of its start only where the contracts do not write themselves", () => {
    const mails = (scope: unknown) =>
      given(restrictionDefinition)
        .whenTaken(atOnce({ scope }))
        .effects.filter(({ kind }) => kind === "notifyCustomers");
    expect(mails(menus)).toEqual([]);
    expect(mails(chosen)).toEqual([]);
    expect(mails(both)).toMatchObject([{ params: { onlyOptions: true } }]);
  });

  test("looks once a day for those who came later, and leaves out whom it has reached", () => {
    const { effects } = given(restrictionDefinition, ...ending).whenTaken(catchUp);
    expect(effects.map(told)).toEqual([
      ...reached("restrict"),
      ...reached("endByRestriction"),
      mailed("started"),
    ]);
    for (const { params } of effects) expect(params["onlyNew"]).toBe(true);
  });

  test.each<[string, Stamped[], [string, string][]]>([
    ["planned, for its start", [planned], [["begin", later.startsAt]]],
    ["in force, for the next day", [atOnce()], [["catchUp", "2026-02-01T16:00:00.000Z"]]],
    [
      "after that day, for the one after",
      [atOnce(), catchUp],
      [["catchUp", "2026-02-02T16:00:00.000Z"]],
    ],
    [
      "with an end, for that too",
      [atOnce(), change],
      [
        ["catchUp", "2026-02-01T16:00:00.000Z"],
        ["end", "2026-02-20T00:00:00.000Z"],
      ],
    ],
    [
      "with an end of the contracts, for 24:00 of their last day",
      ending,
      [
        ["catchUp", "2026-02-01T16:00:00.000Z"],
        ["lastDay", "2026-04-30T15:00:00.000Z"],
      ],
    ],
    ["lifted, for nothing", [atOnce(), lift], []],
  ])("waits, %s", (_, past, due) => {
    const deadlines = given(restrictionDefinition, ...past).deadlines();
    expect(deadlines.map(({ id, dueAt }) => [id, dueAt])).toEqual(due);
  });
});
