import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bench, openBench } from "../testing/bench.ts";
import { CARDS, createSession, open, submitCard } from "../testing/payer.ts";
import { until } from "../testing/until.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

async function advanceTo(unixSeconds: number): Promise<Response> {
  return bench.control("POST", "/clock", { now: new Date(unixSeconds * 1000).toISOString() });
}

test("a session expires by the portal clock, with its payment, and then cannot be paid", async () => {
  const session = await createSession(bench.stripe, 5_000);
  await submitCard(session, CARDS.declined);
  await advanceTo(session.expires_at - 60);
  expect((await bench.stripe.checkout.sessions.retrieve(session.id)).status).toBe("open");
  await advanceTo(session.expires_at + 3_600);

  const expired = await bench.stripe.checkout.sessions.retrieve(session.id, {
    expand: ["payment_intent"],
  });
  expect(expired).toMatchObject({
    status: "expired",
    url: null,
    payment_intent: { status: "canceled" },
  });
  expect((await submitCard(session, CARDS.good)).status).toBe(410);
  expect((await open(session.url ?? "")).page).toContain("有効期限が切れました");
  await until(() => bench.webhooks.types().includes("checkout.session.expired"));
  const events = await bench.stripe.events.list({ type: "checkout.session.expired" });
  expect(events.data).toMatchObject([{ created: session.expires_at }]);
});

test("a session can be expired by hand, once", async () => {
  const session = await createSession(bench.stripe, 5_000);
  const expired = await bench.stripe.checkout.sessions.expire(session.id);
  expect(expired.status).toBe("expired");
  await expect(bench.stripe.checkout.sessions.expire(session.id)).rejects.toThrow("expired");
});

test("a paid session stays paid", async () => {
  const session = await createSession(bench.stripe, 5_000);
  await submitCard(session, CARDS.good);
  await advanceTo(session.expires_at + 3_600);
  expect((await bench.stripe.checkout.sessions.retrieve(session.id)).status).toBe("complete");
});

test("the clock does not go behind what is recorded", async () => {
  const { created } = await createSession(bench.stripe, 5_000);
  expect((await advanceTo(created - 3_600)).status).toBe(409);
});
