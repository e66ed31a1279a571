import { on, type Stamped, type Told } from "#test/helpers/given.ts";

const [contractId, paymentId, refundId, disputeId] = [1, 2, 3, 4].map(
  (n) => `0199aaaa-0000-7000-8000-0000000000c${n}`,
) as [string, string, string, string];

/** An invoice of 1,100 yen, due on 2025-06-02. */
const issue = on(
  "2025-04-01",
  {
    ...{ type: "issue", contractId, reason: "annualFee", dueDay: "2025-06-02" },
    ...{ periodStart: "2025-04-01", periodEnd: "2026-03-31" },
    lines: [{ menuCode: "m", nameJa: "監視", nameEn: "M", amount: 1000, ratePercent: 10 }],
    taxes: [{ ratePercent: 10, taxable: 1000, tax: 100 }],
    ...{ subtotal: 1000, tax: 100, total: 1100 },
  },
  0,
);
const pay = (amount: number) =>
  on("2025-04-03", { type: "paymentReceived", paymentId, amount, valueDay: "2025-04-03" });
const overdueNow = on("2025-06-03", { type: "dueDayPassed" }, 0);

const early = "2025-05-10";
const late = "2025-06-10";
const refunded = (amount: number, day = early, fromCredit = false) =>
  on(day, { type: "paymentRefunded", paymentId, refundId, amount, fromCredit });
const back = (amount: number, day = late) =>
  on(day, { type: "refundReturned", paymentId, refundId, amount, valueDay: "2025-04-03" });
const disputed = on(early, { type: "paymentDisputed", paymentId, disputeId, amount: 1100 });
const won = on(late, { type: "disputeWon", disputeId });
const lost = (amount: number, day = early) =>
  on(day, { type: "disputeLost", paymentId, disputeId, amount });

const paid = [issue, pay(1100)];
const partly = [issue, pay(400)];
const overdue = [issue, pay(400), overdueNow];
const tooMuch = [issue, pay(1500)];

const told = (to: string, tells: string[] = [], clause = "A12.2"): Told => ({
  ...{ to, clauses: [clause], tells, effects: [] },
});
const reopened = ["contract.invoiceReopened"];
const settled = ["contract.invoiceSettled"];
const isLate = [...reopened, "contract.invoiceOverdue"];

type Case = [name: string, past: Stamped[], event: Stamped, then: Told];

/** Money of an invoice that goes back and comes back, in each state. */
export const returnedMoneyCases: Case[] = [
  ["is disputed with the card's issuer", paid, disputed, told("paid")],
  ["has its dispute won", [...paid, disputed], won, told("paid")],
  ["has too much of it go back", tooMuch, refunded(400, early, true), told("paid")],
  ["has part of it go back", paid, refunded(400), told("partlyPaid", reopened)],
  ["has all of it go back", paid, refunded(1100), told("issued", reopened)],
  ["has it go back after its due day", paid, refunded(400, late), told("overdue", isLate, "A14.3")],
  [
    "stays late where money of an earlier day is known to go back afterwards",
    [issue, overdueNow, pay(1100)],
    refunded(400),
    told("overdue", isLate, "A14.3"),
  ],
  ["loses what was too much", tooMuch, lost(400), told("paid")],
  ["loses part of it", paid, lost(400), told("partlyPaid", reopened)],
  ["loses all of it", paid, lost(1100), told("issued", reopened)],
  ["loses it after its due day", paid, lost(1100, late), told("overdue", isLate, "A14.3")],
  ["has more come back though paid", tooMuch, back(100), told("paid")],
  ["has part of a part go back", partly, refunded(100), told("partlyPaid")],
  ["has its part go back", partly, refunded(400), told("issued")],
  ["loses part of a part", partly, lost(100), told("partlyPaid")],
  ["loses its part", partly, lost(400), told("issued")],
  ["is paid again", [...paid, refunded(400)], back(400, early), told("paid", settled)],
  ["has a part come back", partly, back(100, early), told("partlyPaid")],
  ["has a first part come back", [...partly, refunded(400)], back(400), told("partlyPaid")],
  ["has all of it come back", [...paid, refunded(1100)], back(1100), told("paid", settled)],
  ["has its part go back while overdue", overdue, refunded(400, late), told("overdue")],
  ["loses its part while overdue", overdue, lost(400, late), told("overdue")],
  ["has a part come back while overdue", overdue, back(100), told("overdue")],
  ["is paid again while overdue", overdue, back(700), told("paid", settled)],
];

/** What it does not take. */
export const neverReturnedMoney: [name: string, past: Stamped[], event: Stamped][] = [
  ["gives back no more credit than it has", tooMuch, refunded(401, early, true)],
  ["gives back no credit where it has none", paid, refunded(1, early, true)],
  ["has no more go back than came", partly, refunded(401)],
  ["is not disputed twice by one dispute", [...paid, disputed], disputed],
  ["is not disputed before anything was paid", [issue], disputed],
  ["wins no dispute that it does not have", paid, won],
  [
    "is not reminded while a card payment is disputed",
    [...overdue, disputed],
    on(late, {
      ...{ type: "remind", id: "remind/first" },
    }),
  ],
];
