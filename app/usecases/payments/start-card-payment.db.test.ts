import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openMoneyWorld, type IssuedInvoice, type MoneyWorld } from "#test/helpers/money-world.ts";
import { CARDS } from "#test/sandbox/testing/payer.ts";
import { confirmReturn } from "./confirm-return.ts";
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

test("an amount that Stripe can't take is refused, and another way stays open", async () => {
  const invoice = await world.issueInvoice(10);
  expect(await click(invoice)).toEqual({ kind: "refused", code: "amount" });
  expect(await paymentsOf(invoice)).toMatchObject([{ status: "failed" }]);
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
