import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Bench, openBench } from "../testing/bench.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

/** Charges a test card of that name. */
function pay(yen: number, card = "visa"): Promise<Stripe.PaymentIntent> {
  return bench.stripe.paymentIntents.create({
    amount: yen,
    currency: "jpy",
    payment_method: `pm_card_${card}`,
    allowed_payment_method_types: ["card"],
    confirm: true,
  });
}

async function control<T>(path: string, body: object): Promise<T> {
  const answer = await bench.control("POST", path, body);
  const value = (await answer.json()) as T;
  if (!answer.ok) throw new Error(JSON.stringify(value));
  return value;
}

async function rowsOf(source: string): Promise<[type: string, amount: number, fee: number][]> {
  const { data } = await bench.stripe.balanceTransactions.list({ source });
  return data.toReversed().map(({ type, amount, fee }) => [type, amount, fee]);
}

async function typesAbout(id: string): Promise<string[]> {
  const { data } = await bench.stripe.events.list({ limit: 100 });
  return data
    .filter(({ data: { object } }) => JSON.stringify(object).includes(id))
    .map(({ type }) => type)
    .toReversed();
}

describe("refunds", () => {
  test("that fail after they were taken put the money back", async () => {
    const intent = await pay(10_000);
    const refund = await bench.stripe.refunds.create({ payment_intent: intent.id, amount: 4_000 });
    await control(`/refunds/${refund.id}`, { status: "failed", failure_reason: "unknown" });
    expect(await rowsOf(refund.id)).toEqual([
      ["refund", -4_000, 0],
      ["refund_failure", 4_000, 0],
    ]);
    expect(await bench.stripe.refunds.retrieve(refund.id)).toMatchObject({
      status: "failed",
      failure_reason: "unknown",
    });
    const charge = await bench.stripe.charges.retrieve(String(intent.latest_charge));
    expect(charge).toMatchObject({ amount_refunded: 0, refunded: false });
    expect(await typesAbout(refund.id)).toEqual([
      ...["refund.created", "refund.updated", "charge.refund.updated", "refund.failed"],
    ]);
  });

  test("of a slow bank end a day later by themselves, and fail with a card that fails them", async () => {
    const slow = await pay(3_000, "pendingRefund");
    const failing = await pay(5_000, "refundFail");
    const waits = await bench.stripe.refunds.create({ payment_intent: slow.id });
    const fails = await bench.stripe.refunds.create({ payment_intent: failing.id });
    expect([waits.status, fails.status]).toEqual(["pending", "succeeded"]);
    const tomorrow = new Date(Date.now() + 25 * 3_600_000).toISOString();
    await control("/clock", { now: tomorrow });
    expect((await bench.stripe.refunds.retrieve(waits.id)).status).toBe("succeeded");
    expect((await bench.stripe.refunds.retrieve(fails.id)).status).toBe("failed");
  });

  test("made in the Dashboard come without a request of ours", async () => {
    const intent = await pay(8_000);
    const refund = await control<Stripe.Refund>("/refunds", {
      payment_intent: intent.id,
      amount: 8_000,
    });
    const { data } = await bench.stripe.events.list({ type: "refund.created", limit: 1 });
    expect(data).toMatchObject([{ request: { id: null }, data: { object: { id: refund.id } } }]);
    await expect(bench.stripe.refunds.create({ payment_intent: intent.id })).rejects.toMatchObject({
      code: "charge_already_refunded",
    });
  });
});

describe("disputes", () => {
  test("take the money with a fee, forbid a refund, and give back what was won", async () => {
    const intent = await pay(20_000);
    const dispute = await control<Stripe.Dispute>("/disputes", { payment_intent: intent.id });
    expect(dispute).toMatchObject({ status: "needs_response", amount: 20_000 });
    await expect(bench.stripe.refunds.create({ payment_intent: intent.id })).rejects.toMatchObject({
      code: "charge_disputed",
    });
    await bench.stripe.disputes.update(dispute.id, {
      evidence: { uncategorized_text: "winning_evidence" },
    });
    expect((await bench.stripe.disputes.retrieve(dispute.id)).status).toBe("won");
    expect(await rowsOf(dispute.id)).toEqual([
      ["adjustment", -20_000, 1_300],
      ["adjustment", 20_000, 0],
    ]);
    expect(await typesAbout(dispute.id)).toEqual([
      ...["charge.dispute.created", "charge.dispute.funds_withdrawn", "charge.dispute.updated"],
      ...["charge.dispute.closed", "charge.dispute.funds_reinstated"],
    ]);
  });

  test("are lost by giving in, and an inquiry takes nothing until it becomes one", async () => {
    const lost = await control<Stripe.Dispute>("/disputes", {
      payment_intent: (await pay(6_000)).id,
    });
    expect((await bench.stripe.disputes.close(lost.id)).status).toBe("lost");
    await expect(bench.stripe.disputes.close(lost.id)).rejects.toThrow("already closed");
    const inquiry = await control<Stripe.Dispute>("/disputes", {
      payment_intent: (await pay(7_000)).id,
      inquiry: true,
    });
    expect([inquiry.status, await rowsOf(inquiry.id)]).toEqual(["warning_needs_response", []]);
    await control(`/disputes/${inquiry.id}`, { status: "needs_response" });
    await control(`/disputes/${inquiry.id}`, { status: "won", fee_returned: true });
    expect(await rowsOf(inquiry.id)).toEqual([
      ["adjustment", -7_000, 1_300],
      ["adjustment", 7_000, -1_300],
    ]);
  });
});

describe("payouts", () => {
  const linesOf = async (payout: string): Promise<Stripe.BalanceTransaction[]> =>
    (await bench.stripe.balanceTransactions.list({ payout, limit: 100 })).data;

  test("that the bank sends back are carried by the next one", async () => {
    await pay(50_000);
    const sent = await control<Stripe.Payout>("/payouts", {});
    await control(`/payouts/${sent.id}`, { status: "failed" });
    const again = await control<Stripe.Payout>("/payouts", {});
    expect(again.amount).toBe(sent.amount);
    expect((await linesOf(again.id)).map(({ type }) => type).toSorted()).toEqual([
      ...["payout", "payout_failure"],
    ]);
    expect(await bench.stripe.payouts.retrieve(sent.id)).toMatchObject({
      status: "failed",
      failure_code: "account_closed",
    });
  });

  test("are reversed by one of their own, and debit the bank for what the balance lacks", async () => {
    await pay(30_000);
    const paid = await control<Stripe.Payout>("/payouts", {});
    const reversal = await control<Stripe.Payout>(`/payouts/${paid.id}`, { status: "reversed" });
    expect(reversal).toMatchObject({ amount: -paid.amount, original_payout: paid.id });
    await control("/balance", { type: "adjustment", amount: -2 * paid.amount, description: "x" });
    expect((await bench.control("POST", "/payouts", {})).status).toBe(409);
    const debit = await control<Stripe.Payout>("/payouts", { negative: true });
    expect(debit.amount).toBe(-paid.amount);
    const net = (await linesOf(debit.id)).filter(({ source }) => source !== debit.id);
    expect(net.reduce((sum, row) => sum + row.net, 0)).toBe(debit.amount);
  });

  test("by hand take no more than what is available, and don't tell what they carried", async () => {
    await pay(10_000, "bypassPending");
    await expect(
      bench.stripe.payouts.create({ amount: 10_000_000, currency: "jpy" }),
    ).rejects.toMatchObject({ code: "balance_insufficient" });
    const payout = await bench.stripe.payouts.create({ amount: 9_000, currency: "jpy" });
    expect(payout).toMatchObject({ automatic: false, reconciliation_status: "not_applicable" });
    await expect(linesOf(payout.id)).rejects.toThrow("not manual");
  });
});
