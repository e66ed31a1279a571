import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BalanceLine } from "#app/gateways/payments.ts";
import { bookLater, bookPayout, judgeLine, type LineCandidate } from "./match-payout.ts";

let count = 0;
const line = (
  type: string,
  amount: number,
  fee = 0,
  sourceId: string | null = null,
): BalanceLine => ({
  ...{ lineId: `txn_${(count += 1)}`, type, amount, fee, net: amount - fee },
  ...{ sourceId, chargeId: sourceId },
});

const unknown: LineCandidate = {
  ...{ payments: 0, payment: null, refund: null, dispute: null, payout: null, isCarried: false },
};
const paid = (received: number, status = "succeeded"): LineCandidate => ({
  ...{ ...unknown, payments: 1 },
  payment: { customerId: "c", paymentId: "p", invoiceId: "i", received, status },
});
const refunded = (amount: number, status = "succeeded", isBooked = true): LineCandidate => ({
  ...{ ...paid(10_000), refund: { refundId: "r", amount, status, isBooked } },
});
const disputed = (...lines: string[]): LineCandidate => ({
  ...{ ...paid(10_000), dispute: { disputeId: "d", lines } },
});

const payout = (amount: number) => ({ payoutId: "po_1", amount });

/** Judges each line and books the payout that they are of. */
function match(amount: number, judged: readonly [BalanceLine, LineCandidate][]) {
  const lines = judged.map(([each, candidate]) => ({
    ...{ ...each, ...judgeLine(payout(amount), each, candidate) },
  }));
  const { postings, difference } = bookPayout(amount, lines);
  const sums = postings?.map(({ account, debit, credit }) => `${account} ${debit - credit}`);
  const reasons = lines.map(({ state, reason }) => `${state} ${reason}`);
  return { lines, reasons, postings, sums, difference };
}

const charge = () => line("charge", 10_000, 360, "ch_a");

test("a charge goes to its payment, its fee is a cost, and the payout is what is left", () => {
  const own = line("payout", -9_640, 0, "po_1");
  const { reasons, lines, sums } = match(9_640, [
    [charge(), paid(10_000)],
    [own, unknown],
  ]);
  expect(reasons).toEqual(["matched charge", "explained payout"]);
  expect(lines[0]?.paymentId).toBe("p");
  expect(sums).toEqual(["bank 9640", "stripeFees 360", "stripeClearing -10000"]);
});

describe("what becomes an exception, in suspense", () => {
  test.each<[string, LineCandidate]>([
    ["noPayment", unknown],
    ["severalPayments", { ...paid(10_000), payments: 2 }],
    ["amountDiffers", paid(9_999)],
    ["notSettled", paid(10_000, "processing")],
    ["paidOutBefore", { ...paid(10_000), isCarried: true }],
  ])("a charge: %s", (reason, candidate) => {
    const { reasons, sums } = match(9_640, [[charge(), candidate]]);
    expect(reasons).toEqual([`exception ${reason}`]);
    expect(sums).toEqual(["bank 9640", "suspense -9640"]);
  });

  test.each<[BalanceLine, LineCandidate, string]>([
    [line("refund", -500, 0, "re_a"), paid(500), "refund"],
    [line("refund", -500, 0, "re_a"), refunded(499), "refund"],
    [line("refund", -500, 0, "re_a"), refunded(500, "requested", false), "refund"],
    [line("refund_failure", 500, 0, "re_a"), refunded(500, "succeeded"), "refundFailure"],
    [line("adjustment", -500, 1_300, "ch_a"), paid(500), "dispute"],
    [line("adjustment", -500, 1_300, "ch_a"), disputed("txn_other"), "dispute"],
    [line("adjustment", 500, 0, "ch_a"), paid(500), "disputeReversal"],
    [line("adjustment", 77), unknown, "adjustment"],
    [line("payout_failure", 5_000, 0, "po_0"), unknown, "payoutFailure"],
    [line("payout", 5_000, 0, "po_0"), unknown, "otherPayout"],
    [line("moon_dust", 1), unknown, "unknownType"],
    [{ ...line("charge", 100, 4, "ch_a"), net: 97 }, paid(100), "arithmetic"],
  ])("%j", (odd, candidate, reason) => {
    expect(match(odd.net, [[odd, candidate]]).reasons).toEqual([`exception ${reason}`]);
  });

  test("a manual payout, whole", () => {
    const manual = { ...line("payout", 5_000, 0, "po_1"), lineId: "po_1/manual" };
    const { reasons, sums } = match(5_000, [[manual, unknown]]);
    expect(reasons).toEqual(["exception manualPayout"]);
    expect(sums).toEqual(["bank 5000", "suspense -5000"]);
  });
});

describe("what the portal has booked itself clears", () => {
  const withdrawn = line("adjustment", -10_000, 1_300, "ch_a");
  const reinstated = line("adjustment", 10_000, -1_300, "ch_a");
  test.each<[string, BalanceLine, LineCandidate, string[]]>([
    [
      "a refund, from a payout that takes money from the bank",
      line("refund", -500, 0, "re_a"),
      refunded(500),
      ["bank -500", "stripeClearing 500"],
    ],
    [
      "a refund that failed",
      line("refund_failure", 500, 0, "re_a"),
      refunded(500, "failed"),
      ["bank 500", "stripeClearing -500"],
    ],
    [
      "a dispute, with the fee that was booked with it",
      withdrawn,
      disputed(withdrawn.lineId),
      ["bank -11300", "stripeClearing 11300"],
    ],
    [
      "a dispute's money that came back",
      reinstated,
      disputed(reinstated.lineId),
      ["bank 11300", "stripeClearing -11300"],
    ],
    [
      "a payout that came back",
      line("payout_failure", 5_000, 0, "po_0"),
      { ...unknown, payout: { isBooked: true, isReturned: true } },
      ["bank 5000", "stripeClearing -5000"],
    ],
    [
      "a manual payout's own row, which was in suspense",
      line("payout", -5_000, 0, "po_0"),
      { ...unknown, payout: { isBooked: true, isReturned: false } },
      ["bank -5000", "suspense 5000"],
    ],
    [
      "a charge of another amount than asked for",
      charge(),
      paid(10_000, "mismatched"),
      [...["bank 9640", "stripeFees 360", "stripeClearing -10000"]],
    ],
  ])("%s", (_, each, candidate, sums) => {
    const matched = match(each.net, [[each, candidate]]);
    expect(matched.reasons[0]).toMatch(/^matched/);
    expect(matched.sums).toEqual(sums);
  });
});

test("Stripe's own fees are explained", () => {
  const { reasons, sums } = match(9_440, [
    [charge(), paid(10_000)],
    [line("stripe_fee", -200), unknown],
  ]);
  expect(reasons[1]).toBe("explained stripeFee");
  expect(sums).toContain("stripeFees 560");
});

test.each<[string, [BalanceLine, LineCandidate][], number]>([
  ["one yen short", [[charge(), paid(10_000)]], 9_641],
  [
    "its own row differs",
    [
      [charge(), paid(10_000)],
      [line("payout", -9_641, 0, "po_1"), unknown],
    ],
    9_640,
  ],
  ["no lines", [], 9_640],
])("nothing is booked: %s", (_, lines, amount) => {
  expect(match(amount, lines).postings).toBeNull();
});

test("what is explained later leaves suspense with its fee", () => {
  const sum = { state: "matched", reason: "charge", amount: 10_000, fee: 360, net: 9_640 };
  expect(bookLater(sum)).toEqual([
    { account: "suspense", debit: 9_640, credit: 0 },
    { account: "stripeClearing", debit: 0, credit: 10_000 },
    { account: "stripeFees", debit: 360, credit: 0 },
  ]);
});

const anyCandidate = fc.record({
  payments: fc.nat({ max: 2 }),
  payment: fc.constantFrom(null, ...[500, 9].map((received) => paid(received).payment)),
  refund: fc.constantFrom(null, refunded(500).refund, refunded(9, "failed").refund),
  dispute: fc.constantFrom(null, disputed("txn_1").dispute),
  payout: fc.constantFrom(null, { isBooked: true, isReturned: true }),
  isCarried: fc.boolean(),
});
const anyLine = fc
  .record({
    type: fc.constantFrom("charge", "refund", "adjustment", "stripe_fee", "payout_failure", "odd"),
    amount: fc.oneof(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.constantFrom(500, -500)),
    fee: fc.integer({ min: 0, max: 5_000_000 }),
    sourceId: fc.constantFrom("ch_a", "po_0", null),
  })
  .map(({ type, amount, fee, sourceId }) => line(type, amount, fee, sourceId));

test("whatever comes, no line is dropped and the postings balance", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyLine, anyCandidate), { maxLength: 12 }), (lines) => {
      const amount = lines.reduce((sum, [{ net }]) => sum + net, 0);
      const { lines: judged, postings } = match(amount, lines);
      expect(judged.map(({ lineId }) => lineId)).toEqual(lines.map(([{ lineId }]) => lineId));
      const sum = (postings ?? []).reduce((left, { debit, credit }) => left + debit - credit, 0);
      expect(sum).toBe(0);
      expect(postings?.every(({ debit, credit }) => (debit === 0) !== (credit === 0))).toBe(true);
    }),
  );
});
