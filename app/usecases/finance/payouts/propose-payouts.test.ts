import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { payoutProposals, surePayouts, type PayoutAtBank } from "./propose-payouts.ts";
import { isStripe } from "./stripe-payer.ts";

test.each([
  ["ｽﾄﾗｲﾌﾟｼﾞﾔﾊﾟﾝ(ｶ", true],
  ["ｽﾄﾗｲﾌﾟ ｼﾞｬﾊﾟﾝ(ｶ)", true],
  ["カ）ストライプジャパン", true],
  ["ストライプジャパン株式会社", true],
  ["すとらいぷ", true],
  ["STRIPE", true],
  ["ｓｔｒｉｐｅ　ｊａｐａｎ", true],
  ["Stripe Japan, K.K.", true],
  ["ｽﾄﾗｲﾌﾟﾃﾞｻﾞｲﾝ(ｶ", false],
  ["ｶ)ﾐﾅﾄｼﾖｳｼﾞ", false],
  ["", false],
])("whether %s is Stripe: %s", (payer, isIts) => expect(isStripe(payer)).toBe(isIts));

const payout = (payoutId: string, arrivalDay: string, isReturned = false): PayoutAtBank => ({
  ...{ payoutId, amount: 9_640, arrivalDay, isReturned },
});
const deposit = (valueDay: string, payer = "ｽﾄﾗｲﾌﾟｼﾞﾔﾊﾟﾝ(ｶ", amount = 9_640) => ({
  ...{ receiptId: `r ${valueDay}`, valueDay, payer, amount },
});

describe("a receipt is proposed for a payout", () => {
  const friday = payout("po_1", "2026-11-20");
  test.each([
    ["by amount, payer and day", deposit("2026-11-20"), 95, ["stripePayer", "nearArrival"]],
    ["over closed days", deposit("2026-11-24"), 95, ["stripePayer", "nearArrival"]],
    ["three banking days early", deposit("2026-11-17"), 95, ["stripePayer", "nearArrival"]],
    ["four banking days late: not surely", deposit("2026-11-27"), 80, ["stripePayer"]],
    ["of another payer: not surely", deposit("2026-11-20", "ﾀﾅｶ"), 65, ["nearArrival"]],
    ["by its amount alone: hardly", deposit("2026-01-05", "ﾀﾅｶ"), 50, []],
  ])("%s", (_, from, confidence, reasons) => {
    expect(payoutProposals(from, [friday])).toEqual([
      { ...friday, confidence, reasons: ["exactAmount", ...reasons] },
    ]);
  });

  test("never of another amount, and never what the bank took back", () => {
    expect(payoutProposals(deposit("2026-11-20", "STRIPE", 9_639), [friday])).toEqual([]);
    const back = { ...friday, amount: -9_640 };
    expect(payoutProposals(deposit("2026-11-20", "STRIPE", -9_640), [back])).toEqual([]);
  });

  test("not surely where it came back, or another is as likely", () => {
    const [back] = payoutProposals(deposit("2026-11-20"), [payout("po_0", "2026-11-20", true)]);
    expect(back).toMatchObject({
      confidence: 70,
      reasons: expect.arrayContaining(["payoutReturned"]),
    });
    const both = payoutProposals(deposit("2026-11-20"), [friday, payout("po_2", "2026-11-18")]);
    expect(both.map(({ payoutId, confidence }) => [payoutId, confidence])).toEqual([
      ["po_1", 70],
      ["po_2", 70],
    ]);
    expect(both[0]?.reasons).toContain("payoutTie");
  });

  test("surely all the same where the other one is weeks away", () => {
    const [best] = payoutProposals(deposit("2026-11-20"), [payout("po_2", "2026-10-20"), friday]);
    expect(best).toMatchObject({ payoutId: "po_1", confidence: 95 });
  });
});

test("two receipts that may be one payout are left to a person", () => {
  const deposits = [deposit("2026-11-20"), deposit("2026-11-19")];
  const sure = (of: typeof deposits) => surePayouts(of, [payout("po_1", "2026-11-20")], 90);
  expect(sure(deposits)).toEqual([]);
  expect(sure(deposits.slice(1))).toMatchObject([{ proposal: { payoutId: "po_1" } }]);
});

test("what is sure has all evidence, and no line or payout is taken twice", () => {
  const days = fc.integer({ min: 10, max: 28 }).map((day) => `2026-11-${day}`);
  const amount = fc.constantFrom(9_640, 500);
  const payouts = fc.array(fc.record({ amount, arrivalDay: days, isReturned: fc.boolean() }));
  const payer = fc.constantFrom("STRIPE", "ｽﾄﾗｲﾌﾟ", "ﾀﾅｶ");
  const deposits = fc.array(fc.record({ amount, valueDay: days, payer }));
  fc.assert(
    fc.property(payouts, deposits, (some, lines) => {
      const known = some.map((each, n) => ({ payoutId: `po_${n}`, ...each }));
      const open = lines.map((each, n) => ({ receiptId: `r${n}`, ...each }));
      const sure = surePayouts(open, known, 90);
      expect(new Set(sure.map(({ deposit: { receiptId } }) => receiptId)).size).toBe(sure.length);
      expect(new Set(sure.map(({ proposal }) => proposal.payoutId)).size).toBe(sure.length);
      for (const { deposit: line, proposal } of sure) {
        expect(isStripe(line.payer) && !proposal.isReturned).toBe(true);
        expect(proposal.amount).toBe(line.amount);
      }
    }),
  );
});
