import { describe, expect, test } from "vitest";
import { declaredEdges, edgesOfCases } from "#test/helpers/chart.ts";
import { given, on, subjectId, type Stamped, type Told } from "#test/helpers/given.ts";
import { refundDefinition } from "./definition.ts";

const [invoiceId, paymentId, approvalId] = [1, 2, 3].map(
  (n) => `0199aaaa-0000-7000-8000-0000000000f${n}`,
) as [string, string, string];

const create = (more: Record<string, unknown> = {}) =>
  on("2025-06-10", {
    ...{ type: "create", approvalId, invoiceId, paymentId, amount: 400 },
    ...{ fromCredit: true, reason: "paid twice", ...more },
  });
const byTransfer = create({ paymentId: null });
const find = on("2025-06-10", {
  ...{ type: "find", invoiceId, paymentId, amount: 400 },
  ...{ stripeRefundId: "re_1", madeOn: "2025-06-09" },
});
const made = on("2025-06-11", { type: "made", stripeRefundId: "re_1", madeOn: "2025-06-10" });
const succeed = on("2025-06-12", { type: "succeed" });
const fail = on("2025-06-15", { type: "fail", code: "lost_or_stolen_card" });
const refuse = on("2025-06-11", { type: "refuse", code: "charge_disputed" });
const transferred = on("2025-06-13", { type: "transferred", transferredOn: "2025-06-12" });
const transferFailed = on("2025-06-14", { type: "transferFailed", reason: "account closed" });
const closeFailure = on("2025-06-20", { type: "closeFailure", note: "sent again by transfer" });
const exceeds = on("2025-06-10", { type: "exceeds", amount: 100 });
const lookUp = on("2025-06-11", { type: "lookUp" });

const pending = [create(), made];
const done = [...pending, succeed];
const failed = [...pending, fail];

const told = (to: string, tells: string[] = [], effects: string[] = []): Told => ({
  ...{ to, clauses: ["A12.2"], tells, effects },
});
const back = ["payment.refundFailed"];

const cases: [name: string, past: Stamped[], event: Stamped, then: Told][] = [
  ["is asked for", [], create(), told("requested", ["payment.refund"], ["createRefund"])],
  ["waits for a transfer", [], byTransfer, told("toTransfer", ["invoice.creditPaidBack"])],
  ["is found at Stripe", [], find, told("pending", ["payment.refund"])],
  ["is taken by Stripe", [create()], made, told("pending")],
  ["is refused by Stripe", [create()], refuse, told("failed", back)],
  ["comes through", pending, succeed, told("succeeded", [], ["refunded"])],
  ["fails", pending, fail, told("failed", back, ["refund-failed"])],
  ["is looked up", pending, lookUp, told("pending", [], ["lookUpRefund"])],
  ["is more than was left", [find], exceeds, told("pending")],
  ["is transferred", [byTransfer], transferred, told("succeeded", [], ["refunded"])],
  [
    "can't be transferred",
    [byTransfer],
    transferFailed,
    told("failed", ["invoice.creditReturned"]),
  ],
  ["fails after it came through", done, fail, told("failed", back, ["refund-failed"])],
  [
    "comes back from the bank",
    [byTransfer, transferred],
    transferFailed,
    told("failed", ["invoice.creditReturned"]),
  ],
  ["is more than was left, once through", [find, succeed], exceeds, told("succeeded")],
  ["is settled after it failed", failed, closeFailure, told("failed")],
  ["has its excess settled", [find, succeed, exceeds], closeFailure, told("succeeded")],
];

describe("a refund", () => {
  test.each(cases)("%s", (_, before, event, then) => {
    expect(given(refundDefinition, ...before).whenTaken(event).told).toEqual(then);
  });

  test("has a case for every edge of its chart", () => {
    const { taken, together } = edgesOfCases(refundDefinition, cases);
    expect(together).toEqual([]);
    expect(taken).toEqual(declaredEdges(refundDefinition.machine));
  });

  test("asks the payment for the money, and is refused with it", () => {
    const [tell] = given(refundDefinition).whenTaken(create()).tells;
    expect(tell).toEqual({
      ...{ kind: "payment", machineId: paymentId, required: true },
      event: {
        ...{ type: "refund", refundId: subjectId, amount: 400, fromCredit: true, isFound: false },
      },
    });
  });

  const balances = (past: Stamped[], event: Stamped) =>
    given(refundDefinition, ...past)
      .whenTaken(event)
      .rows.map(({ kind, day, postings }) => [
        kind,
        day,
        ...postings.map(({ account, debit, credit }) => `${account} ${debit - credit}`),
      ]);

  test.each<[string, Stamped[], Stamped, unknown[]]>([
    [
      "leaves Stripe's balance on the day Stripe says",
      [create()],
      made,
      ["refundMade", "2025-06-10", "refundsPayable 400", "stripeClearing -400"],
    ],
    [
      "comes back into it",
      pending,
      fail,
      ["refundReturned", "2025-06-15", "stripeClearing 400", "refundsPayable -400"],
    ],
    [
      "leaves the bank on the day of the transfer",
      [byTransfer],
      transferred,
      ["refundTransferred", "2025-06-12", "refundsPayable 400", "bank -400"],
    ],
    [
      "loses what was more than was left",
      [find, succeed, exceeds],
      closeFailure,
      ["excessLost", "2025-06-20", "writeOffs 100", "refundsPayable -100"],
    ],
    [
      "comes back to the bank",
      [byTransfer, transferred],
      transferFailed,
      ["refundReturned", "2025-06-14", "bank 400", "refundsPayable -400"],
    ],
  ])("%s", (_, past, event, row) => {
    expect(balances(past, event)).toEqual([row]);
  });

  test("books nothing before anything has moved", () => {
    expect(balances([], create())).toEqual([]);
    expect(balances([create()], refuse)).toEqual([]);
    expect(balances([byTransfer], transferFailed)).toEqual([]);
  });

  test.each<[string, Stamped[], Stamped]>([
    ["does not come through twice", done, succeed],
    ["does not fail twice", failed, fail],
    ["does not come through once it failed", failed, succeed],
    ["is not settled twice", [...failed, closeFailure], closeFailure],
    ["is not transferred by card", [create()], transferred],
    ["is not asked for twice", [create()], create()],
    ["by transfer does not come back into Stripe's balance", [byTransfer, transferred], fail],
    ["by card does not come back to the bank", done, transferFailed],
  ])("%s", (_, before, event) => {
    expect(given(refundDefinition, ...before).when(event)).toBeNull();
  });

  test("by transfer pays back a credit only", () => {
    const {
      at: _at,
      day: _day,
      machineId: _id,
      number: _number,
      ...event
    } = create({
      ...{ paymentId: null, fromCredit: false },
    });
    expect(refundDefinition.events.safeParse(event).success).toBe(false);
  });

  test("is asked about daily while it is pending, and no longer than a month", () => {
    const dueAts = (...past: Stamped[]) =>
      given(refundDefinition, ...past)
        .deadlines()
        .map(({ dueAt }) => dueAt);
    expect(dueAts(...pending)).toEqual(["2025-06-11T03:00:00.000Z"]);
    expect(dueAts(...pending, lookUp)).toEqual(["2025-06-12T03:00:00.000Z"]);
    expect(dueAts(...pending, ...Array.from({ length: 30 }, () => lookUp))).toEqual([]);
    expect(dueAts(...done)).toEqual([]);
  });
});
