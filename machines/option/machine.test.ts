import { describe, expect, test } from "vitest";
import { declaredEdges, edgesOfCases } from "#test/helpers/chart.ts";
import { given, on, subjectId, type Stamped } from "#test/helpers/given.ts";
import { loanIdOf } from "../device/loan-id.ts";
import { noticeIdOf } from "../contract/ends.ts";
import { optionDefinition } from "./definition.ts";

const contractId = "0199aaaa-0000-7000-8000-0000000000c1";
const ref = "0199aaaa-0000-7000-8000-0000000000b1";
const noticeId = noticeIdOf(subjectId, 1);
const term = { start: "2025-04-01", end: "2026-03-31" };

const request = (kind: string, isAddition = false) => {
  const menu = { menuCode: "logs", kind, nameJa: "保管", nameEn: "Storage", annualPrice: 1000 };
  return on("2025-03-01", { type: "request", contractId, ...menu, isAddition });
};
const simple = (day: string, type: string) => on(day, { type });
const told = (type: string, day: string) => on(day, { type, noticeId });
const start = on("2025-04-01", { type: "start", term });
const end = on(
  "2026-04-01",
  { type: "end", endDay: "2026-03-31", cause: "expired", by: "customer", clause: "A10.2" },
  0,
);
const notice = (day: string, wish: string | null = null) => on(day, { type: "cancel", wish });
const discontinue = on("2025-04-15", {
  ...{ type: "discontinue", discontinuationId: ref, endDay: "2025-12-31" },
});
const endByRestriction = on("2025-04-16", {
  ...{ type: "endByRestriction", restrictionId: ref, endDay: "2025-10-31", refund: "none" },
});
const restrict = on("2025-04-16", { type: "restrict", restrictionId: ref, clause: "A19.1(4)" });
const unrestrict = on("2025-04-17", { type: "unrestrict", restrictionId: ref });
const deviceLost = on("2025-04-20", { type: "deviceLost", lostOn: "2025-04-18" });
const endReached = (day: string) => on(day, { type: "endReached" }, 0);

const requested = [request("subscription")];
const addition = [request("device", true)];
const accepted = [...requested, simple("2025-03-02", "accept")];
const provisioning = [...accepted, simple("2025-03-03", "provision")];
const active = [...provisioning, start];
const work = [request("work"), ...provisioning.slice(1)];
const working = [...work, start];
const noteId = "0199aaaa-0000-7000-8000-0000000000a1";
const report = on("2025-04-02", { type: "reportCompletion", completedOn: "2025-04-01", noteId });
const inspecting = [...working, report];
const said = (type: string, day: string) => on(day, { type, noteId });
const remind = (day: string) => on(day, { type: "remindInspection", id: day });

type Case = [
  name: string,
  past: Stamped[],
  event: Stamped,
  to: string,
  clause: string,
  tells?: string[],
  mails?: string[],
];

const ending: [string[], string[]] = [["contract.optionEnding"], ["option-ending"]];
const resumed: [string[], string[]] = [["contract.optionEnding"], ["option-resumed"]];
const over: [string[]] = [["contract.optionEnded"]];

/** The ways out that an option has from its acceptance on. */
function waysOf(state: string, before: Stamped[]): Case[] {
  const noticed = [...before, notice("2025-04-05", "earliest")];
  const asked = [...noticed, told("requestWithdrawal", "2025-04-06")];
  const cases: Case[] = [
    ["the customer cancels", before, notice("2025-04-05", "earliest"), state, "A17.1", ...ending],
    [
      "a withdrawal is asked for",
      noticed,
      ...([told("requestWithdrawal", "2025-04-06"), state, "A17.1"] as const),
      [],
      ["withdrawal-asked"],
    ],
    ["it is agreed to", asked, told("agreeToWithdrawal", "2025-04-07"), state, "A17.1", ...resumed],
    [
      "it is refused",
      asked,
      ...([told("refuseWithdrawal", "2025-04-07"), state, "A17.1"] as const),
      [],
      ["withdrawal-refused"],
    ],
    ["it is discontinued", before, discontinue, state, "A20.2", ...ending],
    ["a long restriction ends it", before, endByRestriction, state, "A19.4", ...ending],
    [
      "the ground of an end is gone",
      [...before, discontinue],
      ...([on("2025-04-20", { type: "withdrawEnd", ref }), state, "A9.2"] as const),
      ...resumed,
    ],
    ["its notice period is over", noticed, endReached("2025-06-06"), "ended", "A17.1", ...over],
    [
      "its day as discontinued is over",
      [...before, discontinue],
      ...([endReached("2026-01-01"), "ended", "A20.1"] as const),
      ...over,
    ],
    [
      "its day after a restriction is over",
      [...before, endByRestriction],
      ...([endReached("2025-11-01"), "ended", "A19.4"] as const),
      ...over,
    ],
    ["the contract ends", before, end, "ended", "A9.2"],
    ["its device is lost", before, deviceLost, "ended", "A7.6", ...over],
    ["it is restricted", before, restrict, state, "A19.1"],
    ["the restriction is lifted", [...before, restrict], unrestrict, state, "A19.1"],
  ];
  return cases.map(([name, ...rest]) => [`${state}: ${name}`, ...rest]);
}

const cases: Case[] = [
  ["is requested", [], request("device"), "requested", "A9.1"],
  ["is withdrawn", requested, simple("2025-03-02", "withdraw"), "withdrawn", "A10.1"],
  ["is rejected", requested, simple("2025-03-02", "reject"), "rejected", "A5.4"],
  ["is accepted", requested, simple("2025-03-02", "accept"), "accepted", "A9.1"],
  [
    "is withdrawn as an addition",
    addition,
    ...([simple("2025-03-02", "withdrawAddition"), "withdrawn", "A10.1"] as const),
    ["contract.optionDeclined"],
  ],
  [
    "is rejected as an addition",
    addition,
    ...([simple("2025-03-02", "rejectAddition"), "rejected", "A5.4"] as const),
    ["contract.optionDeclined"],
    ["option-declined"],
  ],
  [
    "is accepted as an addition",
    addition,
    ...([simple("2025-03-02", "acceptAddition"), "accepted", "A9.1"] as const),
    ["device.open", "contract.optionAccepted"],
  ],
  ["lapses with the contract", addition, simple("2025-03-02", "lapse"), "withdrawn", "A9.1"],
  ["is provisioned", accepted, simple("2025-03-03", "provision"), "provisioning", "A5.5"],
  ["starts", provisioning, start, "active", "A10.1"],
  ["starts as work", work, start, "working", "A11.1"],
  [
    "goes on with the contract's next term",
    active,
    on("2026-04-01", { type: "termBegun", term: { start: "2026-04-01", end: "2027-03-31" } }),
    ...(["active", "A10.2"] as const),
  ],
  ["declines its renewal", active, notice("2026-01-31"), "active", "A10.2", ...ending],
  [
    "ends with its term",
    [...active, notice("2026-01-31")],
    ...([endReached("2026-04-01"), "ended", "A10.2"] as const),
    ...over,
  ],
  ...waysOf("accepted", accepted),
  ...waysOf("provisioning", provisioning),
  ...waysOf("active", active),
  ...waysOf("working", working),
  ["is completed", working, report, "inspecting", "A11.1", [], ["work-reported"]],
  [
    "is accepted by the customer",
    inspecting,
    ...([said("acceptWork", "2025-04-05"), "done", "A11.1"] as const),
    ["contract.optionEnded"],
    ["work-accepted"],
  ],
  [
    "is objected to",
    inspecting,
    ...([said("objectToWork", "2025-04-05"), "working", "A11.1"] as const),
    [],
    ["work-objected"],
  ],
  [
    "is to be inspected soon",
    inspecting,
    ...([remind("2025-04-09"), "inspecting", "A11.1"] as const),
    [],
    ["inspection-reminder"],
  ],
  [
    "was to be inspected by now",
    inspecting,
    ...([remind("2025-04-10"), "inspecting", "A11.1"] as const),
    [],
    ["inspection-overdue"],
  ],
  ...waysOf("inspecting", inspecting),
];

describe("an option", () => {
  test.each(cases)("%s", (_, before, event, to, clause, tells = [], mails = []) => {
    const found = given(optionDefinition, ...before).whenTaken(event).told;
    const top = typeof found.to === "string" ? found.to : Object.keys(found.to as object)[0];
    const { clauses, effects } = found;
    expect({ ...found, to: top }).toEqual({ to, clauses: [clause], tells, effects: mails });
    expect([clauses, effects]).toEqual([[clause], mails]);
  });

  test("has a case for every edge of its chart", () => {
    const { taken, together } = edgesOfCases(optionDefinition, cases);
    expect(together).toEqual([]);
    // Taking over is tested with the contract whose options are taken over.
    const own = declaredEdges(optionDefinition.machine).filter((edge) => !/takeOver/.test(edge));
    expect(taken).toEqual(own);
  });

  test("keeps what was sold, its start and its end", () => {
    const { context } = given(optionDefinition, ...active, end).snapshot;
    expect(context).toMatchObject({ optionId: subjectId, contractId, annualPrice: 1000 });
    expect(context).toMatchObject({ startDay: "2025-04-01", endDay: "2026-03-31" });
    expect(context.ended).toMatchObject({ cause: "expired", refund: "none" });
  });

  test.each<[string, Stamped[], Stamped]>([
    ["is not born by an end", [], end],
    ["is not requested twice", requested, request("work")],
    ["does not start before it is provisioned", accepted, start],
    ["does not end twice", [...active, end], end],
    [
      "is not accepted by itself where it came with the order",
      requested,
      simple("2025-03-02", "acceptAddition"),
    ],
    [
      "is not accepted with the order where it came later",
      addition,
      simple("2025-03-02", "accept"),
    ],
    ["takes no later notice", [...active, notice("2025-04-05", "earliest")], notice("2025-04-06")],
    ["is not restricted twice for one reason", [...active, restrict], restrict],
    ["is not discontinued twice", [...active, discontinue], discontinue],
  ])("%s", (_, before, event) => {
    expect(given(optionDefinition, ...before).when(event)).toBeNull();
  });
});

describe("given an option's term to 2026-03-31, its notice (A9.2, A10.2, A17.1)", () => {
  test.each([
    ["in time declines the renewal", "2026-01-31", null, "2026-03-31", "A10.2"],
    ["a day late leads into the next term", "2026-02-01", null, "2026-04-01", "A17.1"],
    ["on the last day of February", "2026-02-28", null, "2026-04-30", "A17.1"],
    ["early, as soon as can be", "2025-12-30", "earliest", "2026-02-28", "A17.1"],
    ["early, for a later day", "2025-06-10", "2025-12-31", "2025-12-31", "A17.1"],
  ])("%s", (_, day, wish, endDay, clause) => {
    const { snapshot, deadlines } = given(optionDefinition, ...active).whenTaken(notice(day, wish));
    expect(snapshot.context.ends).toMatchObject([{ endDay, clause, refund: "none" }]);
    expect(deadlines).toMatchObject([{ id: "end", clause, event: { type: "endReached" } }]);
  });

  test("of work there is no term whose renewal could be declined", () => {
    const { snapshot } = given(optionDefinition, ...working).whenTaken(notice("2025-05-01"));
    expect(snapshot.context.ends).toMatchObject([{ endDay: "2025-07-01", clause: "A17.1" }]);
  });
});

describe("an option for a device", () => {
  const loanId = loanIdOf(subjectId);
  const ordered = [request("device"), simple("2025-03-02", "accept")];
  const lent = [...ordered, simple("2025-03-03", "provision"), start];
  const toLoan = (past: Stamped[], event: Stamped) =>
    given(optionDefinition, ...past)
      .whenTaken(event)
      .tells.filter(({ kind }) => kind === "device");

  test("opens its loan with its acceptance (A7.1)", () => {
    const names = { optionId: subjectId, contractId, menuCode: "logs" };
    const opening = { machineId: loanId, required: true, event: { type: "open", ...names } };
    expect(toLoan([request("device")], simple("2025-03-02", "accept"))).toMatchObject([opening]);
    expect(toLoan(requested, simple("2025-03-02", "accept"))).toEqual([]);
  });

  test("says when its service starts and ends (A8.1)", () => {
    const started = { machineId: loanId, event: { type: "serviceStarted" } };
    expect(toLoan(lent.slice(0, -1), start)).toMatchObject([started]);
    const over = { endDay: "2026-03-31", clause: "A10.2", isAssigned: false };
    expect(toLoan(lent, end)).toMatchObject([{ event: { type: "endLoan", ...over } }]);
    const early = [...lent, notice("2025-04-05", "earliest")];
    expect(toLoan(early, endReached("2025-06-06"))).toMatchObject([
      { event: { type: "endLoan", endDay: "2025-06-05", clause: "A17.1", isAssigned: false } },
    ]);
    expect(toLoan(working, end)).toEqual([]);
  });

  test("ends on the day on which its device was lost, and asks for nothing back (A7.6)", () => {
    const { snapshot, tells } = given(optionDefinition, ...lent).whenTaken(deviceLost);
    const ended = { day: "2025-04-18", cause: "lost", clause: "A7.6", refund: "none" };
    expect(snapshot.context).toMatchObject({ ended, endDay: "2025-04-18" });
    const said = { endDay: "2025-04-18", clause: "A7.6", refund: "none" };
    expect(tells.map(({ event }) => event)).toMatchObject([{ type: "optionEnded", ...said }]);
  });
});

describe("an option tells its contract", () => {
  const toldBy = (...past: Stamped[]) =>
    given(optionDefinition, ...past.slice(0, -1))
      .whenTaken(past.at(-1)!)
      .tells.map(({ event }) => event);

  test("the end that applies, and that there is none any more", () => {
    expect(toldBy(...active, discontinue)).toEqual([
      {
        ...{ type: "optionEnding", optionId: subjectId },
        ...{ endDay: "2025-12-31", chargedUntil: "2025-12-31" },
      },
    ]);
    const back = on("2025-04-20", { type: "withdrawEnd", ref });
    expect(toldBy(...active, discontinue, back)).toMatchObject([
      { endDay: null, chargedUntil: null },
    ]);
    expect(toldBy(...active, discontinue, notice("2025-04-18", "earliest"))).toMatchObject([
      { endDay: "2025-06-18", chargedUntil: "2025-12-31" },
    ]);
  });

  test("what its end gives back", () => {
    expect(toldBy(...active, discontinue, endReached("2026-01-01"))).toEqual([
      {
        ...{ type: "optionEnded", optionId: subjectId, endDay: "2025-12-31" },
        ...{ clause: "A20.1", refund: "unearned" },
      },
    ]);
  });
});

describe("an option whose contract is terminated", () => {
  /** Notice on 2025-04-05 ends it on 2025-06-05. */
  const noticed = [...active, notice("2025-04-05", "earliest")];
  const terminated = (day: string) =>
    on(
      day,
      { type: "end", endDay: day, cause: "terminated", by: "operator", clause: "A16.1(5)" },
      0,
    );

  test("in the moment after its own last day keeps that day", () => {
    const { context } = given(optionDefinition, ...noticed, terminated("2025-06-06")).snapshot;
    expect(context).toMatchObject({
      ...{ endDay: "2025-06-05", ended: { day: "2025-06-05", cause: "cancelled" } },
    });
  });

  test("on its own last day or before ends with it", () => {
    for (const day of ["2025-06-05", "2025-05-01"]) {
      const { context } = given(optionDefinition, ...noticed, terminated(day)).snapshot;
      expect(context).toMatchObject({ endDay: day, ended: { day, cause: "terminated" } });
    }
  });
});
