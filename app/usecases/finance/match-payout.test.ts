import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BalanceLine, PayoutSummary } from "#app/gateways/payments.ts";
import { matchPayout, type MatchablePayment } from "./match-payout.ts";

const payout = (amount: number, changed: Partial<PayoutSummary> = {}): PayoutSummary => ({
  ...{ payoutId: "po_1", amount, status: "paid", arrivalDay: "2026-11-27" },
  ...{ automatic: true, reconciled: true, ...changed },
});

let count = 0;
const line = (
  type: string,
  amount: number,
  fee = 0,
  chargeId: string | null = null,
): BalanceLine => ({
  ...{ lineId: `txn_${(count += 1)}`, type, amount, fee, net: amount - fee },
  ...{ sourceId: chargeId, chargeId },
});

const payment = (
  chargeId: string,
  amount: number,
  changed: Partial<MatchablePayment> = {},
): MatchablePayment => ({
  ...{ customerId: "c", paymentId: `p-${chargeId}`, invoiceId: "i", chargeId, amount },
  ...{ status: "succeeded", paidOutBy: null, ...changed },
});

const reasonsOf = (...lines: Parameters<typeof matchPayout>) =>
  matchPayout(...lines).lines.map(({ state, reason }) => `${state} ${reason}`);

test("a charge goes to its payment, its fee is a cost, and the payout is what is left", () => {
  const lines = [line("charge", 10_000, 360, "ch_a"), line("payout", -9_640)];
  const { lines: matched, postings } = matchPayout(payout(9_640), lines, [payment("ch_a", 10_000)]);
  expect(matched.map(({ state }) => state)).toEqual(["matched", "explained"]);
  expect(matched[0]?.payment?.paymentId).toBe("p-ch_a");
  expect(postings).toEqual([
    { account: "bank", debit: 9_640, credit: 0 },
    { account: "stripeFees", debit: 360, credit: 0 },
    { account: "stripeClearing", debit: 0, credit: 10_000 },
  ]);
});

describe("what becomes an exception", () => {
  const charge = () => [line("charge", 10_000, 360, "ch_a")];
  test.each<[string, MatchablePayment[]]>([
    ["noPayment", []],
    ["severalPayments", [payment("ch_a", 10_000), payment("ch_a", 10_000, { paymentId: "q" })]],
    ["amountDiffers", [payment("ch_a", 9_999)]],
    ["notSettled", [payment("ch_a", 10_000, { status: "mismatched" })]],
    ["paidOutBefore", [payment("ch_a", 10_000, { paidOutBy: "po_0" })]],
  ])("a charge: %s", (reason, payments) => {
    const { lines, postings } = matchPayout(payout(9_640), charge(), payments);
    expect(lines).toMatchObject([{ state: "exception", reason }]);
    expect(postings).toEqual([
      { account: "bank", debit: 9_640, credit: 0 },
      { account: "suspense", debit: 0, credit: 9_640 },
    ]);
  });

  test("the second line of one charge", () => {
    const lines = [...charge(), ...charge()];
    expect(reasonsOf(payout(19_280), lines, [payment("ch_a", 10_000)])).toEqual([
      "matched charge",
      "exception paidOutBefore",
    ]);
  });

  test.each<[BalanceLine, string]>([
    [line("refund", -500, 0, "ch_a"), "refund"],
    [line("refund_failure", 500, 0, "ch_a"), "refundFailure"],
    [line("adjustment", -500, 1_300, "ch_a"), "dispute"],
    [line("adjustment", 500, 0, "ch_a"), "disputeReversal"],
    [line("adjustment", 77), "adjustment"],
    [line("payout_failure", 5_000), "payoutFailure"],
    [line("moon_dust", 1), "unknownType"],
    [{ ...line("charge", 100, 4, "ch_a"), net: 97 }, "arithmetic"],
  ])("%j", (odd, reason) => {
    const { lines } = matchPayout(payout(odd.net), [odd], [payment("ch_a", 500)]);
    expect(lines).toMatchObject([{ state: "exception", reason }]);
  });
});

test("Stripe's own fees are explained", () => {
  const lines = [line("charge", 10_000, 360, "ch_a"), line("stripe_fee", -200)];
  const { lines: matched, postings } = matchPayout(payout(9_440), lines, [payment("ch_a", 10_000)]);
  expect(matched[1]).toMatchObject({ state: "explained", reason: "stripeFee" });
  expect(postings).toContainEqual({ account: "stripeFees", debit: 560, credit: 0 });
});

test.each([
  ["one yen short", [line("charge", 10_000, 360, "ch_a")], 9_641],
  ["its own row differs", [line("charge", 10_000, 360, "ch_a"), line("payout", -9_641)], 9_640],
  ["no lines", [], 9_640],
])("nothing is booked: %s", (_, lines, amount) => {
  expect(matchPayout(payout(amount), lines, [payment("ch_a", 10_000)]).postings).toBeNull();
});

test("a manual payout is one exception", () => {
  const { lines, postings } = matchPayout(payout(5_000, { automatic: false }), [], []);
  expect(lines).toMatchObject([{ state: "exception", reason: "manualPayout", net: 5_000 }]);
  expect(postings).toContainEqual({ account: "suspense", debit: 0, credit: 5_000 });
});

const anyLine = fc
  .record({
    type: fc.constantFrom("charge", "refund", "adjustment", "stripe_fee", "payout_failure", "odd"),
    amount: fc.integer({ min: -99_999_999, max: 99_999_999 }),
    fee: fc.integer({ min: 0, max: 5_000_000 }),
    chargeId: fc.constantFrom("ch_a", "ch_b", null),
  })
  .map(({ type, amount, fee, chargeId }) => line(type, amount, fee, chargeId));

test("whatever comes, no line is dropped and the postings balance", () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 12 }), (lines) => {
      const amount = lines.reduce((sum, { net }) => sum + net, 0);
      const payments = lines.flatMap(({ chargeId, amount: paid }) =>
        chargeId === null ? [] : [payment(chargeId, paid, { paymentId: `${chargeId}/${paid}` })],
      );
      const { lines: matched, postings } = matchPayout(payout(amount), lines, payments);
      expect(matched.map(({ lineId }) => lineId)).toEqual(lines.map(({ lineId }) => lineId));
      const sum = (postings ?? []).reduce((left, { debit, credit }) => left + debit - credit, 0);
      expect(sum).toBe(0);
      expect(postings?.every(({ debit, credit }) => debit >= 0 && credit >= 0)).toBe(true);
      expect(postings?.every(({ debit, credit }) => (debit === 0) !== (credit === 0))).toBe(true);
    }),
  );
});
