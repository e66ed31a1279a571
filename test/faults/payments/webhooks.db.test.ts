import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EnvError, readEnv } from "#app/env.ts";
import { createPaymentGateway } from "#app/gateways/stripe.ts";
import { logLinesOf } from "#test/helpers/log-lines.ts";
import { openMoneyWorld, type MoneyWorld } from "#test/helpers/money-world.ts";
import { WEBHOOK_SECRET } from "#test/sandbox/testing/bench.ts";
import { CARDS } from "#test/sandbox/testing/payer.ts";
import type { Received } from "#test/sandbox/testing/webhook-receiver.ts";
import { sweepEvents } from "#app/workflow/sweep-events.ts";
import { cardStory, paidOnce, signed, type CardStory } from "#test/helpers/card-story.ts";

let world: MoneyWorld;
let story: CardStory;
beforeAll(async () => {
  world = await openMoneyWorld();
  story = cardStory(world);
});
afterAll(() => world.close());

/** An invoice paid at Stripe, of which the portal has heard nothing yet. */
async function paidUnheard() {
  const invoice = await world.issueInvoice();
  const { url, paymentId } = await story.open(invoice);
  await world.pay(url, CARDS.good);
  const deliveries = await story.deliveriesOf(paymentId);
  return { invoice, paymentId, deliveries };
}

const ofType = (deliveries: readonly Received[], type: string): Received => {
  const found = deliveries.find(({ event }) => event.type === type);
  if (!found) throw new Error(`No ${type} was sent.`);
  return found;
};

async function take(delivery: Received): Promise<void> {
  expect(await world.deliver(delivery)).toBe(200);
  await story.work(delivery.event.id);
}

const rows = async () => {
  const [row] = await world.db.asSuperuser<{ count: number }>(
    "select count(*)::int as count from inbox",
  );
  return row?.count;
};

/** A delivery that must leave nothing behind but a line without its body. */
async function refused(delivery: Received, status = 400) {
  const before = await rows();
  const lines = await logLinesOf(async () => {
    expect(await world.deliver(delivery)).toBe(status);
  });
  expect(await rows()).toBe(before);
  const told = JSON.stringify(lines);
  if (delivery.body.length > 20) expect(told).not.toContain(delivery.body.slice(0, 20));
  return lines;
}

test("fault 1: the same webhook a thousand times at once", async () => {
  const { invoice, paymentId, deliveries } = await paidUnheard();
  const success = ofType(deliveries, "payment_intent.succeeded");
  const answers = await Promise.all(Array.from({ length: 1000 }, () => world.deliver(success)));
  expect(answers.filter((status) => status === 200)).toHaveLength(1000);
  const { id } = success.event;
  await Promise.all(Array.from({ length: 5 }, () => story.work(id)));
  expect(await story.ending(invoice, paymentId)).toEqual(paidOnce(invoice.total));
  const jobs = await world.db.asSuperuser(
    "select 1 from pgboss.job where name = 'inbox' and data ->> 'eventId' = $1",
    [id],
  );
  expect(jobs).toHaveLength(1);
});

test("fault 3: success comes before our own answer from Stripe is stored", async () => {
  const invoice = await world.issueInvoice();
  const { url, paymentId } = await story.open(invoice);
  // As if the process had been killed between Stripe's answer and our note of the session.
  await world.db.asSuperuser(
    `update machine set snapshot = jsonb_set(snapshot, '{value}', '"created"') where machine_id = $1`,
    [paymentId],
  );
  await world.db.asSuperuser("update payment set status = 'created' where payment_id = $1", [
    paymentId,
  ]);
  await world.pay(url, CARDS.good);
  const deliveries = await story.deliveriesOf(paymentId);
  for (const delivery of deliveries.toReversed()) await take(delivery);
  expect(await story.ending(invoice, paymentId)).toEqual(paidOnce(invoice.total));
});

test("fault 4: a failure that comes after the success", async () => {
  const invoice = await world.issueInvoice();
  const { url, paymentId } = await story.open(invoice);
  await world.pay(url, CARDS.declined);
  await world.pay(url, CARDS.good);
  const deliveries = await story.deliveriesOf(paymentId);
  const [failed, succeeded] = [
    ofType(deliveries, "payment_intent.payment_failed"),
    ofType(deliveries, "payment_intent.succeeded"),
  ];
  await take(succeeded);
  await take(failed);
  expect(await story.ending(invoice, paymentId)).toEqual(paidOnce(invoice.total));
  const mails = await world.db.asSuperuser(
    "select 1 from effect where machine_id = $1 and params ->> 'template' = 'payment-failed'",
    [paymentId],
  );
  expect(mails).toEqual([]);
});

test("fault 5: an event about an object that another system made", async () => {
  const intent = await world.bench.stripe.checkout.sessions.create({
    ...{ mode: "payment", success_url: "http://127.0.0.1:9/", customer_email: "a@example.jp" },
    line_items: [
      {
        quantity: 1,
        price_data: { currency: "jpy", unit_amount: 500, product_data: { name: "x" } },
      },
    ],
    metadata: { paymentId: "not a uuid", customerId: "'; drop table payment" },
  });
  for (const object of [{ id: intent.id }, { id: "cs_of_nobody" }]) {
    const event = signed({ type: "checkout.session.completed", data: { object } });
    await take(event);
    await story.work(event.event.id);
    expect(await story.stored(event.event.id)).toMatchObject({ state: "ignored" });
  }
});

test("fault 6: a type and a status that nobody has heard of", async () => {
  const unknown = signed({ type: "moon.rose", extra: { deep: [1] } });
  const lines = await logLinesOf(async () => expect(await world.deliver(unknown)).toBe(200));
  expect(lines).toMatchObject([{ level: 40, type: "moon.rose" }]);
  expect(await story.stored(unknown.event.id)).toMatchObject({ state: "ignored" });
  const { paymentId, deliveries, invoice } = await paidUnheard();
  const created = ofType(deliveries, "payment_intent.created");
  const event = JSON.parse(created.body) as { data: { object: object } };
  const odd = { ...event.data.object, status: "dreaming" };
  await take(signed({ ...event, id: `evt_${paymentId}`, data: { object: odd } }));
  expect(await story.ending(invoice, paymentId)).toEqual(paidOnce(invoice.total));
});

test("fault 7: no header, a wrong secret, v0 only, a forged signature", async () => {
  const sound = signed({ type: "payment_intent.succeeded" });
  const header = String(sound.headers["stripe-signature"]);
  const wrong = signed({ type: "payment_intent.succeeded" }, { secret: "whsec_other" });
  await refused(wrong);
  for (const signature of ["", "t=1,v1=00", header.replace("v1=", "v0="), "x"]) {
    await refused({ ...sound, headers: { "stripe-signature": signature } });
  }
});

test("fault 8: too old, from the future, and no way to switch the age off", async () => {
  for (const age of [301, -600]) {
    const lines = await refused(signed({ type: "payment_intent.succeeded" }, { age }));
    expect(lines).toMatchObject([{ alarm: "webhook" }]);
  }
  const gateway = createPaymentGateway({
    ...{ secretKey: "sk_test_x", webhookSecrets: [WEBHOOK_SECRET], timeoutSeconds: 5 },
    ...{ livemode: false, tolerance: 0, toleranceSeconds: 0 },
  } as Parameters<typeof createPaymentGateway>[0]);
  const { body, headers } = signed({}, { age: 301 });
  const bytes = new TextEncoder().encode(body);
  expect(gateway.verifyWebhook(bytes, String(headers["stripe-signature"])).verified).toBe(false);
  const env = {
    ...{ APP_URL: "https://portal.example", SESSION_SECRET: "s".repeat(32) },
    ...{ DATABASE_URL: "postgres://x/x", STRIPE_SECRET_KEY: "sk_test_x" },
    ...{ RESEND_API_KEY: "re_x", MAIL_FROM: "a@example.jp", RESEND_WEBHOOK_SECRET: "whsec_x" },
  };
  expect(() => readEnv({ ...env, STRIPE_WEBHOOK_SECRET: "" })).toThrow(EnvError);
  const age = readEnv({ ...env, STRIPE_WEBHOOK_SECRET: "whsec_x", STRIPE_WEBHOOK_TOLERANCE: "0" });
  expect(JSON.stringify(age)).not.toContain("olerance");
});

test("fault 9: a secret is rolled", async () => {
  const rolled = (webhookSecrets: string[]) =>
    createPaymentGateway({
      ...{ secretKey: "sk_test_x", webhookSecrets, timeoutSeconds: 5, livemode: false },
    });
  const check = (secrets: string[], secret: string) => {
    const { body, headers } = signed({}, { secret });
    const bytes = new TextEncoder().encode(body);
    return rolled(secrets).verifyWebhook(bytes, String(headers["stripe-signature"])).verified;
  };
  const [old, next] = ["whsec_old", "whsec_next"];
  expect([check([next, old], old), check([next, old], next), check([next], old)]).toEqual([
    ...[true, true, false],
  ]);
});

test("fault 10: the body is not the bytes that were signed", async () => {
  const sound = signed({ type: "payment_intent.succeeded", note: "支払い" });
  const spoilt = [
    sound.body.replace("payment_intent", "payment-intent"),
    JSON.stringify(JSON.parse(sound.body), null, 1),
    `\uFEFF${sound.body}`,
    gzipSync(sound.body).toString("latin1"),
    "",
  ];
  for (const body of spoilt) await refused({ ...sound, body });
});

test("fault 11: a live event on a test system", async () => {
  const lines = await refused(signed({ type: "payment_intent.succeeded", livemode: true }));
  expect(lines).toMatchObject([{ alarm: "webhook", reason: "mode" }]);
});

test("fault 12: no id, no object, nested too deep, five megabytes", async () => {
  await refused(signed({ id: undefined }));
  await refused(signed({ data: {} }));
  await refused(signed({ data: undefined }));
  await refused(signed({}, { body: `${"[".repeat(50_000)}${"]".repeat(50_000)}` }));
  await refused(signed({ filler: "x".repeat(5 * 1024 * 1024) }), 413);
});

test("fault 13: the worker is killed after the webhook was answered", async () => {
  const { invoice, paymentId, deliveries } = await paidUnheard();
  const success = ofType(deliveries, "payment_intent.succeeded");
  expect(await world.deliver(success)).toBe(200);
  const { id } = success.event;
  expect(await story.stored(id)).toMatchObject({ state: "received" });
  await story.work(id);
  // Killed once more, after the machine was told and before the event was marked as done.
  await world.db.asSuperuser("update inbox set state = 'received' where event_id = $1", [id]);
  await story.work(id);
  expect(await story.ending(invoice, paymentId)).toEqual(paidOnce(invoice.total));
});

test("fault 14: killed between the commit and the answer, so it is sent again", async () => {
  const { invoice, paymentId, deliveries } = await paidUnheard();
  const success = ofType(deliveries, "payment_intent.succeeded");
  await take(success);
  const before = await rows();
  await take(success);
  expect(await rows()).toBe(before);
  expect(await story.ending(invoice, paymentId)).toEqual(paidOnce(invoice.total));
});

test("fault 27: the browser is lost after paying", async () => {
  const { invoice, paymentId, deliveries } = await paidUnheard();
  for (const delivery of deliveries) await take(delivery);
  expect(await story.ending(invoice, paymentId)).toEqual(paidOnce(invoice.total));
});

test("fault 50: the clock of our host is ten minutes off", async () => {
  // To a clock that is ahead every delivery looks old; to one that is behind it comes from the future.
  for (const age of [600, -600]) {
    const lines = await refused(signed({ type: "payment_intent.succeeded" }, { age }));
    expect(lines).toMatchObject([{ alarm: "webhook", level: 50 }]);
  }
  const invoice = await world.issueInvoice();
  const { url, paymentId } = await story.open(invoice);
  await world.bench.webhooks.wait(1);
  world.bench.webhooks.answer(400);
  await world.pay(url, CARDS.good);
  expect(await story.ending(invoice, paymentId)).toMatchObject({ status: "issued", paid: 0 });
  // Stripe keeps what was refused; the sweep asks for it and needs no clock.
  expect(await sweepEvents(world.portal)).toBeGreaterThan(0);
  world.bench.webhooks.answer(200);
  await world.workAll();
  expect(await story.ending(invoice, paymentId)).toEqual(paidOnce(invoice.total));
});

test("fault 48: an event of another version of the API", async () => {
  const { invoice, paymentId, deliveries } = await paidUnheard();
  const success = ofType(deliveries, "payment_intent.succeeded");
  const event = JSON.parse(success.body) as { data: { object: { id: string } } };
  // Ten years ago an intent carried its charges and had no latest one.
  const object = { id: event.data.object.id, object: "payment_intent", charges: { data: [] } };
  await take(signed({ ...event, api_version: "2016-07-06", data: { object } }));
  expect(await story.ending(invoice, paymentId)).toEqual(paidOnce(invoice.total));
});
