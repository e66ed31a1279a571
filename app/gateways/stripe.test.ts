import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openBench, WEBHOOK_SECRET, type Bench } from "#test/sandbox/testing/bench.ts";
import { CARDS, post } from "#test/sandbox/testing/payer.ts";
import type { GatewayAnswer } from "./gateway-answer.ts";
import type { CheckoutRequest, CheckoutSession } from "./payments.ts";
import { createPaymentGateway } from "./stripe.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());
afterEach(async () => void (await bench.control("DELETE", "/fault")));

const gatewayAt = (baseUrl: string, timeoutSeconds = 10) =>
  createPaymentGateway({
    secretKey: "sk_test_sandbox",
    webhookSecrets: [WEBHOOK_SECRET],
    baseUrl,
    timeoutSeconds,
    livemode: false,
  });
const gateway = () => gatewayAt(bench.sandbox.url);

async function request(changed: Partial<CheckoutRequest> = {}): Promise<CheckoutRequest> {
  const { now } = (await (await bench.control("GET", "/clock")).json()) as { now: string };
  return {
    paymentId: randomUUID(),
    customerId: randomUUID(),
    invoiceId: randomUUID(),
    invoiceNumber: "000001-0001",
    amount: 1_320_000,
    locale: "ja",
    expiresAt: new Date(Date.parse(now) + 3_600_000).toISOString(),
    successUrl: "http://127.0.0.1:9/paid",
    cancelUrl: "http://127.0.0.1:9/back",
    ...changed,
  };
}

function value<Value>(answer: GatewayAnswer<Value>): Value {
  if (answer.outcome !== "done") throw new Error(`${answer.outcome}: ${answer.reason}`);
  return answer.value;
}

const pay = ({ url }: CheckoutSession, number: string) =>
  post(url ?? "", {
    ...{ number, expiry: "12/60", cvc: "123", name: "TARO TEST", email: "keiri@example.jp" },
  });

async function sessionsOf(paymentId: string): Promise<number> {
  const state = (await (await bench.control("GET", "/state")).json()) as {
    sessions: { client_reference_id: string }[];
  };
  return state.sessions.filter((session) => session.client_reference_id === paymentId).length;
}

describe("a Checkout session", () => {
  test("is opened in yen, asks for 3-D Secure, and leads to the payment", async () => {
    const wish = await request();
    const session = value(await gateway().openCheckout(wish));
    const { paymentId, customerId } = wish;
    expect(session).toMatchObject({ status: "open", intentId: null, paymentId, customerId });
    const raw = await bench.stripe.checkout.sessions.retrieve(session.sessionId);
    expect(raw).toMatchObject({
      amount_total: 1_320_000,
      currency: "jpy",
      locale: "ja",
      payment_method_options: { card: { request_three_d_secure: "any" } },
    });
    await pay(session, CARDS.good);
    const paid = value(await gateway().readCheckout(session.sessionId));
    expect(paid).toMatchObject({ status: "complete", url: null });
    const payment = value(await gateway().readPayment(paid.intentId ?? ""));
    expect(payment).toMatchObject({
      paymentId,
      customerId,
      result: { state: "succeeded", amount: 1_320_000 },
    });
    if (payment.result.state !== "succeeded") throw new Error("not paid");
    const intent = await gateway().readIntentOfCharge(payment.result.chargeId);
    expect(value(intent)).toBe(paid.intentId);
  });

  test.each([49, 0, -5_000, 99_999_999 + 1, 5000.5, Number.NaN])(
    "of %d yen is refused before Stripe hears of it",
    async (amount) => {
      const answer = await gatewayAt("http://127.0.0.1:1").openCheckout(await request({ amount }));
      expect(answer).toMatchObject({ outcome: "refused", code: "amount" });
    },
  );

  test("opened twice under one payment is one session", async () => {
    const wish = await request();
    const [one, two] = [await gateway().openCheckout(wish), await gateway().openCheckout(wish)];
    expect(value(one).sessionId).toBe(value(two).sessionId);
    expect(await sessionsOf(wish.paymentId)).toBe(1);
  });

  test("with another amount under the same payment is refused", async () => {
    const wish = await request();
    value(await gateway().openCheckout(wish));
    const answer = await gateway().openCheckout({ ...wish, amount: 5_000 });
    expect(answer).toMatchObject({ outcome: "refused" });
    expect(await sessionsOf(wish.paymentId)).toBe(1);
  });

  test("expires once; an expired one has no address", async () => {
    const { sessionId } = value(await gateway().openCheckout(await request()));
    expect(value(await gateway().expireCheckout(sessionId))).toMatchObject({
      status: "expired",
      url: null,
    });
    expect(await gateway().expireCheckout(sessionId)).toMatchObject({ outcome: "refused" });
  });

  test("that nobody made is refused by its code", async () => {
    const answer = await gateway().readCheckout("cs_test_nobody");
    expect(answer).toMatchObject({ outcome: "refused", code: "resource_missing" });
  });
});

describe("a payment that did not go through", () => {
  test.each([
    [CARDS.poor, "insufficient_funds"],
    [CARDS.lost, "lost_card"],
    [CARDS.expired, "expired_card"],
  ])("names the code of card %s", async (card, failureCode) => {
    const session = value(await gateway().openCheckout(await request()));
    await pay(session, card);
    const { intentId } = value(await gateway().readCheckout(session.sessionId));
    const { result } = value(await gateway().readPayment(intentId ?? ""));
    expect(result).toMatchObject({
      state: "open",
      failureCode,
      attemptId: expect.stringMatching(/^ch_/),
    });
  });

  test("is cancelled with its session", async () => {
    const session = value(await gateway().openCheckout(await request()));
    await pay(session, CARDS.declined);
    const { intentId } = value(await gateway().expireCheckout(session.sessionId));
    expect(value(await gateway().readPayment(intentId ?? "")).result.state).toBe("cancelled");
  });

  test("a failed 3-D Secure challenge has a code and names its attempt", async () => {
    const session = value(await gateway().openCheckout(await request()));
    const { location } = await pay(session, CARDS.challenged);
    await post(new URL(location ?? "", session.url ?? "").href, { result: "fail" });
    const { intentId } = value(await gateway().readCheckout(session.sessionId));
    expect(value(await gateway().readPayment(intentId ?? "")).result).toMatchObject({
      state: "open",
      failureCode: "payment_intent_authentication_failure",
      attemptId: expect.stringMatching(/^pm_/),
    });
  });
});

describe("when Stripe falters", () => {
  const arm = async (kind: string, match: string, more = {}) =>
    expect((await bench.control("POST", "/fault", { kind, match, ...more })).status).toBe(201);
  const create = "POST /v1/checkout/sessions";

  test("no answer after the work is unknown, and the same key finds the one session", async () => {
    const wish = await request();
    await arm("timeout_after", create);
    expect(await gatewayAt(bench.sandbox.url, 1).openCheckout(wish)).toMatchObject({
      outcome: "unknown",
    });
    value(await gateway().openCheckout(wish));
    expect(await sessionsOf(wish.paymentId)).toBe(1);
  });

  test("a reset connection never makes a second session", async () => {
    const wish = await request();
    await arm("reset", create, { times: 2 });
    expect(await gateway().openCheckout(wish)).toMatchObject({ outcome: "unknown" });
    value(await gateway().openCheckout(wish));
    expect(await sessionsOf(wish.paymentId)).toBe(1);
  });

  test("too many requests and a key in use are tried again", async () => {
    const wish = await request();
    await arm("rate_limit", create);
    expect(await gateway().openCheckout(wish)).toMatchObject({ outcome: "retry" });
    await arm("delay", create, { milliseconds: 800 });
    const answers = await Promise.all([gateway().openCheckout(wish), gateway().openCheckout(wish)]);
    expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(["done", "retry"]);
  });

  test("a stored 500 ends the key instead of looping", async () => {
    const wish = await request();
    await arm("error_500", create);
    expect(await gateway().openCheckout(wish)).toMatchObject({ outcome: "retry" });
    expect(await gateway().openCheckout(wish)).toMatchObject({
      outcome: "refused",
      code: "replayed_error",
    });
  });

  test("reading is always safe to repeat", async () => {
    await arm("timeout_after", "GET /v1/payouts");
    expect(await gatewayAt(bench.sandbox.url, 1).listPayouts()).toMatchObject({ outcome: "retry" });
  });

  test("nobody at the address is tried again", async () => {
    const closed = gatewayAt("http://127.0.0.1:1");
    expect(await closed.openCheckout(await request())).toMatchObject({ outcome: "retry" });
  });
});

describe("answers that are not Stripe's", () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });
  async function serve(answer: Parameters<typeof createServer>[1]): Promise<string> {
    server = createServer(answer);
    await new Promise<void>((done) => server?.listen(0, "127.0.0.1", done));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  test("a proxy's HTML page leaves a write unknown", async () => {
    const url = await serve((_, response) => response.writeHead(503).end("<html>down</html>"));
    expect(await gatewayAt(url).openCheckout(await request())).toMatchObject({
      outcome: "unknown",
    });
    expect(await gatewayAt(url).listPayouts()).toMatchObject({ outcome: "retry" });
  });

  test("an answer that trickles is given up", async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const drip = setInterval(() => response.write(" "), 100);
      response.on("close", () => clearInterval(drip));
    });
    expect(await gatewayAt(url, 1).openCheckout(await request())).toMatchObject({
      outcome: "unknown",
    });
  });
});

test("a payout is read with every line, which sum up to it", async () => {
  for (const amount of [10_000, 20_000]) {
    await pay(value(await gateway().openCheckout(await request({ amount }))), CARDS.good);
  }
  expect((await bench.control("POST", "/payouts")).status).toBe(201);
  const [payout] = value(await gateway().listPayouts());
  expect(payout).toMatchObject({
    ...{ automatic: true, reconciled: true, status: "paid", currency: "jpy" },
  });
  const page = value(await gateway().readPayoutPage(payout?.payoutId ?? "", null));
  const { items: lines, hasMore } = page;
  expect(hasMore).toBe(false);
  const carried = lines.filter(({ type }) => type !== "payout");
  expect(carried.reduce((sum, { net }) => sum + net, 0)).toBe(payout?.amount);
  expect(carried.every(({ chargeId, sourceId }) => chargeId === sourceId)).toBe(true);
  expect(lines.find(({ type }) => type === "payout")?.net).toBe(-(payout?.amount ?? 0));
});

test.each([
  { secretKey: "sk_live_x" },
  { secretKey: "pk_test_x" },
  { webhookSecrets: [] },
  { webhookSecrets: ["whsec_a", ""] },
  { timeoutSeconds: 0 },
])("does not start with %j", (changed) => {
  const sound = {
    ...{ secretKey: "sk_test_x", webhookSecrets: ["whsec_x"] },
    ...{ timeoutSeconds: 5, livemode: false },
  };
  expect(() => createPaymentGateway(sound)).not.toThrow();
  expect(() => createPaymentGateway({ ...sound, ...changed })).toThrow();
});
