import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { confirmReturn } from "#app/usecases/payments/confirm-return.ts";
import { readWork } from "#app/usecases/work/read-work.ts";
import { readPayable } from "#app/usecases/payments/read-under-way.ts";
import { expireCheckout } from "#app/workflow/checkout-effects.ts";
import type { EffectRow } from "#db/queries/effects.ts";
import { openMoneyWorld, type IssuedInvoice, type MoneyWorld } from "#test/helpers/money-world.ts";
import { CARDS } from "#test/sandbox/testing/payer.ts";
import { openProxy, type Proxy } from "#test/sandbox/testing/proxy.ts";
import { cardStory, paidOnce, type CardStory } from "#test/helpers/card-story.ts";

let world: MoneyWorld;
let story: CardStory;
let proxy: Proxy;
beforeAll(async () => {
  world = await openMoneyWorld(async (url) => (proxy = await openProxy(url)).url);
  story = cardStory(world);
});
afterAll(async () => {
  await world.close();
  await proxy.close();
});
afterEach(() => proxy.rewrite(null));

const look = async ({ customerId }: IssuedInvoice, paymentId: string) =>
  confirmReturn(await world.principal(customerId, "billing"), paymentId);

const standing = async (invoice: IssuedInvoice, paymentId: string) =>
  (await look(invoice, paymentId)).standing;

async function sessionOf(paymentId: string): Promise<string> {
  const [row] = await world.db.asSuperuser<{ id: string }>(
    "select session_id as id from payment where payment_id = $1",
    [paymentId],
  );
  return row?.id ?? "";
}

/** Closes the session of a payment, as a deadline or an overtaking receipt does. */
async function close({ customerId }: IssuedInvoice, paymentId: string): Promise<void> {
  const at = await world.portal.clock.now();
  const effect = { customerId, params: { paymentId }, at } as unknown as EffectRow;
  expect(await expireCheckout(world.portal, effect)).toMatchObject({ outcome: "done" });
}

async function hearAll(): Promise<void> {
  await world.deliverAll();
  await world.workAll();
}

/** A bank receipt that finance applied to an invoice. */
async function transfer({ customerId, invoiceId }: IssuedInvoice, amount: number): Promise<void> {
  const receivedAt = (await world.portal.clock.now()).toISOString();
  const receiptId = crypto.randomUUID();
  const outcome = await world.portal.dispatch({
    ...{ customerId, machineId: invoiceId, kind: "invoice", commandId: receiptId, receivedAt },
    actor: { kind: "machine", machineId: receiptId },
    event: {
      ...{ type: "transferReceived", receiptId, amount, fee: 0 },
      valueDay: receivedAt.slice(0, 10),
    },
  });
  if (!outcome.ok) throw new Error(outcome.refusal.detail);
}

test("fault 24: a double click, two tabs and two people", async () => {
  const invoice = await world.issueInvoice();
  const starts = await Promise.all([
    ...[story.click(invoice), story.click(invoice)],
    ...[story.click(invoice, "billing"), story.click(invoice, "billing")],
  ]);
  expect(new Set(starts.map((start) => JSON.stringify(start))).size).toBe(1);
  const { url, paymentId } = await story.open(invoice);
  expect((await world.pay(url, CARDS.good)).status).toBe(303);
  expect((await world.pay(url, CARDS.good)).status).toBe(409);
  expect(await story.click(invoice)).toEqual({ kind: "payment", paymentId });
  expect(await story.click(invoice, "billing")).toEqual({ kind: "paid" });
  expect(await story.chargesOf(invoice)).toHaveLength(1);
  expect(await story.ending(invoice, paymentId)).toEqual(paidOnce(invoice.total));
});

test("fault 25: the customer pays by card while finance records a transfer", async () => {
  const invoice = await world.issueInvoice();
  const { url, paymentId } = await story.open(invoice);
  await transfer(invoice, invoice.total);
  // The session is about to be closed, but the customer's click is quicker.
  expect((await world.pay(url, CARDS.good)).status).toBe(303);
  await close(invoice, paymentId);
  await hearAll();
  expect(await story.ending(invoice, paymentId)).toEqual({
    ...{ status: "paid", paid: 2 * invoice.total, payment: "succeeded", postings: 1, receipts: 1 },
  });
  const [row] = await world.db.asSuperuser<{ credit: number }>(
    "select credit::int from invoice where invoice_id = $1",
    [invoice.invoiceId],
  );
  expect(row?.credit).toBe(invoice.total);
  const wanted = { kind: "settleCredit", role: "all", owner: null, page: null };
  const { items } = await readWork(await world.principal(null, "finance"), wanted);
  expect(items.map(({ subject }) => subject)).toContain(invoice.customerId);
});

test("fault 26: the amount changes between the quote and the payment", async () => {
  const invoice = await world.issueInvoice();
  const old = await story.open(invoice);
  await transfer(invoice, 1_000_000);
  // The open session asks for too much, so it is closed before the next one is opened.
  await story.click(invoice);
  const fresh = await story.open(invoice);
  expect(fresh.paymentId).not.toBe(old.paymentId);
  expect((await world.pay(old.url, CARDS.good)).status).toBe(410);
  const { underWay } = await readPayable(invoice.customerId, invoice.invoiceId);
  expect(underWay?.request.amount).toBe(invoice.total - 1_000_000);
  // Stripe took another amount than was asked for: nothing is settled, a person looks into it.
  proxy.rewrite((body) =>
    body["object"] === "payment_intent" ? { ...body, amount_received: 1 } : body,
  );
  await world.pay(fresh.url, CARDS.good);
  await hearAll();
  expect(await story.ending(invoice, fresh.paymentId)).toEqual({
    ...{ status: "partlyPaid", paid: 1_000_000, payment: "mismatched", postings: 0, receipts: 0 },
  });
});

test("fault 28: a forged return address with somebody's session", async () => {
  const invoice = await world.issueInvoice();
  const stranger = await world.issueInvoice();
  const { paymentId, url } = await story.open(invoice);
  for (const forged of [paymentId, await sessionOf(paymentId), crypto.randomUUID()]) {
    await expect(look(stranger, forged)).rejects.toMatchObject({ code: "notFound" });
  }
  // Its own address before it has paid says nothing but that it waits.
  expect(await standing(invoice, paymentId)).toEqual({ state: "waiting" });
  expect(await story.payments(invoice)).toEqual(["requiresAction"]);
  await world.pay(url, CARDS.good);
  expect(await standing(invoice, paymentId)).toMatchObject({ state: "paid" });
});

test("fault 29: the session expired, then the customer submits", async () => {
  const invoice = await world.issueInvoice();
  const old = await story.open(invoice);
  await world.bench.stripe.checkout.sessions.expire(await sessionOf(old.paymentId));
  expect((await world.pay(old.url, CARDS.good)).status).toBe(410);
  expect(await standing(invoice, old.paymentId)).toEqual({ state: "expired" });
  const fresh = await story.open(invoice);
  expect(fresh.paymentId).not.toBe(old.paymentId);
  await world.pay(fresh.url, CARDS.good);
  await hearAll();
  expect(await story.ending(invoice, fresh.paymentId)).toEqual(paidOnce(invoice.total));
  expect(await story.payments(invoice)).toEqual(["cancelled", "succeeded"]);
});

test.each([
  [CARDS.declined, "declined"],
  [CARDS.poor, "insufficientFunds"],
  [CARDS.expired, "expiredCard"],
  [CARDS.wrongCode, "incorrectCode"],
  [CARDS.broken, "tryLater"],
  // Whoever holds a lost card must not learn that it was reported.
  [CARDS.lost, "declined"],
])("fault 30: card %s is declined, in words of its own", async (card, decline) => {
  const invoice = await world.issueInvoice();
  const { url, paymentId } = await story.open(invoice);
  await world.pay(url, card);
  await hearAll();
  expect(await standing(invoice, paymentId)).toEqual({ state: "declined", decline });
  const mails = await world.db.asSuperuser(
    "select 1 from effect where machine_id = $1 and params ->> 'template' = 'payment-failed'",
    [paymentId],
  );
  expect(mails).toHaveLength(1);
  expect(await story.chargesOf(invoice)).toEqual([]);
  // Another card may be tried on the same payment.
  await world.pay(url, CARDS.good);
  await hearAll();
  expect(await story.ending(invoice, paymentId)).toEqual(paidOnce(invoice.total));
});

test("fault 32: 3-D Secure is given up, fails, and is passed twice", async () => {
  const invoice = await world.issueInvoice();
  const { url, paymentId } = await story.open(invoice);
  const answer = async (shown: { location: string | null }, result: string) => {
    const init = { method: "POST", body: new URLSearchParams({ result }) };
    return (await fetch(new URL(shown.location ?? "", url), { ...init, redirect: "manual" }))
      .status;
  };
  const first = await world.pay(url, CARDS.challenged);
  expect(await standing(invoice, paymentId)).toEqual({ state: "waiting" });
  await answer(first, "fail");
  expect(await standing(invoice, paymentId)).toEqual({
    ...{ state: "declined", decline: "authenticationFailed" },
  });
  const second = await world.pay(url, CARDS.challenged);
  expect(await answer(second, "pass")).toBe(303);
  expect(await answer(second, "pass")).not.toBe(303);
  await hearAll();
  expect(await story.ending(invoice, paymentId)).toEqual(paidOnce(invoice.total));
  expect(await story.chargesOf(invoice)).toHaveLength(1);
  const given = await world.issueInvoice();
  const left = await story.open(given);
  await world.pay(left.url, CARDS.challenged);
  await close(given, left.paymentId);
  expect(await story.payments(given)).toEqual(["cancelled"]);
});

test("fault 44: amounts that can't be charged never reach Stripe", async () => {
  const request = {
    ...{ paymentId: crypto.randomUUID(), customerId: "c", invoiceId: "i", invoiceNumber: "1" },
    ...{ locale: "ja" as const, expiresAt: new Date().toISOString() },
    ...{ successUrl: "http://127.0.0.1:9/", cancelUrl: "http://127.0.0.1:9/" },
  };
  const before = proxy.seen.length;
  for (const amount of [0, 49, 100_000_000, 5000.5, -1, Number.NaN]) {
    expect(await world.portal.payments.openCheckout({ ...request, amount })).toMatchObject({
      ...{ outcome: "refused", code: "amount" },
    });
  }
  expect(proxy.seen.length).toBe(before);
  const small = await world.issueInvoice(10);
  expect(await story.click(small)).toEqual({ kind: "refused", code: "amount" });
  // Yen have no minor unit: what is asked for is what is owed, not a hundredfold.
  const invoice = await world.issueInvoice(50_000);
  await story.open(invoice);
  const { data } = await world.bench.stripe.checkout.sessions.list({ limit: 1 });
  expect(data[0]).toMatchObject({ amount_total: 55_000, currency: "jpy" });
});

test("fault 46: paid in the last minute, paid later, not paid by the deadline", async () => {
  const invoice = await world.issueInvoice();
  const { url, paymentId } = await story.open(invoice);
  await world.pay(url, CARDS.good);
  // A payment that takes days has a session that is complete and an intent that is not.
  proxy.rewrite((body) =>
    body["object"] === "payment_intent" ? { ...body, status: "processing" } : body,
  );
  await hearAll();
  expect(await story.ending(invoice, paymentId)).toMatchObject({
    ...{ status: "issued", paid: 0, payment: "processing", postings: 0, receipts: 0 },
  });
  expect(await standing(invoice, paymentId)).toEqual({ state: "processing" });
  proxy.rewrite(null);
  // The deadline comes in the same minute as the money: the money wins.
  await close(invoice, paymentId);
  expect(await story.ending(invoice, paymentId)).toEqual(paidOnce(invoice.total));
  const unpaid = await world.issueInvoice();
  const left = await story.open(unpaid);
  await close(unpaid, left.paymentId);
  expect(await story.payments(unpaid)).toEqual(["cancelled"]);
});
