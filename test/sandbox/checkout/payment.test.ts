import Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Bench, openBench, WEBHOOK_SECRET } from "../testing/bench.ts";
import { CARDS, createSession, open, submitCard } from "../testing/payer.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

describe("a card that works", () => {
  let session: Stripe.Checkout.Session;
  let paid: Stripe.Checkout.Session;

  beforeAll(async () => {
    session = await createSession(bench.stripe, 110_000, { client_reference_id: "inv_1" });
    const answer = await submitCard(session, CARDS.good);
    expect(answer.status).toBe(303);
    expect(answer.location).toBe(`http://127.0.0.1:9/paid?session=${session.id}`);
    paid = await bench.stripe.checkout.sessions.retrieve(session.id, {
      expand: ["payment_intent.latest_charge.balance_transaction", "line_items"],
    });
  });

  test("makes no payment before a card is submitted", () => {
    expect(session).toMatchObject({
      status: "open",
      payment_status: "unpaid",
      payment_intent: null,
    });
    expect(session.url).toBe(`${bench.sandbox.url}/c/pay/${session.id}`);
  });

  test("completes the session, with payment, charge and fee to be expanded", () => {
    expect(paid).toMatchObject({
      status: "complete",
      payment_status: "paid",
      url: null,
      amount_total: 110_000,
      line_items: { data: [{ description: "監視サービス 4月分", amount_total: 110_000 }] },
      payment_intent: {
        status: "succeeded",
        amount_received: 110_000,
        metadata: { invoice_id: "inv_1" },
        latest_charge: {
          paid: true,
          metadata: { invoice_id: "inv_1" },
          payment_method_details: { card: { last4: "4242", brand: "visa" } },
          balance_transaction: {
            amount: 110_000,
            fee: 3_960,
            net: 106_040,
            type: "charge",
            fee_details: [{ amount: 3_960, type: "stripe_fee" }],
          },
        },
      },
    });
  });

  test("is told by webhooks in order, signed so that Stripe's own check accepts them", async () => {
    const received = await bench.webhooks.wait(4);
    const events = received.map(({ body, headers }) =>
      bench.stripe.webhooks.constructEvent(
        body,
        String(headers["stripe-signature"]),
        WEBHOOK_SECRET,
      ),
    );
    expect(events.map((event) => event.type)).toEqual([
      "payment_intent.created",
      "payment_intent.succeeded",
      "charge.succeeded",
      "checkout.session.completed",
    ]);
    expect(events.at(-1)).toMatchObject({
      api_version: Stripe.API_VERSION,
      data: { object: { id: session.id, payment_status: "paid" } },
    });
  });

  test("is found through its payment", async () => {
    const intent = paid.payment_intent as Stripe.PaymentIntent;
    const sessions = await bench.stripe.checkout.sessions.list({ payment_intent: intent.id });
    expect(sessions.data.map(({ id }) => id)).toEqual([session.id]);
    const charges = await bench.stripe.charges.list({
      payment_intent: intent.id,
      expand: ["data.balance_transaction"],
    });
    expect(charges.data).toMatchObject([{ balance_transaction: { net: 106_040 } }]);
  });

  test("cannot be paid again: a page says so, and there is one charge", async () => {
    expect((await open(session.url ?? "")).page).toContain("このお支払いは完了しています");
    expect((await submitCard(session, CARDS.good)).status).toBe(409);
    const intent = paid.payment_intent as Stripe.PaymentIntent;
    const charges = await bench.stripe.charges.list({ payment_intent: intent.id });
    expect(charges.data).toHaveLength(1);
  });
});

test("two tabs that submit at once make exactly one charge", async () => {
  const session = await createSession(bench.stripe, 5_000);
  const answers = await Promise.all([1, 2, 3, 4].map(() => submitCard(session, CARDS.good)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409, 409, 409]);
  const { payment_intent } = await bench.stripe.checkout.sessions.retrieve(session.id);
  const charges = await bench.stripe.charges.list({ payment_intent: String(payment_intent) });
  expect(charges.data).toHaveLength(1);
});

test("what is typed wrongly is told field by field and starts no payment", async () => {
  const session = await createSession(bench.stripe, 5_000);
  const answer = await submitCard(session, "4242424242424241", {
    expiry: "01/20",
    cvc: "1",
    name: "",
  });
  expect(answer.status).toBe(422);
  for (const field of ["number", "expiry", "cvc", "name"]) {
    expect(answer.page).toContain(`id="${field}-error"`);
  }
  expect((await bench.stripe.checkout.sessions.retrieve(session.id)).payment_intent).toBeNull();
});

test("what the payer typed is shown as text, never as markup", async () => {
  const session = await createSession(bench.stripe, 5_000, {
    line_items: [
      {
        price_data: { currency: "jpy", unit_amount: 500, product_data: { name: "<b>太字</b>" } },
        quantity: 2,
      },
    ],
  });
  const answer = await submitCard(session, CARDS.declined, { name: '"><script>' });
  expect(answer.page).not.toContain("<script>");
  expect(answer.page).toContain("&lt;b&gt;太字&lt;/b&gt;");
});
