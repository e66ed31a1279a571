import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Bench, openBench } from "../testing/bench.ts";
import { CARDS, createSession, open, post, submitCard } from "../testing/payer.ts";
import { until } from "../testing/until.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

async function intentOf(session: Stripe.Checkout.Session): Promise<Stripe.PaymentIntent> {
  const { payment_intent } = await bench.stripe.checkout.sessions.retrieve(session.id, {
    expand: ["payment_intent.latest_charge"],
  });
  return payment_intent as Stripe.PaymentIntent;
}

describe("a declined card", () => {
  test.each([
    [CARDS.declined, "card_declined", "generic_decline", "カードが拒否されました"],
    [CARDS.poor, "card_declined", "insufficient_funds", "不足しています"],
    [CARDS.expired, "expired_card", "expired_card", "有効期限が切れています"],
    [CARDS.wrongCode, "incorrect_cvc", "incorrect_cvc", "セキュリティコードが正しくありません"],
    [CARDS.lost, "card_declined", "lost_card", "カードが拒否されました"],
    [CARDS.broken, "processing_error", "processing_error", "処理中にエラー"],
  ])("%s fails with %s / %s", async (card, code, declineCode, told) => {
    const session = await createSession(bench.stripe, 5_000);
    const answer = await submitCard(session, card);
    expect(answer.status).toBe(402);
    expect(answer.page).toContain(told);
    expect(answer.page).not.toContain("紛失したカード");
    const intent = await intentOf(session);
    expect(intent).toMatchObject({
      status: "requires_payment_method",
      last_payment_error: { type: "card_error", code, decline_code: declineCode },
      latest_charge: {
        status: "failed",
        paid: false,
        failure_code: code,
        balance_transaction: null,
      },
    });
  });

  test("leaves the session open for another card, with the same payment", async () => {
    const session = await createSession(bench.stripe, 5_000);
    await submitCard(session, CARDS.poor);
    const failed = await intentOf(session);
    expect((await submitCard(session, CARDS.good)).status).toBe(303);
    expect(await intentOf(session)).toMatchObject({ id: failed.id, status: "succeeded" });
    await until(() => bench.webhooks.types(failed.id).length >= 6);
    expect(bench.webhooks.types(failed.id)).toEqual([
      "payment_intent.created",
      "charge.failed",
      "payment_intent.payment_failed",
      "payment_intent.succeeded",
      "charge.succeeded",
      "checkout.session.completed",
    ]);
  });
});

describe("3-D Secure", () => {
  test("asks on a page of its own and pays when the payer passes", async () => {
    const session = await createSession(bench.stripe, 5_000);
    const challenge = await submitCard(session, CARDS.challenged);
    const address = `${bench.sandbox.url}${challenge.location}`;
    expect((await open(address)).page).toContain("認証を完了する");
    expect(await intentOf(session)).toMatchObject({
      status: "requires_action",
      latest_charge: null,
    });

    const answers = await Promise.all([1, 2].map(() => post(address, { result: "pass" })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    expect(await intentOf(session)).toMatchObject({
      status: "succeeded",
      latest_charge: {
        payment_method_details: { card: { three_d_secure: { result: "authenticated" } } },
      },
    });
  });

  test("goes back to the card form when it fails, without a charge", async () => {
    const session = await createSession(bench.stripe, 5_000);
    const challenge = await submitCard(session, CARDS.challenged);
    const address = `${bench.sandbox.url}${challenge.location}`;
    const failed = await post(address, { result: "fail" });
    expect(failed.status).toBe(402);
    expect(failed.page).toContain("本人認証に失敗しました");
    expect(await intentOf(session)).toMatchObject({
      status: "requires_payment_method",
      latest_charge: null,
      last_payment_error: { code: "payment_intent_authentication_failure" },
    });
    expect((await post(address, { result: "pass" })).status).toBe(409);
    expect((await submitCard(session, CARDS.good)).status).toBe(303);
  });

  test("no longer counts once another tab has paid", async () => {
    const session = await createSession(bench.stripe, 5_000);
    const challenge = await submitCard(session, CARDS.challenged);
    await submitCard(session, CARDS.good);
    const late = await post(`${bench.sandbox.url}${challenge.location}`, { result: "pass" });
    expect(late.status).toBe(409);
    const intent = await intentOf(session);
    expect((await bench.stripe.charges.list({ payment_intent: intent.id })).data).toHaveLength(1);
  });
});
