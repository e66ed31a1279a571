import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { cardStory, paidOnce, type CardStory } from "#test/helpers/card-story.ts";
import { openMoneyWorld, type MoneyWorld } from "#test/helpers/money-world.ts";
import { CARDS } from "#test/sandbox/testing/payer.ts";
import { workInbox } from "./inbox.ts";

let world: MoneyWorld;
let story: CardStory;
beforeAll(async () => {
  world = await openMoneyWorld();
  story = cardStory(world);
});
afterAll(() => world.close());
afterEach(() => story.disarm());

test("an attempt that failed is told once, though two events say it", async () => {
  const invoice = await world.issueInvoice();
  const { url, paymentId } = await story.open(invoice);
  await world.pay(url, CARDS.poor);
  for (const delivery of await story.deliveriesOf(paymentId)) {
    await world.deliver(delivery);
    await story.work(delivery.event.id);
  }
  const mails = await world.db.asSuperuser(
    "select 1 from effect where machine_id = $1 and params ->> 'template' = 'payment-failed'",
    [paymentId],
  );
  expect(mails).toHaveLength(1);
});

test("an event that is quicker than our own note waits, and is not lost", async () => {
  const invoice = await world.issueInvoice();
  const { url, paymentId } = await story.open(invoice);
  await world.pay(url, CARDS.declined);
  // As if Stripe's answer with the session's id had not been written down yet.
  await world.db.asSuperuser(
    `update machine set snapshot = jsonb_set(snapshot, '{value}', '"created"') where machine_id = $1`,
    [paymentId],
  );
  await world.db.asSuperuser("update payment set status = 'created' where payment_id = $1", [
    paymentId,
  ]);
  const failed = (await story.deliveriesOf(paymentId)).find(
    ({ event }) => event.type === "charge.failed",
  );
  const eventId = failed?.event.id ?? "";
  await world.deliver(failed!);
  await expect(story.work(eventId)).rejects.toThrow("came early");
  expect(await story.stored(eventId)).toMatchObject({ state: "received" });
  await world.pay(url, CARDS.good);
  await story.work(eventId);
  expect(await story.ending(invoice, paymentId)).toEqual(paidOnce(invoice.total));
});

test("an expired session closes its payment once, and frees the invoice", async () => {
  const invoice = await world.issueInvoice();
  const { url, paymentId } = await story.open(invoice);
  await world.pay(url, CARDS.declined);
  const { data } = await world.bench.stripe.checkout.sessions.list({ limit: 1 });
  await world.bench.stripe.checkout.sessions.expire(data[0]?.id ?? "");
  await world.deliverAll();
  await world.workAll();
  expect(await story.ending(invoice, paymentId)).toMatchObject({
    status: "issued",
    payment: "cancelled",
  });
  expect((await story.open(invoice)).paymentId).not.toBe(paymentId);
});

test("an event that nobody can answer is tried again, and laid aside at the last try", async () => {
  const invoice = await world.issueInvoice();
  const { url, paymentId } = await story.open(invoice);
  await world.pay(url, CARDS.good);
  const [first] = await story.deliveriesOf(paymentId);
  const eventId = first?.event.id ?? "";
  await world.deliver(first!);
  await story.arm("error_500", "GET /v1/payment_intents/*", { times: 2 });
  await expect(story.work(eventId)).rejects.toThrow("500");
  await workInbox(world.portal, { provider: "stripe", eventId }, true);
  expect(await story.stored(eventId)).toMatchObject({ state: "failed" });
});
