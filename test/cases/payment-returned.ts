import { on, type Stamped, type Told } from "#test/helpers/given.ts";

const [invoiceId, one, other] = [1, 2, 3].map((n) => `0199aaaa-0000-7000-8000-0000000000f${n}`) as [
  string,
  string,
  string,
];

const create = on("2025-04-02", { type: "create", invoiceId, amount: 1100 });
const settle = (amount = 1100) =>
  on("2025-04-03", {
    ...{ type: "settle", intentId: "pi_1", chargeId: "ch_1", amount, valueDay: "2025-04-02" },
  });
/** A payment whose money has come in, as it was asked for or not. */
const paid = [create, settle()];
const odd = [create, settle(900)];

const refund = (amount: number, refundId = one, isFound = false) =>
  on("2025-05-10", { type: "refund", refundId, amount, fromCredit: false, isFound });
const found = (amount: number, refundId = other) => refund(amount, refundId, true);
const failed = (refundId = one) => on("2025-05-20", { type: "refundFailed", refundId });
const dispute = (disputeId = one, amount = 1100) =>
  on("2025-06-10", { type: "dispute", disputeId, amount });
const won = (disputeId = one) => on("2025-07-10", { type: "disputeWon", disputeId });
const lost = (disputeId = one, amount = 1100) =>
  on("2025-07-10", { type: "disputeLost", disputeId, amount });
const take = on("2025-05-10", { type: "take", amount: 900 });

const told = (to: string, ...tells: string[]): Told => ({
  ...{ to, clauses: ["A12.2"], tells, effects: [] },
});
const [goes, comes] = ["invoice.paymentRefunded", "invoice.refundReturned"] as const;
const opened = "invoice.paymentDisputed";

type Case = [name: string, past: Stamped[], event: Stamped, then: Told];

const partly = [...paid, refund(400)];
const whole = [...paid, refund(1100)];
const disputed = [...paid, dispute()];
const twice = [...paid, dispute(one, 400), dispute(other, 400)];
const isWon = [...disputed, won()];
const isLost = [...disputed, lost()];
const oddDisputed = [...odd, dispute(one, 900)];

/** What becomes of a payment's money after it came in. */
export const returnedCases: Case[] = [
  ["is refunded in part", paid, refund(400), told("partlyRefunded", goes)],
  ["is refunded", paid, refund(1100), told("refunded", goes)],
  ["is disputed", paid, dispute(), told("disputed", opened)],
  ["is refunded in part again", partly, refund(300, other), told("partlyRefunded", goes)],
  ["is refunded the rest", partly, refund(700, other), told("refunded", goes)],
  ["is disputed after a refund", partly, dispute(), told("disputed", opened)],
  ["has its one refund fail", partly, failed(), told("succeeded", comes)],
  [
    "has one of two refunds fail",
    [...partly, refund(300, other)],
    failed(),
    told("partlyRefunded", comes),
  ],
  ["has all of it come back", whole, failed(), told("succeeded", comes)],
  [
    "has a part of all come back",
    [...partly, refund(700, other)],
    failed(),
    told("partlyRefunded", comes),
  ],
  ["is refunded beyond all at Stripe", whole, found(5), told("refunded", "refund.exceeds")],
  ["is disputed though refunded", whole, dispute(), told("disputed", opened)],
  ["is refunded at Stripe while disputed", disputed, found(400), told("disputed", goes)],
  ["has a refund fail while disputed", [...partly, dispute()], failed(), told("disputed", comes)],
  [
    "is disputed twice",
    [...paid, dispute(one, 400)],
    dispute(other, 400),
    told("disputed", opened),
  ],
  ["wins", disputed, won(), told("won", "invoice.disputeWon")],
  ["wins one of two", twice, won(), told("disputed", "invoice.disputeWon")],
  ["loses", disputed, lost(), told("lost", "invoice.disputeLost")],
  ["loses one of two", twice, lost(one, 400), told("disputed", "invoice.disputeLost")],
  [
    "loses more than is left (fault 39)",
    [...partly, dispute()],
    lost(),
    told("lost", "invoice.disputeLost", "dispute.exceeds"),
  ],
  ["is refunded after it won", isWon, refund(1100), told("refunded", goes)],
  ["is refunded in part after it won", isWon, refund(400), told("partlyRefunded", goes)],
  ["has a refund fail after it won", [...partly, dispute(), won()], failed(), told("won", comes)],
  ["is disputed again after it won", isWon, dispute(other), told("disputed", opened)],
  ["is refunded at Stripe though lost", isLost, found(5), told("lost", "refund.exceeds")],
  ["has a refund fail though lost", [...partly, dispute(), lost()], failed(), told("lost", comes)],
  ["is disputed again though lost", isLost, dispute(other, 5), told("disputed", opened)],
  ["of another amount is taken", odd, take, told("succeeded", "invoice.paymentReceived")],
  ["of another amount goes back", odd, refund(900), told("refunded", "invoice.paymentClosed")],
  ["of another amount goes back in part at Stripe", odd, found(100), told("mismatched")],
  ["of another amount comes back in part", [...odd, found(100)], failed(other), told("mismatched")],
  ["of another amount comes back", [...odd, refund(900)], failed(), told("mismatched")],
  ["of another amount is disputed", odd, dispute(one, 900), told("mismatched")],
  ["of another amount wins", oddDisputed, won(), told("mismatched")],
  ["of another amount loses", oddDisputed, lost(one, 900), told("mismatched")],
];

/** What it does not take. */
export const neverReturned: [name: string, past: Stamped[], event: Stamped][] = [
  ["gives back no more than is left (fault 35)", partly, refund(701, other)],
  ["gives back nothing twice", partly, refund(400)],
  ["gives back nothing while disputed", disputed, refund(400)],
  ["gives back nothing once lost", isLost, refund(1)],
  ["of another amount is not refunded in part", odd, refund(100)],
  ["of another amount is taken as it is only", odd, on("2025-05-10", { type: "take", amount: 1 })],
  ["is not disputed twice by one dispute", disputed, dispute()],
  ["has no other's refund fail", partly, failed(other)],
  ["wins no dispute that is over", isLost, won()],
];
