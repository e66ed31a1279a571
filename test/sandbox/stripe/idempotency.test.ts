import Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Bench, openBench, stripeClient } from "../testing/bench.ts";
import { CARDS, createSession, submitCard } from "../testing/payer.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

async function countSessions(): Promise<number> {
  const all = await bench.stripe.checkout.sessions.list({ limit: 100 });
  return all.data.length;
}

describe("the same key", () => {
  test("with the same parameters gives the first answer again and does nothing", async () => {
    const first = await createSession(bench.stripe, 5_000, {}, { idempotencyKey: "same" });
    const before = await countSessions();
    const again = await createSession(bench.stripe, 5_000, {}, { idempotencyKey: "same" });
    expect(again).toEqual(first);
    expect(again.lastResponse.headers["idempotent-replayed"]).toBe("true");
    expect(again.lastResponse.headers["original-request"]).toBe(first.lastResponse.requestId);
    expect(await countSessions()).toBe(before);
  });

  test("with other parameters, or at another endpoint, is an idempotency error", async () => {
    await createSession(bench.stripe, 5_000, {}, { idempotencyKey: "other" });
    const changed = createSession(bench.stripe, 6_000, {}, { idempotencyKey: "other" });
    await expect(changed).rejects.toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
    const elsewhere = bench.stripe.customers.create({}, { idempotencyKey: "other" });
    await expect(elsewhere).rejects.toThrow("same endpoint");
  });

  test("is refused while the first request is still being worked on", async () => {
    await bench.control("POST", "/fault", {
      kind: "delay",
      match: "POST /v1/checkout/sessions",
      milliseconds: 500,
    });
    const answers = await Promise.allSettled(
      [1, 2].map(() => createSession(bench.stripe, 5_000, {}, { idempotencyKey: "flight" })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const refused = answers.find((answer) => answer.status === "rejected");
    expect(refused?.reason).toMatchObject({ statusCode: 409, code: "idempotency_key_in_use" });
  });

  test("outlives a leap of the portal clock, and is gone when it is forgotten", async () => {
    const create = () => createSession(bench.stripe, 5_000, {}, { idempotencyKey: "day" });
    const first = await create();
    const later = new Date((first.created + 25 * 3600) * 1000).toISOString();
    expect((await bench.control("POST", "/clock", { now: later })).status).toBe(200);
    expect((await create()).id).toBe(first.id);
    expect((await bench.control("DELETE", "/keys")).status).toBe(200);
    expect((await create()).id).not.toBe(first.id);
  });

  test("may be used again after the parameters were refused", async () => {
    const options = { idempotencyKey: "refused" };
    await expect(
      createSession(bench.stripe, 1, {}, { idempotencyKey: "limits" }),
    ).rejects.toThrow();
    await expect(bench.stripe.customers.create({ email: "nobody" }, options)).rejects.toMatchObject(
      { code: "email_invalid" },
    );
    const customer = await bench.stripe.customers.create({ email: "nobody@example.jp" }, options);
    expect(customer.email).toBe("nobody@example.jp");
  });
});

describe("faults", () => {
  test("a time-out after the work: the retry with the same key gets that work's answer", async () => {
    const session = await createSession(bench.stripe, 9_000);
    await submitCard(session, CARDS.good);
    const { payment_intent } = await bench.stripe.checkout.sessions.retrieve(session.id);
    const refund = { payment_intent: String(payment_intent), amount: 1_000 };
    await bench.control("POST", "/fault", { kind: "timeout_after", match: "POST /v1/refunds" });
    const impatient = stripeClient(bench.sandbox.url, { timeout: 300 });
    const lost = impatient.refunds.create(refund, { idempotencyKey: "lost" });
    await expect(lost).rejects.toBeInstanceOf(Stripe.errors.StripeConnectionError);
    const found = await impatient.refunds.create(refund, { idempotencyKey: "lost" });
    const refunds = await bench.stripe.refunds.list({ payment_intent: refund.payment_intent });
    expect(refunds.data.map(({ id }) => id)).toEqual([found.id]);
  });

  test("a reset before the work: the SDK's retry does it once", async () => {
    const before = await countSessions();
    await bench.control("POST", "/fault", { kind: "reset", match: "POST /v1/checkout/sessions" });
    await createSession(bench.stripe, 5_000);
    expect(await countSessions()).toBe(before + 1);
  });

  test("a 500 is stored under the key, without any work", async () => {
    await bench.control("POST", "/fault", { kind: "error_500", match: "POST /v1/customers" });
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const request = bench.stripe.customers.create({}, { idempotencyKey: "broken" });
      await expect(request).rejects.toMatchObject({ statusCode: 500, type: "StripeAPIError" });
    }
    const state = await (await bench.control("GET", "/state")).json();
    expect(state).toMatchObject({ faults: [] });
  });

  test("a rate limit is not stored", async () => {
    await bench.control("POST", "/fault", {
      kind: "rate_limit",
      match: "POST /v1/customers",
      times: 2,
    });
    const request = (): Promise<Stripe.Customer> =>
      bench.stripe.customers.create({ name: "株式会社例" }, { idempotencyKey: "limited" });
    await expect(request()).rejects.toBeInstanceOf(Stripe.errors.StripeRateLimitError);
    await expect(request()).rejects.toBeInstanceOf(Stripe.errors.StripeRateLimitError);
    expect((await request()).name).toBe("株式会社例");
  });
});
