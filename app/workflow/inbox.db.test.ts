import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import Stripe from "stripe";
import { startCardPayment } from "#app/usecases/payments/start-card-payment.ts";
import { openMoneyWorld, type IssuedInvoice, type MoneyWorld } from "#test/helpers/money-world.ts";
import { WEBHOOK_SECRET } from "#test/sandbox/testing/bench.ts";
import { CARDS } from "#test/sandbox/testing/payer.ts";
import type { Received } from "#test/sandbox/testing/webhook-receiver.ts";
import { workInbox } from "./inbox.ts";

let world: MoneyWorld;
beforeAll(async () => {
  world = await openMoneyWorld();
});
afterAll(() => world.close());
afterEach(async () => void (await world.bench.control("DELETE", "/fault")));

async function start(invoice: IssuedInvoice): Promise<{ url: string; paymentId: string }> {
  const principal = await world.principal(invoice.customerId, "owner");
  const answer = await startCardPayment(principal, invoice.invoiceId);
  if (answer.kind !== "checkout") throw new Error(`leads to ${answer.kind}`);
  return answer;
}

/** Every webhook that the sandbox sent about one payment. */
async function deliveriesOf(paymentId: string): Promise<Received[]> {
  const { events } = (await (await world.bench.control("GET", "/state")).json()) as {
    events: unknown[];
  };
  const received = await world.bench.webhooks.wait(events.length);
  return received.filter(({ body }) => body.includes(paymentId));
}

const work = (eventId: string, last = false) =>
  workInbox(world.portal, { provider: "stripe", eventId }, last);

async function rowsOf(eventIds: string[]) {
  return world.db.asSuperuser<{ event_id: string; state: string; outcome: string | null }>(
    "select event_id, state, outcome from inbox where event_id = any($1) order by event_id",
    [eventIds],
  );
}

/** What must be the same whatever the order of events. */
async function ending({ invoiceId }: IssuedInvoice, paymentId: string) {
  const [row] = await world.db.asSuperuser(
    `select i.status, i.paid::int, p.status as payment, p.charge_id is not null as charged,
       (select count(*)::int from ledger_transaction l
        where l.machine_id = i.invoice_id and l.kind = 'paymentReceived') as postings,
       (select count(*)::int from effect e where e.machine_id = i.invoice_id
        and e.params ->> 'template' = 'receipt') as receipts
     from invoice i join payment p on p.payment_id = $2 where i.invoice_id = $1`,
    [invoiceId, paymentId],
  );
  return row;
}

const paidOnce = (paid: number) => ({
  ...{ status: "paid", paid, payment: "succeeded", charged: true, postings: 1, receipts: 1 },
});

/** A made-up event with a valid signature. */
function signed(changed: Record<string, unknown>): Received {
  const event = { id: `evt_${Math.random()}`, type: "x", livemode: false, ...changed };
  const body = JSON.stringify({ data: { object: { id: "x" } }, ...event });
  const header = Stripe.webhooks.generateTestHeaderString({
    payload: body,
    secret: WEBHOOK_SECRET,
  });
  return { body, headers: { "stripe-signature": header }, event: event as unknown as Stripe.Event };
}

describe("one effect", () => {
  test("of one event that comes 50 times at once", async () => {
    const invoice = await world.issueInvoice();
    const { url, paymentId } = await start(invoice);
    await world.pay(url, CARDS.good);
    const deliveries = await deliveriesOf(paymentId);
    const success = deliveries.find(({ event }) => event.type === "payment_intent.succeeded");
    if (!success) throw new Error("no success was sent");
    const statuses = await Promise.all(Array.from({ length: 50 }, () => world.deliver(success)));
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(await rowsOf([success.event.id])).toHaveLength(1);
    const jobs = await world.db.asSuperuser(
      "select 1 from pgboss.job where name = 'inbox' and data ->> 'eventId' = $1",
      [success.event.id],
    );
    expect(jobs).toHaveLength(1);
    await Promise.all(Array.from({ length: 5 }, () => work(success.event.id)));
    expect(await ending(invoice, paymentId)).toEqual(paidOnce(invoice.total));
    expect(await world.deliver(success)).toBe(200);
  });

  test("of six events in many orders", async () => {
    for (let turn = 0; turn < 12; turn += 1) {
      const invoice = await world.issueInvoice();
      const { url, paymentId } = await start(invoice);
      await world.pay(url, CARDS.declined);
      await world.pay(url, CARDS.good);
      const deliveries = await deliveriesOf(paymentId);
      expect(deliveries).toHaveLength(6);
      // Every event is first once and last once; between them the order turns.
      const order = deliveries.map((_, at) => deliveries[(at * (turn < 6 ? 1 : 5) + turn) % 6]!);
      for (const delivery of order) {
        expect(await world.deliver(delivery)).toBe(200);
        await work(delivery.event.id);
      }
      expect(await ending(invoice, paymentId)).toEqual(paidOnce(invoice.total));
    }
  });

  test("of an event whose worker was killed before it said done", async () => {
    const invoice = await world.issueInvoice();
    const { url, paymentId } = await start(invoice);
    await world.pay(url, CARDS.good);
    await world.deliverAll();
    await world.workAll();
    await world.db.asSuperuser("update inbox set state = 'received' where body::text like $1", [
      `%${paymentId}%`,
    ]);
    await world.workAll();
    expect(await ending(invoice, paymentId)).toEqual(paidOnce(invoice.total));
  });
});

test("an attempt that failed is told once, though two events say it", async () => {
  const invoice = await world.issueInvoice();
  const { url, paymentId } = await start(invoice);
  await world.pay(url, CARDS.poor);
  for (const delivery of await deliveriesOf(paymentId)) {
    await world.deliver(delivery);
    await work(delivery.event.id);
  }
  const mails = await world.db.asSuperuser(
    "select 1 from effect where machine_id = $1 and params ->> 'template' = 'payment-failed'",
    [paymentId],
  );
  expect(mails).toHaveLength(1);
});

test("an event that is quicker than our own note waits, and is not lost", async () => {
  const invoice = await world.issueInvoice();
  const { url, paymentId } = await start(invoice);
  await world.pay(url, CARDS.declined);
  // As if Stripe's answer with the session's id had not been written down yet.
  await world.db.asSuperuser(
    `update machine set snapshot = jsonb_set(snapshot, '{value}', '"created"') where machine_id = $1`,
    [paymentId],
  );
  await world.db.asSuperuser("update payment set status = 'created' where payment_id = $1", [
    paymentId,
  ]);
  const failed = (await deliveriesOf(paymentId)).find(
    ({ event }) => event.type === "charge.failed",
  );
  const eventId = failed?.event.id ?? "";
  await world.deliver(failed!);
  await expect(work(eventId)).rejects.toThrow("came early");
  expect(await rowsOf([eventId])).toMatchObject([{ state: "received" }]);
  await world.pay(url, CARDS.good);
  await work(eventId);
  expect(await ending(invoice, paymentId)).toEqual(paidOnce(invoice.total));
});

test("another amount than asked for settles nothing and waits for a person", async () => {
  const invoice = await world.issueInvoice();
  const { url, paymentId } = await start(invoice);
  await world.db.asSuperuser(
    `update machine set snapshot = jsonb_set(snapshot, '{context,amount}', '1') where machine_id = $1`,
    [paymentId],
  );
  await world.pay(url, CARDS.good);
  await world.deliverAll();
  await world.workAll();
  expect(await ending(invoice, paymentId)).toMatchObject({
    ...{ status: "issued", paid: 0, payment: "mismatched", postings: 0, receipts: 0 },
  });
});

test("an expired session closes its payment once, and frees the invoice", async () => {
  const invoice = await world.issueInvoice();
  const { url, paymentId } = await start(invoice);
  await world.pay(url, CARDS.declined);
  const { data } = await world.bench.stripe.checkout.sessions.list({ limit: 1 });
  await world.bench.stripe.checkout.sessions.expire(data[0]?.id ?? "");
  await world.deliverAll();
  await world.workAll();
  expect(await ending(invoice, paymentId)).toMatchObject({
    status: "issued",
    payment: "cancelled",
  });
  expect((await start(invoice)).paymentId).not.toBe(paymentId);
});

describe("what is none of ours", () => {
  test("an object of another system is stored as ignored", async () => {
    const session = await world.bench.stripe.checkout.sessions.create({
      ...{ mode: "payment", success_url: "http://127.0.0.1:9/", customer_email: "a@example.jp" },
      line_items: [
        {
          quantity: 1,
          price_data: { currency: "jpy", unit_amount: 500, product_data: { name: "x" } },
        },
      ],
      metadata: { paymentId: "not a uuid", customerId: "'; drop table payment" },
    });
    const event = signed({
      ...{ type: "checkout.session.completed", data: { object: { id: session.id } } },
    });
    expect(await world.deliver(event)).toBe(200);
    await work(event.event.id);
    expect(await rowsOf([event.event.id])).toMatchObject([{ state: "ignored" }]);
  });

  test("an object that Stripe does not know is ignored at once", async () => {
    const event = signed({ type: "payment_intent.succeeded", data: { object: { id: "pi_none" } } });
    await world.deliver(event);
    await work(event.event.id);
    expect(await rowsOf([event.event.id])).toMatchObject([{ state: "ignored" }]);
  });

  test("an unknown type is kept without a job", async () => {
    const event = signed({ type: "made.up", extra: { deep: [1] } });
    expect(await world.deliver(event)).toBe(200);
    expect(await rowsOf([event.event.id])).toMatchObject([
      { state: "ignored", outcome: "ignored: not followed: made.up" },
    ]);
  });

  test("what is not signed leaves no row", async () => {
    const { event, body } = signed({ type: "payment_intent.succeeded" });
    const headers = { "stripe-signature": "t=1,v1=00" };
    expect(await world.deliver({ event, body, headers })).toBe(400);
    expect(await world.deliver({ ...signed({ livemode: true }) })).toBe(400);
    expect(await rowsOf([event.id])).toEqual([]);
  });
});

test("an event that nobody can answer is tried again, and laid aside at the last try", async () => {
  const invoice = await world.issueInvoice();
  const { url, paymentId } = await start(invoice);
  await world.pay(url, CARDS.good);
  const [first] = await deliveriesOf(paymentId);
  const eventId = first?.event.id ?? "";
  await world.deliver(first!);
  const fault = { kind: "error_500", match: "GET /v1/payment_intents/*", times: 2 };
  await world.bench.control("POST", "/fault", fault);
  await expect(work(eventId)).rejects.toThrow("500");
  await work(eventId, true);
  expect(await rowsOf([eventId])).toMatchObject([{ state: "failed" }]);
});
