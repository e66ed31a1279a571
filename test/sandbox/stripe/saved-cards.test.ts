import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Bench, openBench } from "../testing/bench.ts";
import { CARDS, createSession, open, post, submitCard } from "../testing/payer.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const BACK = "http://127.0.0.1:9/back";

async function customer(): Promise<string> {
  return (await bench.stripe.customers.create({ email: "keiri@example.jp" })).id;
}

/** A customer with the test card of that name saved. */
async function saved(card: string): Promise<{ customer: string; payment_method: string }> {
  const owner = await customer();
  const intent = await bench.stripe.setupIntents.create({
    customer: owner,
    payment_method: `pm_card_${card}`,
    confirm: true,
    allowed_payment_method_types: ["card"],
    return_url: BACK,
  });
  if (intent.next_action?.redirect_to_url?.url) {
    await post(intent.next_action.redirect_to_url.url, { result: "pass" });
  }
  const done = await bench.stripe.setupIntents.retrieve(intent.id);
  expect(done.status).toBe("succeeded");
  return { customer: owner, payment_method: String(done.payment_method) };
}

function charge(
  card: { customer: string; payment_method: string },
  more: Partial<Stripe.PaymentIntentCreateParams> = {},
): Promise<Stripe.PaymentIntent> {
  return bench.stripe.paymentIntents.create({
    ...card,
    amount: 110_000,
    currency: "jpy",
    confirm: true,
    off_session: true,
    allowed_payment_method_types: ["card"],
    ...more,
  });
}

describe("a session that saves a card", () => {
  async function sessionFor(owner: string): Promise<Stripe.Checkout.Session> {
    return bench.stripe.checkout.sessions.create({
      mode: "setup",
      customer: owner,
      currency: "jpy",
      allowed_payment_method_types: ["card"],
      setup_intent_data: { metadata: { customerId: "c1" } },
      success_url: "http://127.0.0.1:9/saved?session={CHECKOUT_SESSION_ID}",
    });
  }

  test("takes no money and leaves the card with the customer", async () => {
    const owner = await customer();
    const session = await sessionFor(owner);
    expect(session).toMatchObject({ amount_total: null, payment_status: "no_payment_required" });
    expect((await open(session.url ?? "")).page).toContain("カードの登録");
    expect((await submitCard(session, CARDS.good)).location).toContain(session.id);
    const done = await bench.stripe.checkout.sessions.retrieve(session.id, {
      expand: ["setup_intent.payment_method"],
    });
    expect(done).toMatchObject({
      status: "complete",
      setup_intent: {
        status: "succeeded",
        metadata: { customerId: "c1" },
        payment_method: { customer: owner, card: { last4: "4242" } },
      },
    });
    const { data } = await bench.stripe.paymentMethods.list({ customer: owner, type: "card" });
    expect(data.map(({ customer: of }) => of)).toEqual([owner]);
    expect((await bench.stripe.charges.list({ customer: owner })).data).toEqual([]);
  });

  test("asks the cardholder where the issuer wants that", async () => {
    const session = await sessionFor(await customer());
    const shown = await submitCard(session, CARDS.challenged);
    const failed = await post(new URL(shown.location ?? "", bench.sandbox.url).href, {
      result: "fail",
    });
    expect(failed.status).toBe(402);
    const again = await submitCard(session, CARDS.challenged);
    const passed = await post(new URL(again.location ?? "", bench.sandbox.url).href, {
      result: "pass",
    });
    expect(passed.location).toContain("/saved?session=");
  });

  test("refuses a card whose issuer refuses, and takes no line", async () => {
    const session = await sessionFor(await customer());
    expect((await submitCard(session, CARDS.lost)).status).toBe(402);
    const expired = await bench.stripe.checkout.sessions.expire(session.id);
    const setup = await bench.stripe.setupIntents.retrieve(String(expired.setup_intent));
    expect(setup).toMatchObject({
      status: "canceled",
      last_setup_error: { code: "card_declined" },
    });
    await expect(
      createSession(bench.stripe, 1_000, { mode: "setup", currency: "jpy" }),
    ).rejects.toMatchObject({ param: "line_items" });
  });
});

describe("a charge without the cardholder", () => {
  test("succeeds with a saved card, again and again", async () => {
    const card = await saved("visa");
    expect((await charge(card)).status).toBe("succeeded");
    const intent = await charge(card, { expand: ["latest_charge.balance_transaction"] });
    expect(intent).toMatchObject({
      status: "succeeded",
      latest_charge: { balance_transaction: { amount: 110_000, fee: 3_960 } },
    });
  });

  test("is declined with the payment inside the error, also when repeated", async () => {
    const card = await saved("chargeCustomerFail");
    const attempt = (): Promise<unknown> =>
      bench.stripe.paymentIntents
        .create(
          {
            ...card,
            amount: 5_000,
            currency: "jpy",
            confirm: true,
            off_session: true,
            allowed_payment_method_types: ["card"],
          },
          { idempotencyKey: `decline-${card.customer}` },
        )
        .catch((error: unknown) => error);
    const first = (await attempt()) as Stripe.errors.StripeCardError;
    expect(first).toMatchObject({
      type: "StripeCardError",
      statusCode: 402,
      code: "card_declined",
      decline_code: "generic_decline",
      payment_intent: { status: "requires_payment_method" },
    });
    const second = (await attempt()) as Stripe.errors.StripeCardError;
    expect(second.payment_intent?.id).toBe(first.payment_intent?.id);
    expect((await bench.stripe.charges.list({ customer: card.customer })).data).toMatchObject([
      { status: "failed", failure_code: "card_declined" },
    ]);
  });

  test("waits for the cardholder, who confirms the same payment", async () => {
    const card = await saved("authenticationRequired");
    const failure = (await charge(card).catch(
      (error: unknown) => error,
    )) as Stripe.errors.StripeCardError;
    expect(failure).toMatchObject({ statusCode: 402, code: "authentication_required" });
    const id = failure.payment_intent?.id ?? "";
    const waiting = await bench.stripe.paymentIntents.confirm(id, {
      payment_method: card.payment_method,
      return_url: `${BACK}?invoice=1`,
    });
    expect(waiting.status).toBe("requires_action");
    const url = waiting.next_action?.redirect_to_url?.url ?? "";
    expect((await open(url)).page).toContain("3184");
    const back = new URL((await post(url, { result: "pass" })).location ?? "");
    expect(Object.fromEntries(back.searchParams)).toEqual({
      invoice: "1",
      payment_intent: id,
      payment_intent_client_secret: waiting.client_secret,
      redirect_status: "succeeded",
    });
    expect((await post(url, { result: "pass" })).status).toBe(409);
    await expect(bench.stripe.paymentIntents.cancel(id)).rejects.toMatchObject({
      code: "payment_intent_unexpected_state",
    });
  });

  test("needs no cardholder where the card was saved with one", async () => {
    expect((await charge(await saved("authenticationRequiredOnSetup"))).status).toBe("succeeded");
  });

  test("fails cleanly with a card that was detached, or is somebody else's", async () => {
    const card = await saved("visa");
    await expect(charge({ ...card, customer: await customer() })).rejects.toMatchObject({
      code: "payment_method_unexpected_state",
    });
    await bench.control("POST", `/payment_methods/${card.payment_method}`, { detach: true });
    await expect(charge(card)).rejects.toMatchObject({
      statusCode: 400,
      code: "payment_method_unexpected_state",
    });
  });
});

test("a payment that nobody confirms can be cancelled, once", async () => {
  const intent = await bench.stripe.paymentIntents.create({
    amount: 5_000,
    currency: "jpy",
    payment_method: "pm_card_visa",
    allowed_payment_method_types: ["card"],
  });
  expect(intent.status).toBe("requires_confirmation");
  const cancelled = await bench.stripe.paymentIntents.cancel(intent.id, {
    cancellation_reason: "abandoned",
  });
  expect(cancelled).toMatchObject({ status: "canceled", cancellation_reason: "abandoned" });
  await expect(bench.stripe.paymentIntents.confirm(intent.id)).rejects.toMatchObject({
    code: "payment_intent_unexpected_state",
  });
});

test("a card's network and the Dashboard change it behind the portal's back", async () => {
  const card = await saved("visa");
  const path = `/payment_methods/${card.payment_method}`;
  await bench.control("POST", path, { replaced: { exp_month: 3, exp_year: 2061 } });
  const method = await bench.stripe.paymentMethods.retrieve(card.payment_method);
  expect(method.card).toMatchObject({ exp_month: 3, exp_year: 2061 });
  await bench.control("POST", path, { behaves: "chargeDeclinedInsufficientFunds" });
  await expect(charge(card)).rejects.toMatchObject({ decline_code: "insufficient_funds" });
  await bench.control("POST", path, { behaves: "visa" });
  expect((await charge(card)).status).toBe("succeeded");
  await bench.stripe.customers.del(card.customer);
  const types = (await bench.stripe.events.list({ limit: 100 })).data.map(({ type }) => type);
  expect(types).toEqual(
    expect.arrayContaining(["payment_method.automatically_updated", "payment_method.detached"]),
  );
});

test.each([
  ["an unknown parameter", { colour: "red" }],
  ["the older name of a parameter", { payment_method_types: ["card"] }],
  ["a decimal", { amount: 100.5 }],
  ["too little", { amount: 49 }],
  ["off session without confirming", { confirm: undefined }],
  ["no way back although methods may redirect", { allowed_payment_method_types: undefined }],
])("%s is refused", async (_case, more) => {
  const card = await saved("visa");
  await expect(charge(card, more as object)).rejects.toMatchObject({ statusCode: 400 });
});
