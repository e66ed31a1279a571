import { describe, expect, test } from "vitest";
import { declaredEdges, edgesOfCases } from "#test/helpers/chart.ts";
import { given, on, subjectId, type Stamped, type Told } from "#test/helpers/given.ts";
import { disputeDefinition } from "./definition.ts";

const invoiceId = "0199aaaa-0000-7000-8000-0000000000f1";
const paymentId = "0199aaaa-0000-7000-8000-0000000000f2";

const open = on("2025-06-10", {
  ...{ type: "open", invoiceId, paymentId, stripeDisputeId: "du_1", amount: 1100 },
  ...{ reason: "fraudulent", evidenceDueAt: "2025-06-20T14:59:59.000Z" },
});
const withdraw = on("2025-06-10", {
  ...{ type: "withdraw", lineId: "txn_1", amount: 1100, fee: 1500, movedOn: "2025-06-09" },
});
const reinstate = on("2025-07-10", {
  ...{ type: "reinstate", lineId: "txn_2", amount: 1100, fee: 0, movedOn: "2025-07-09" },
});
const review = on("2025-06-19", { type: "review" });
const win = on("2025-07-10", { type: "win" });
const lose = on("2025-07-10", { type: "lose" });
const exceeds = on("2025-07-10", { type: "exceeds", amount: 400 });
const closeLoss = on("2025-07-20", { type: "closeLoss", note: "asked for again" });

const opened = [open];
const reviewed = [open, withdraw, review];
const won = [...reviewed, win];
const lost = [...reviewed, lose];

const told = (to: string, ...tells: string[]): Told => {
  return { to, clauses: ["A12.2"], tells, effects: [] };
};
const wins = told("won", "payment.disputeWon");
const loses = told("lost", "payment.disputeLost");

const cases: [name: string, past: Stamped[], event: Stamped, then: Told][] = [
  ["is opened", [], open, told("needsResponse", "payment.dispute")],
  ["takes the money", opened, withdraw, told("needsResponse")],
  ["gives the money back", [open, withdraw], reinstate, told("needsResponse")],
  ["is won unanswered", opened, win, wins],
  ["is lost unanswered", opened, lose, loses],
  ["is reviewed", opened, review, told("underReview")],
  ["takes the money in review", [open, review], withdraw, told("underReview")],
  ["gives the money back in review", reviewed, reinstate, told("underReview")],
  ["is won", reviewed, win, wins],
  ["is lost", reviewed, lose, loses],
  ["takes the money late", [open, review, win], withdraw, told("won")],
  ["gives the money back late", won, reinstate, told("won")],
  ["takes the money after it was lost", [open, lose], withdraw, told("lost")],
  ["gives the money back after it was lost", lost, reinstate, told("lost")],
  ["is more than was left", lost, exceeds, told("lost")],
  ["is settled", lost, closeLoss, told("lost")],
];

describe("a dispute", () => {
  test.each(cases)("%s", (_, before, event, then) => {
    expect(given(disputeDefinition, ...before).whenTaken(event).told).toEqual(then);
  });

  test("has a case for every edge of its chart", () => {
    const { taken, together } = edgesOfCases(disputeDefinition, cases);
    expect(together).toEqual([]);
    expect(taken).toEqual(declaredEdges(disputeDefinition.machine));
  });

  test("books what is withdrawn with its fee, and what comes back (fault 38)", () => {
    const sums = (past: Stamped[], event: Stamped) =>
      given(disputeDefinition, ...past)
        .whenTaken(event)
        .rows.map(({ kind, day, postings }) => [
          kind,
          day,
          ...postings.map(({ account, debit, credit }) => `${account} ${debit - credit}`),
        ]);
    expect(sums(opened, withdraw)).toEqual([
      [
        ...["disputeWithdrawn", "2025-06-09", "disputedFunds 1100", "stripeFees 1500"],
        "stripeClearing -2600",
      ],
    ]);
    expect(sums(won, reinstate)).toEqual([
      ["disputeReinstated", "2025-07-09", "disputedFunds -1100", "stripeClearing 1100"],
    ]);
    expect(sums(reviewed, win)).toEqual([]);
    expect(sums(lost, closeLoss)).toEqual([]);
    expect(sums([...lost, exceeds], closeLoss)).toEqual([
      ["excessLost", "2025-07-20", "writeOffs 400", "disputedFunds -400"],
    ]);
  });

  test("tells the payment how much it may lose", () => {
    const [tell] = given(disputeDefinition, ...reviewed).whenTaken(lose).tells;
    expect(tell).toEqual({
      ...{ kind: "payment", machineId: paymentId },
      event: { type: "disputeLost", disputeId: subjectId, amount: 1100 },
    });
  });

  test.each<[string, Stamped[], Stamped]>([
    ["books no row of the balance twice", [open, withdraw], withdraw],
    ["is not won once it was lost", lost, win],
    ["is not lost once it was won", won, lose],
    ["is not settled twice", [...lost, closeLoss], closeLoss],
    ["is not settled before it was lost", reviewed, closeLoss],
  ])("%s", (_, before, event) => {
    expect(given(disputeDefinition, ...before).when(event)).toBeNull();
  });
});
