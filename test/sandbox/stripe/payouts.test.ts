import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Bench, openBench } from "../testing/bench.ts";
import { CARDS, createSession, submitCard } from "../testing/payer.ts";
import { until } from "../testing/until.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

async function pay(yen: number): Promise<string> {
  const session = await createSession(bench.stripe, yen);
  expect((await submitCard(session, CARDS.good)).status).toBe(303);
  const { payment_intent } = await bench.stripe.checkout.sessions.retrieve(session.id);
  return String(payment_intent);
}

function rowsOf(payout: Stripe.Payout): Promise<Stripe.BalanceTransaction[]> {
  return bench.stripe.balanceTransactions
    .list({ payout: payout.id, limit: 2 })
    .autoPagingToArray({ limit: 1_000 });
}

async function setClock(now: string): Promise<void> {
  expect((await bench.control("POST", "/clock", { now })).status).toBe(200);
}

describe("refunds", () => {
  test("in part, then the rest; never more than what is left", async () => {
    const payment_intent = await pay(10_000);
    const refund = await bench.stripe.refunds.create({
      payment_intent,
      amount: 4_000,
      expand: ["balance_transaction", "charge"],
    });
    expect(refund).toMatchObject({
      status: "succeeded",
      balance_transaction: { amount: -4_000, fee: 0, net: -4_000, type: "refund" },
      charge: { amount_refunded: 4_000, refunded: false },
    });
    await expect(
      bench.stripe.refunds.create({ payment_intent, amount: 6_001 }),
    ).rejects.toMatchObject({
      statusCode: 400,
      param: "amount",
    });
    const rest = await bench.stripe.refunds.create({ payment_intent });
    expect(rest.amount).toBe(6_000);
    await expect(bench.stripe.refunds.create({ payment_intent })).rejects.toMatchObject({
      code: "charge_already_refunded",
    });
  });
});

describe("automatic payouts", () => {
  test("come on Friday with what became available, and add up to the yen", async () => {
    // A Monday; the test cards are good until 2060.
    await setClock("2050-06-06T01:00:00Z");
    const before = (await bench.stripe.payouts.list()).data.length;
    const intents = [await pay(12_345), await pay(67_890), await pay(50)];
    await bench.stripe.refunds.create({ payment_intent: String(intents[0]), amount: 2_345 });
    await setClock("2050-06-09T23:59:00Z");
    expect((await bench.stripe.payouts.list()).data).toHaveLength(before);

    await setClock("2050-06-10T00:00:00Z");
    const [payout] = (await bench.stripe.payouts.list({ limit: 1 })).data;
    if (!payout) throw new Error("No payout on Friday");
    expect(payout).toMatchObject({
      status: "paid",
      automatic: true,
      reconciliation_status: "completed",
      arrival_date: Date.UTC(2050, 5, 10) / 1000,
    });
    const rows = await rowsOf(payout);
    const own = rows.filter((row) => row.type === "payout");
    const carried = rows.filter((row) => row.type !== "payout");
    // Three rows more are those of the payment refunded above, which left its fee of ¥360 owing.
    expect(carried).toHaveLength(4 + 3);
    expect(carried.reduce((sum, row) => sum + row.net, 0)).toBe(payout.amount);
    expect(own).toMatchObject([{ net: -payout.amount, source: payout.id }]);
    expect(payout.amount).toBe(12_345 - 444 + (67_890 - 2_444) + (50 - 2) - 2_345 - 360);
  });

  test("what is not yet available waits for the next Friday", async () => {
    await pay(20_000);
    await setClock("2050-06-16T00:00:00Z");
    const waiting = (await bench.stripe.payouts.list()).data.length;
    await setClock("2050-06-30T00:00:00Z");
    const [payout] = (await bench.stripe.payouts.list()).data;
    expect((await bench.stripe.payouts.list()).data).toHaveLength(waiting + 1);
    expect(payout).toMatchObject({ amount: 20_000 - 720, created: Date.UTC(2050, 5, 17) / 1000 });
  });

  test("are told by created, paid and reconciliation_completed", async () => {
    await pay(30_000);
    const forced = await bench.control("POST", "/payouts");
    expect(forced.status).toBe(201);
    const { id } = (await forced.json()) as { id: string };
    await until(() => bench.webhooks.types(id).length >= 3);
    expect(bench.webhooks.types(id)).toEqual([
      "payout.created",
      "payout.paid",
      "payout.reconciliation_completed",
    ]);
    expect((await bench.control("POST", "/payouts")).status).toBe(409);
  });
});
