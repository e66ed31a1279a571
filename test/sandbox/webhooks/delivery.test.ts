import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Bench, openBench } from "../testing/bench.ts";
import { CARDS, createSession, submitCard } from "../testing/payer.ts";
import { until } from "../testing/until.ts";
import { startReceiver } from "../testing/webhook-receiver.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

describe("an endpoint that refuses", () => {
  test("is owed the event until it takes it; the event says so", async () => {
    bench.webhooks.answer(500);
    const customer = await bench.stripe.customers.create({ name: "株式会社例" });
    const owed = await bench.stripe.events.list({ delivery_success: false });
    expect(owed.data).toMatchObject([
      { type: "customer.created", pending_webhooks: 1, data: { object: { id: customer.id } } },
    ]);
    bench.webhooks.answer(200);
    const [received] = await bench.webhooks.wait(1);
    expect(received?.event.id).toBe(owed.data[0]?.id);
    await until(
      async () => (await bench.stripe.events.list({ delivery_success: false })).data.length === 0,
    );
    const event = await bench.stripe.events.retrieve(String(owed.data[0]?.id));
    expect(event.pending_webhooks).toBe(0);
  });
});

describe("an event delivered again", () => {
  test("comes n times at once, the same every time", async () => {
    const customer = await bench.stripe.customers.create({});
    await until(() => bench.webhooks.received.length === 2);
    const { id } = bench.webhooks.received[1]!.event;
    const answer = await bench.control("POST", `/events/${id}/resend?n=25`);
    expect(await answer.json()).toEqual({ "200": 25 });
    const copies = bench.webhooks.received.filter(({ event }) => event.id === id);
    expect(copies).toHaveLength(26);
    expect(
      copies.every(({ event }) => (event.data.object as { id: string }).id === customer.id),
    ).toBe(true);
  });

  test("must exist", async () => {
    expect((await bench.control("POST", "/events/evt_none/resend")).status).toBe(404);
  });
});

describe("after kill -9", () => {
  test("everything is there again, keys and owed webhooks too, and the order is kept", async () => {
    const port = Number(new URL(bench.webhooks.url).port);
    const before = bench.webhooks.received.length;
    await bench.webhooks.close();
    const session = await createSession(bench.stripe, 7_000, {}, { idempotencyKey: "kept" });
    await submitCard(session, CARDS.good);
    const state = await (await bench.control("GET", "/state")).json();

    await bench.sandbox.kill();
    await bench.restart();

    const { now: _then, events: _events, ...kept } = state as Record<string, unknown>;
    expect(await (await bench.control("GET", "/state")).json()).toMatchObject(kept);
    const replayed = await createSession(bench.stripe, 7_000, {}, { idempotencyKey: "kept" });
    expect(replayed.lastResponse.headers["idempotent-replayed"]).toBe("true");
    expect(replayed.id).toBe(session.id);

    const back = await startReceiver(port);
    await back.wait(4);
    expect(before).toBeGreaterThan(0);
    expect(back.types()).toEqual([
      "payment_intent.created",
      "payment_intent.succeeded",
      "charge.succeeded",
      "checkout.session.completed",
    ]);
    await back.close();
  });

  test("what was answered before the kill is never lost, in the middle of many payments", async () => {
    const answered: string[] = [];
    const paying = (async () => {
      for (let count = 0; count < 200; count += 1) {
        answered.push((await createSession(bench.stripe, 1_000 + count)).id);
      }
    })().catch(() => undefined);
    await until(() => answered.length >= 20);
    await bench.sandbox.kill();
    await paying;
    await bench.restart();
    for (const id of answered) {
      expect((await bench.stripe.checkout.sessions.retrieve(id)).id).toBe(id);
    }
  });
});
