import { describe, expect, test } from "vitest";
import { declaredEdges, edgesOfCases } from "#test/helpers/chart.ts";
import {
  assign,
  byOperator,
  delivered,
  discontinue,
  endByRestriction,
  ends,
  noticeId,
  ref,
  stranger,
  terminate,
  told,
  withdrawEnd,
} from "#test/helpers/contract-ends.ts";
import { accepted, active, notice, preparing } from "#test/helpers/contract-past.ts";
import { given, on, subjectId, type Stamped } from "#test/helpers/given.ts";
import { contractDefinition } from "./definition.ts";
import { noticeIdOf } from "./ends.ts";
import { exitSenders } from "./exit-events.ts";

/** What each phase of a contract's life is before any way out. */
const phases = { accepted, preparing, active };
type Case = [name: string, past: Stamped[], event: Stamped, clause: string, mails: string[]];

/** The ways that every living contract has, whether its service has begun or not. */
const waysOf = (before: Stamped[]): Case[] => {
  const sent = [...before, byOperator];
  const pending = [...sent, delivered];
  const noticed = [...before, notice("2025-04-05", "earliest")];
  const asked = [...noticed, told("requestWithdrawal", "2025-04-06")];
  const offered = [...pending, told("offerWithdrawal", "2025-04-13")];
  return [
    ["the operator gives notice", before, byOperator, "A17.1", ["operator-cancellation"]],
    ["its notice is delivered", sent, delivered, "A17.1", []],
    ["its notice comes back", sent, told("noticeBounced", "2025-04-11"), "A17.1", []],
    ["a notice on its way is taken back", sent, told("offerWithdrawal", "2025-04-11"), "A17.1", []],
    [
      "the customer asks to take its notice back",
      noticed,
      told("requestWithdrawal", "2025-04-06"),
      "A17.1",
      ["withdrawal-asked"],
    ],
    [
      "operations agree",
      asked,
      told("agreeToWithdrawal", "2025-04-07"),
      "A17.1",
      ["notice-withdrawn"],
    ],
    [
      "operations refuse",
      asked,
      told("refuseWithdrawal", "2025-04-07"),
      "A17.1",
      ["withdrawal-refused"],
    ],
    [
      "the operator offers to take its notice back",
      pending,
      told("offerWithdrawal", "2025-04-13"),
      "A17.1",
      ["withdrawal-asked"],
    ],
    [
      "the customer accepts",
      offered,
      told("acceptWithdrawal", "2025-04-14"),
      "A17.1",
      ["notice-withdrawn"],
    ],
    ["the customer declines", offered, told("declineWithdrawal", "2025-04-14"), "A17.1", []],
    ["it is discontinued", before, discontinue, "A20.2", ["end-announced"]],
    ["a long restriction ends it", before, endByRestriction, "A19.4", ["end-announced"]],
    ["it is assigned", before, assign, "A31.1", ["end-announced"]],
    [
      "the ground of an end is gone",
      [...before, discontinue],
      withdrawEnd(ref),
      "A17.1",
      ["end-lapsed"],
    ],
    [
      "it is terminated for a breach",
      before,
      terminate("A16.1(5)"),
      "A16.1",
      ["contract-terminated"],
    ],
    ["it is terminated for A32", before, terminate("A32.3"), "A32.3", ["contract-terminated"]],
    [
      "the customer cancels",
      before,
      notice("2025-04-05", "earliest"),
      "A17.1",
      ["cancellation-received"],
    ],
    [
      "its day as discontinued is over",
      [...before, discontinue],
      ends("2026-01-01"),
      "A20.1",
      ["contract-ended"],
    ],
    [
      "its day after a restriction is over",
      [...before, endByRestriction],
      ends("2025-11-01"),
      "A19.4",
      ["contract-ended"],
    ],
    [
      "its last day with the assignor is over",
      [...before, assign],
      ends("2025-09-01"),
      "A31.1",
      ["contract-assigned"],
    ],
    ["its notice period is over", noticed, ends("2025-06-06"), "A17.1", ["contract-ended"]],
  ];
};

/** With a term, the renewal can be declined. */
const waysInTerm = (before: Stamped[]): Case[] => [
  ["the renewal is declined", before, notice("2026-01-31"), "A10.2", ["cancellation-received"]],
  [
    "its term is over",
    [...before, notice("2026-01-31")],
    ends("2026-04-01"),
    "A10.2",
    ["contract-ended"],
  ],
];

const cases = Object.entries(phases).flatMap(([phase, before]) =>
  [...waysOf(before), ...(phase === "accepted" ? [] : waysInTerm(before))].map(
    ([name, ...rest]): Case => [`${phase}: ${name}`, ...rest],
  ),
);

describe("a contract that lives", () => {
  test.each(cases)("%s", (_, before, event, clause, mails) => {
    const found = given(contractDefinition, ...before).whenTaken(event).told;
    expect([found.clauses, found.effects]).toEqual([[clause], mails]);
    const isOver = ["endReached", "terminate"].includes(event.type);
    expect(Object.keys(found.to as object)[0] === "ended").toBe(isOver);
  });

  test("has a case for every edge by which it ends or is kept from it", () => {
    const isWayOut = (edge: string) =>
      (edge.split(" ")[1] ?? "") in exitSenders || edge.startsWith("contract.active.exit");
    const { taken } = edgesOfCases(contractDefinition, cases);
    const own = declaredEdges(contractDefinition.machine).filter(isWayOut);
    expect(taken.filter(isWayOut)).toEqual(own);
  });
});

/** The ends that are noted after a past, as cause, last day and what is given back. */
const endsAfter = (...past: Stamped[]) =>
  given(contractDefinition, ...past).snapshot.context.ends.map(({ cause, by, endDay, refund }) => {
    return [cause, by, endDay, refund];
  });

const endedBy = (...past: Stamped[]) => given(contractDefinition, ...past).snapshot.context;

describe("the operator's notice", () => {
  test("counts from the day of its delivery, not of its dispatch (A17.1)", () => {
    expect(endsAfter(...active, byOperator)).toEqual([]);
    expect(endsAfter(...active, byOperator, delivered)).toEqual([
      ["cancelled", "operator", "2025-06-11", "unearned"],
    ]);
  });

  test("that came back is none until it is delivered in another way", () => {
    const bounced = [...active, byOperator, told("noticeBounced", "2025-04-11")];
    expect(endsAfter(...bounced)).toEqual([]);
    expect(endedBy(...bounced).sentNotices).toMatchObject([{ bounced: true }]);
    const handed = on("2025-05-31", {
      ...{ type: "noticeDelivered", noticeId, deliveredOn: "2025-05-30" },
    });
    expect(endsAfter(...bounced, handed)).toEqual([
      ["cancelled", "operator", "2025-07-30", "unearned"],
    ]);
  });

  test.each([
    ["2025-12-30", "2026-02-28"],
    ["2025-12-31", "2026-02-28"],
    ["2026-02-28", "2026-04-30"],
    ["2026-01-31", "2026-03-31"],
    ["2025-06-30", "2025-08-31"],
  ])("delivered on %s ends the contract on %s", (deliveredOn, endDay) => {
    const arrives = on(deliveredOn, { type: "noticeDelivered", noticeId, deliveredOn });
    expect(endsAfter(...active, byOperator, arrives)[0]?.[2]).toBe(endDay);
  });

  test.each([
    ["before it was sent", "2025-04-09", "2025-05-01", false],
    ["on the day it was sent", "2025-04-10", "2025-05-01", true],
    ["today", "2025-05-01", "2025-05-01", true],
    ["tomorrow", "2025-05-02", "2025-05-01", false],
    ["so that today is the last day", "2025-04-30", "2025-06-30", true],
    ["so that yesterday was the last day", "2025-04-30", "2025-07-01", false],
  ])("is taken as delivered %s or not", (_, deliveredOn, today, isTaken) => {
    const event = on(today, { type: "noticeDelivered", noticeId, deliveredOn });
    const decided = given(contractDefinition, ...active, byOperator).when(event);
    expect(decided !== null).toBe(isTaken);
  });
});

describe("of several ends", () => {
  const day = "2025-08-31";
  const on31 = (type: string, members: object) => on("2025-06-30", { type, ...members });
  const discontinued = on31("discontinue", { discontinuationId: ref, endDay: day });
  const restricted = on31("endByRestriction", {
    ...{ restrictionId: stranger, endDay: day, refund: "none" },
  });
  const operators = [
    on("2025-06-30", { type: "cancelByOperator", wish: day }),
    on("2025-06-30", { type: "noticeDelivered", noticeId, deliveredOn: "2025-06-30" }),
  ];
  const customers = notice("2025-06-30", day);
  const assigned = on31("assign", { successorId: ref, effectiveDay: "2025-09-01" });

  test.each([
    ["discontinued", [restricted, discontinued]],
    ["restricted", [...operators, restricted]],
    ["cancelled by the operator", [customers, ...operators.map((event) => ({ ...event }))]],
    ["cancelled by the customer", [assigned, customers]],
  ])("on one day it is %s, whatever came first", (expected, events) => {
    // The customer's notice takes the first number where it comes first.
    const second = noticeIdOf(subjectId, 2);
    const numbered = events.map((event) =>
      events[0] === customers && event.type === "noticeDelivered"
        ? { ...event, noticeId: second }
        : event,
    );
    const { ended } = endedBy(...active, ...numbered, ends("2025-09-01"));
    const { cause, by } = ended ?? { cause: "", by: "" };
    expect(cause === "cancelled" ? `cancelled by the ${by}` : cause).toBe(expected);
  });

  test("the earliest applies, and the next one where it is taken back", () => {
    const both = [...active, notice("2025-04-05", "2025-07-31"), discontinue];
    expect(given(contractDefinition, ...both).deadlines()[0]).toMatchObject({
      ...{ id: "end", dueAt: "2025-07-31T15:00:00.000Z", clause: "A17.1" },
    });
    const back = [told("requestWithdrawal", "2025-05-01"), told("agreeToWithdrawal", "2025-05-02")];
    expect(given(contractDefinition, ...both, ...back).deadlines()[0]).toMatchObject({
      ...{ dueAt: "2025-12-31T15:00:00.000Z", clause: "A20.1" },
    });
  });

  test("the customer may give notice while the operator's is pending, in case that is taken back", () => {
    const operatorsFirst = [...active, byOperator, delivered];
    expect(endsAfter(...operatorsFirst, notice("2025-04-20"))).toEqual([
      ["cancelled", "operator", "2025-06-11", "unearned"],
      ["expired", "customer", "2026-03-31", "none"],
    ]);
  });
});

describe("a notice that is taken back after the notice day", () => {
  const declined = [...active, notice("2026-01-15")];
  const back = [told("requestWithdrawal", "2026-02-14"), told("agreeToWithdrawal", "2026-02-15")];

  test("lets the contract renew at once, and reminds of nothing that is past (A10.2)", () => {
    const { deadlines } = given(contractDefinition, ...declined, ...back);
    expect(deadlines()).toEqual([
      {
        ...{ id: "fixRenewal", dueAt: "2026-02-15T03:00:00.000Z", clause: "A10.2" },
        event: { type: "fixRenewal" },
      },
    ]);
  });

  test("in time leaves the reminders that are still to come", () => {
    const early = [
      told("requestWithdrawal", "2026-01-16"),
      told("agreeToWithdrawal", "2026-01-16"),
    ];
    const { deadlines } = given(contractDefinition, ...declined, ...early);
    expect(deadlines().map(({ id }) => id)).toEqual([
      "remind/customer/14",
      "remind/customer/5",
      "fixRenewal",
    ]);
  });

  test.each([
    ["the end is over", "2026-04-01"],
    ["long after", "2026-05-01"],
  ])("is not taken back once %s", (_, day) => {
    const asked = [...declined, told("requestWithdrawal", "2026-02-14")];
    expect(given(contractDefinition, ...asked).when(told("agreeToWithdrawal", day))).toBeNull();
  });
});

test.each<[string, Stamped[], Stamped]>([
  ["nobody asked", [...active, notice("2025-04-05")], told("agreeToWithdrawal", "2025-04-06")],
  [
    "the notice is not the customer's",
    [...active, byOperator, delivered],
    told("requestWithdrawal", "2025-04-20"),
  ],
  [
    "the notice is not the operator's",
    [...active, notice("2025-04-05")],
    told("offerWithdrawal", "2025-04-06"),
  ],
  ["a notice is on its way", [...active, byOperator], byOperator],
  ["it is discontinued already", [...active, discontinue], discontinue],
  ["it is to be discontinued in the past", active, { ...discontinue, day: "2026-01-01" }],
  ["it is assigned already", [...active, assign], assign],
  ["it would be assigned today", active, { ...assign, day: "2025-09-01" }],
  ["another end lapses", [...active, discontinue], withdrawEnd(stranger)],
  [
    "its end is over and about to be recorded",
    [...active, notice("2025-04-05", "earliest")],
    { ...terminate("A16.1(5)"), day: "2025-06-06" },
  ],
])("a contract does nothing where %s", (_, before, event) => {
  expect(given(contractDefinition, ...before).when(event)).toBeNull();
});
