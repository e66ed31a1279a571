import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { raiseClockOffset } from "#db/queries/clock.ts";
import { openMoneyWorld, type IssuedInvoice, type MoneyWorld } from "#test/helpers/money-world.ts";
import { CARDS } from "#test/sandbox/testing/payer.ts";
import { confirmReturn } from "./confirm-return.ts";
import { readPayable } from "./read-under-way.ts";
import { startCardPayment, type PaymentStart } from "./start-card-payment.ts";

let world: MoneyWorld;
beforeAll(async () => {
  world = await openMoneyWorld();
});
afterAll(() => world.close());
afterEach(async () => void (await world.bench.control("DELETE", "/fault")));

const click = async (
  { customerId, invoiceId }: IssuedInvoice,
  role: "owner" | "billing" = "owner",
) => startCardPayment(await world.principal(customerId, role), invoiceId);

function checkout(start: PaymentStart): { url: string; paymentId: string } {
  if (start.kind !== "checkout") throw new Error(`leads to ${start.kind}`);
  return start;
}

const look = async ({ customerId }: IssuedInvoice, paymentId: string) =>
  confirmReturn(await world.principal(customerId, "billing"), paymentId);

async function paymentsOf({ invoiceId }: IssuedInvoice) {
  return world.db.asSuperuser<{ status: string; charge_id: string | null }>(
    "select status, charge_id from payment where invoice_id = $1 order by payment_id",
    [invoiceId],
  );
}

async function invoiceRow({ invoiceId }: IssuedInvoice) {
  const [row] = await world.db.asSuperuser<{ status: string; paid: number }>(
    "select status, paid::int from invoice where invoice_id = $1",
    [invoiceId],
  );
  return row;
}

const arm = async (kind: string, match: string, times = 1) =>
  void (await world.bench.control("POST", "/fault", { kind, match, times }));
const create = "POST /v1/checkout/sessions";

describe("one payment", () => {
  test("from two tabs, a double click and two people", async () => {
    const invoice = await world.issueInvoice();
    const starts = await Promise.all([
      click(invoice),
      click(invoice),
      click(invoice, "billing"),
      click(invoice, "billing"),
    ]);
    const urls = new Set(starts.map((start) => checkout(start).url));
    expect(urls.size).toBe(1);
    expect(await paymentsOf(invoice)).toHaveLength(1);
  });

  test("paid in one tab, the other tab is told so and charges nothing", async () => {
    const invoice = await world.issueInvoice();
    const one = checkout(await click(invoice));
    const two = checkout(await click(invoice));
    expect((await world.pay(one.url, CARDS.good)).status).toBe(303);
    expect((await world.pay(two.url, CARDS.good)).status).toBe(409);
    expect(await click(invoice)).toEqual({ kind: "payment", paymentId: one.paymentId });
    expect(await click(invoice)).toEqual({ kind: "paid" });
    expect(await invoiceRow(invoice)).toEqual({ status: "paid", paid: invoice.total });
    expect(await paymentsOf(invoice)).toHaveLength(1);
  });

  test("of an amount that Stripe can't take is refused, and another way stays open", async () => {
    const invoice = await world.issueInvoice(10);
    expect(await click(invoice)).toEqual({ kind: "refused", code: "amount" });
    expect(await paymentsOf(invoice)).toMatchObject([{ status: "failed" }]);
  });
});

describe("who may pay", () => {
  test("another customer finds no such invoice and no such payment", async () => {
    const invoice = await world.issueInvoice();
    const stranger = await world.issueInvoice();
    const { paymentId } = checkout(await click(invoice));
    await expect(click({ ...invoice, customerId: stranger.customerId })).rejects.toMatchObject({
      code: "notFound",
    });
    await expect(look(stranger, paymentId)).rejects.toMatchObject({ code: "notFound" });
    await expect(look(stranger, randomUUID())).rejects.toMatchObject({ code: "notFound" });
  });

  test.each(["viewer", "technical"] as const)("not a %s, who is recorded", async (role) => {
    const invoice = await world.issueInvoice();
    const principal = await world.principal(invoice.customerId, role);
    await expect(startCardPayment(principal, invoice.invoiceId)).rejects.toMatchObject({
      code: "notAllowed",
    });
    const refusals = await world.db.asSuperuser(
      "select outcome from audit where machine_id = $1 and action = 'invoice.startPayment'",
      [invoice.invoiceId],
    );
    expect(refusals).toEqual([{ outcome: "refused: notAllowed" }]);
  });
});

describe("the return page", () => {
  test("settles before any webhook, and the webhooks change nothing", async () => {
    const invoice = await world.issueInvoice();
    const { url, paymentId } = checkout(await click(invoice));
    expect((await look(invoice, paymentId)).standing).toEqual({ state: "waiting" });
    const { location } = await world.pay(url, CARDS.good);
    expect(location).toBe(`http://127.0.0.1:9/portal/payments/${paymentId}`);
    const shown = await look(invoice, paymentId);
    expect(shown).toMatchObject({
      standing: { state: "paid", valueDay: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
      isOwed: false,
      amount: invoice.total,
    });
    const before = await history(paymentId);
    await world.deliverAll();
    await world.workAll();
    expect(await history(paymentId)).toEqual(before);
    expect(await invoiceRow(invoice)).toEqual({ status: "paid", paid: invoice.total });
  });

  test("says nothing of a lost card", async () => {
    const invoice = await world.issueInvoice();
    const { url, paymentId } = checkout(await click(invoice));
    await world.pay(url, CARDS.lost);
    expect((await look(invoice, paymentId)).standing).toEqual({
      state: "declined",
      decline: "declined",
    });
    await world.pay(url, CARDS.poor);
    expect((await look(invoice, paymentId)).standing).toEqual({
      state: "declined",
      decline: "insufficientFunds",
    });
    expect(checkout(await click(invoice))).toEqual({ kind: "checkout", url, paymentId });
    await world.pay(url, CARDS.good);
    expect((await look(invoice, paymentId)).standing).toMatchObject({ state: "paid" });
  });

  test("tells of a 3-D Secure challenge that was given up, failed, and passed once", async () => {
    const invoice = await world.issueInvoice();
    const { url, paymentId } = checkout(await click(invoice));
    const first = await world.pay(url, CARDS.challenged);
    expect((await look(invoice, paymentId)).standing).toEqual({ state: "waiting" });
    const answer = (shown: { location: string | null }, result: string) =>
      fetch(new URL(shown.location ?? "", url), {
        ...{ method: "POST", body: new URLSearchParams({ result }), redirect: "manual" as const },
      });
    await answer(first, "fail");
    expect((await look(invoice, paymentId)).standing).toEqual({
      state: "declined",
      decline: "authenticationFailed",
    });
    const second = await world.pay(url, CARDS.challenged);
    expect((await answer(second, "pass")).status).toBe(303);
    expect((await answer(second, "pass")).status).not.toBe(303);
    expect((await look(invoice, paymentId)).standing).toMatchObject({ state: "paid" });
    expect(await paymentsOf(invoice)).toHaveLength(1);
  });

  test("shows what it knows while Stripe can't be asked", async () => {
    const invoice = await world.issueInvoice();
    const { url, paymentId } = checkout(await click(invoice));
    await world.pay(url, CARDS.good);
    await arm("error_500", "GET /v1/checkout/sessions/*");
    expect(await look(invoice, paymentId)).toMatchObject({
      standing: { state: "waiting" },
      isStale: true,
    });
    expect(await look(invoice, paymentId)).toMatchObject({ standing: { state: "paid" } });
  });
});

describe("when Stripe falters at the opening", () => {
  test("the next click goes on with the same payment and the same session", async () => {
    const invoice = await world.issueInvoice();
    await arm("reset", create, 2);
    expect(await click(invoice)).toEqual({ kind: "unavailable" });
    expect(await paymentsOf(invoice)).toMatchObject([{ status: "created" }]);
    checkout(await click(invoice));
    expect(await paymentsOf(invoice)).toMatchObject([{ status: "requiresAction" }]);
  });

  test("a stored error ends that payment, and the same click begins another", async () => {
    const invoice = await world.issueInvoice();
    await arm("error_500", create);
    checkout(await click(invoice));
    expect(await paymentsOf(invoice)).toMatchObject([
      { status: "failed" },
      { status: "requiresAction" },
    ]);
  });
});

test("an expired session can't be paid, and the click begins a new one", async () => {
  const invoice = await world.issueInvoice();
  const old = checkout(await click(invoice));
  const { session_id: sessionId } = (
    await world.db.asSuperuser<{ session_id: string }>(
      "select session_id from payment where payment_id = $1",
      [old.paymentId],
    )
  )[0] ?? { session_id: "" };
  await world.bench.stripe.checkout.sessions.expire(sessionId);
  expect((await world.pay(old.url, CARDS.good)).status).toBe(410);
  expect((await look(invoice, old.paymentId)).standing).toEqual({ state: "expired" });
  const fresh = checkout(await click(invoice));
  expect(fresh.paymentId).not.toBe(old.paymentId);
  await world.pay(fresh.url, CARDS.good);
  expect((await look(invoice, fresh.paymentId)).standing).toMatchObject({ state: "paid" });
  expect((await look(invoice, old.paymentId)).standing).toEqual({ state: "expired" });
});

test("a click notices by itself that the session expired", async () => {
  const invoice = await world.issueInvoice();
  const old = checkout(await click(invoice));
  const sessions = await world.bench.stripe.checkout.sessions.list({ limit: 1 });
  await world.bench.stripe.checkout.sessions.expire(sessions.data[0]?.id ?? "");
  expect(checkout(await click(invoice)).paymentId).not.toBe(old.paymentId);
  expect(await paymentsOf(invoice)).toMatchObject([
    { status: "cancelled" },
    { status: "requiresAction" },
  ]);
});

async function history(paymentId: string) {
  return world.db.asSuperuser(
    "select seq, event ->> 'type' as type from machine_event where machine_id = $1 order by seq",
    [paymentId],
  );
}

test("a day after a lost answer, with the key forgotten, only a new payment can be paid", async () => {
  const invoice = await world.issueInvoice();
  await arm("reset", create, 2);
  expect(await click(invoice)).toEqual({ kind: "unavailable" });
  // Stripe did open a session, but nobody ever heard of it.
  const { underWay } = await readPayable(invoice.customerId, invoice.invoiceId);
  const lost = await world.portal.payments.openCheckout(underWay!.request);
  if (lost.outcome !== "done") throw new Error(lost.outcome);
  await world.bench.control("DELETE", "/keys");
  const day = 25 * 3_600_000;
  await raiseClockOffset(world.portal.database, day);
  await world.bench.control("POST", "/clock", { now: new Date(Date.now() + day).toISOString() });
  const fresh = checkout(await click(invoice));
  expect(fresh.paymentId).not.toBe(underWay!.request.paymentId);
  expect((await world.pay(lost.value.url ?? "", CARDS.good)).status).toBe(410);
  await world.pay(fresh.url, CARDS.good);
  expect((await look(invoice, fresh.paymentId)).standing).toMatchObject({ state: "paid" });
  expect(await paymentsOf(invoice)).toMatchObject([
    { status: "cancelled", charge_id: null },
    { status: "succeeded" },
  ]);
});
