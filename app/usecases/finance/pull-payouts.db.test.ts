import { afterAll, beforeAll, expect, test } from "vitest";
import { startCardPayment } from "#app/usecases/payments/start-card-payment.ts";
import { openMoneyWorld, type IssuedInvoice, type MoneyWorld } from "#test/helpers/money-world.ts";
import { CARDS } from "#test/sandbox/testing/payer.ts";
import { pullPayouts } from "./pull-payouts.ts";

let world: MoneyWorld;
beforeAll(async () => {
  world = await openMoneyWorld();
});
afterAll(() => world.close());

const nothing = { booked: 0, unbalanced: 0, waiting: 0, changed: 0, otherCurrency: 0, atBank: 0 };

const pull = async () => pullPayouts(await world.principal(null, "finance"));

async function pay(invoice: IssuedInvoice): Promise<string> {
  const principal = await world.principal(invoice.customerId, "owner");
  const start = await startCardPayment(principal, invoice.invoiceId);
  if (start.kind !== "checkout") throw new Error(`leads to ${start.kind}`);
  expect((await world.pay(start.url, CARDS.good)).status).toBe(303);
  return start.paymentId;
}

async function payOut(): Promise<{ id: string; amount: number }> {
  const response = await world.bench.control("POST", "/payouts");
  expect(response.status).toBe(201);
  return (await response.json()) as { id: string; amount: number };
}

const linesOf = (payoutId: string) =>
  world.db.asSuperuser<{ type: string; state: string; reason: string; invoice_id: string | null }>(
    "select type, state, reason, invoice_id from payout_line where payout_id = $1 order by type, amount",
    [payoutId],
  );

const ledgerOf = (payoutId: string) =>
  world.db.asSuperuser<{ account: string; debit: number; credit: number }>(
    `select e.account, e.debit::int, e.credit::int from ledger_entry e
     join payout p on p.ledger_transaction_id = e.transaction_id
     where p.payout_id = $1 order by e.account`,
    [payoutId],
  );

async function everything() {
  return world.db.asSuperuser(
    `select (select jsonb_agg(p order by p.payout_id) from payout p) as payouts,
       (select jsonb_agg(l order by l.payout_id, l.line_id) from payout_line l) as lines,
       (select count(*)::int from ledger_entry) as entries,
       (select count(*)::int from audit where action = 'finance.pullPayout') as audits`,
  );
}

test("each charge is matched to its invoice, even where no webhook ever came", async () => {
  const invoices = [await world.issueInvoice(100_000), await world.issueInvoice(250_000)];
  for (const invoice of invoices) await pay(invoice);
  const { id, amount } = await payOut();
  expect(await pull()).toEqual({ ...nothing, booked: 1 });
  expect(await linesOf(id)).toEqual([
    ...invoices.map(({ invoiceId: invoice_id }) => ({
      ...{ type: "charge", state: "matched", reason: "charge", invoice_id },
    })),
    { type: "payout", state: "explained", reason: "payout", invoice_id: null },
  ]);
  const gross = invoices.reduce((sum, { total }) => sum + total, 0);
  expect(await ledgerOf(id)).toEqual([
    { account: "bank", debit: amount, credit: 0 },
    { account: "stripeClearing", debit: 0, credit: gross },
    { account: "stripeFees", debit: gross - amount, credit: 0 },
  ]);
  const paid = await world.db.asSuperuser(
    "select 1 from invoice where status = 'paid' and invoice_id = any($1)",
    [invoices.map(({ invoiceId }) => invoiceId)],
  );
  expect(paid).toHaveLength(2);
});

test("a second pull, and two at once, change nothing", async () => {
  await pay(await world.issueInvoice(70_000));
  await payOut();
  const results = await Promise.all([pull(), pull()]);
  expect(results.reduce((sum, { booked }) => sum + booked, 0)).toBe(1);
  const before = await everything();
  expect(await pull()).toEqual(nothing);
  expect(await everything()).toEqual(before);
});

test("a refund made at Stripe is matched, a charge of another system waits for a person", async () => {
  const invoice = await world.issueInvoice(500_000);
  const paymentId = await pay(invoice);
  const [row] = await world.db.asSuperuser<{ charge_id: string | null }>(
    "select charge_id from payment where payment_id = $1",
    [paymentId],
  );
  expect(row?.charge_id).toBeNull();
  const { data } = await world.bench.stripe.charges.list({ limit: 1 });
  await world.bench.stripe.refunds.create({ charge: data[0]?.id ?? "", amount: 100_000 });
  const foreign = await world.bench.stripe.checkout.sessions.create({
    ...{ mode: "payment", success_url: "http://127.0.0.1:9/", customer_email: "a@example.jp" },
    line_items: [
      {
        quantity: 1,
        price_data: { currency: "jpy", unit_amount: 3_000, product_data: { name: "x" } },
      },
    ],
  });
  await world.pay(foreign.url ?? "", CARDS.good);
  const { id, amount } = await payOut();
  expect(await pull()).toMatchObject({ booked: 1 });
  expect((await linesOf(id)).map(({ state, reason }) => `${state} ${reason}`)).toEqual([
    "exception noPayment",
    "matched charge",
    "explained payout",
    "matched refund",
  ]);
  const ledger = await ledgerOf(id);
  expect(ledger).toContainEqual({ account: "bank", debit: amount, credit: 0 });
  // 3,000 less 108 of fee came in.
  expect(ledger).toContainEqual({ account: "suspense", debit: 0, credit: 2_892 });
});

test("only finance may pull", async () => {
  const principal = await world.principal(null, "operations");
  await expect(pullPayouts(principal)).rejects.toMatchObject({ code: "notAllowed" });
});

test("a page that fails leaves nothing half written, and the next pull goes on", async () => {
  await pay(await world.issueInvoice(90_000));
  const { id } = await payOut();
  const fault = { kind: "error_500", match: "GET /v1/balance_transactions" };
  await world.bench.control("POST", "/fault", fault);
  await expect(pull()).rejects.toMatchObject({ code: "unavailable" });
  expect(await linesOf(id)).toEqual([]);
  expect(await pull()).toMatchObject({ booked: 1 });
  expect(await linesOf(id)).toHaveLength(2);
});

/** Balances of the operator's own accounts in yen. */
async function balances(): Promise<Record<string, number>> {
  const rows = await world.db.asSuperuser<{ account: string; sum: number }>(
    `select account, sum(debit - credit)::float8 as sum from ledger_entry e
     join ledger_transaction t using (customer_id, transaction_id)
     where t.kind in ('payout', 'payoutFailed', 'payoutMatched') group by account`,
  );
  return Object.fromEntries(rows.map(({ account, sum }) => [account, sum]));
}

test("a payout that fails after it was paid is booked back, and the next one brings it (fault 41)", async () => {
  await pay(await world.issueInvoice(110_000));
  const { id, amount } = await payOut();
  await pull();
  const before = await balances();
  await world.bench.control("POST", `/payouts/${id}`, { status: "failed" });
  expect(await pull()).toMatchObject({ changed: 1 });
  expect(await balances()).toMatchObject({
    bank: (before["bank"] ?? 0) - amount,
    stripeClearing: (before["stripeClearing"] ?? 0) + amount,
  });
  const next = await payOut();
  expect(next.amount).toBe(amount);
  expect(await pull()).toMatchObject({ booked: 1, changed: 0 });
  expect(await linesOf(next.id)).toContainEqual({
    ...{ type: "payout_failure", state: "matched", reason: "payoutFailure", invoice_id: null },
  });
  expect(await balances()).toEqual(before);
});

test("a payout that came back before anybody pulled it is booked out and back all the same", async () => {
  await pay(await world.issueInvoice(300_000));
  const sent = await payOut();
  const failing = await world.bench.control("POST", `/payouts/${sent.id}`, { status: "failed" });
  expect(failing.status).toBe(200);
  const again = await payOut();
  expect(again.amount).toBe(sent.amount);
  await pull();
  const open = await world.db.asSuperuser(
    "select type from payout_line where state = 'exception' and payout_id in ($1, $2)",
    [sent.id, again.id],
  );
  expect(open).toEqual([]);
  const [came] = await world.db.asSuperuser<{ sum: string }>(
    `select sum(e.debit - e.credit) as sum from ledger_entry e
     join ledger_transaction t using (customer_id, transaction_id)
     where e.account = 'bank' and t.transaction_id in (
       select ledger_transaction_id from payout where payout_id in ($1, $2))`,
    [sent.id, again.id],
  );
  const [back] = await world.db.asSuperuser<{ status: string; returned: boolean }>(
    "select status, returned_on is not null as returned from payout where payout_id = $1",
    [sent.id],
  );
  expect(Number(came?.sum)).toBe(2 * sent.amount);
  expect(back).toEqual({ status: "failed", returned: true });
});

test("a dispute takes money from the bank by a negative payout, and each line is matched (fault 41)", async () => {
  const invoice = await world.issueInvoice(120_000);
  const paymentId = await pay(invoice);
  await payOut();
  await pull();
  const [row] = await world.db.asSuperuser<{ charge_id: string }>(
    "select charge_id from payment where payment_id = $1",
    [paymentId],
  );
  await world.bench.control("POST", "/disputes", { charge: row?.charge_id });
  const response = await world.bench.control("POST", "/payouts", { negative: true });
  const { id, amount } = (await response.json()) as { id: string; amount: number };
  expect(amount).toBe(-invoice.total - 1_300);
  expect(await pull()).toMatchObject({ booked: 1 });
  expect((await linesOf(id)).map(({ state, reason }) => `${state} ${reason}`)).toEqual([
    "matched dispute",
    "explained payout",
  ]);
  expect(await ledgerOf(id)).toEqual([
    { account: "bank", debit: 0, credit: -amount },
    { account: "stripeClearing", debit: -amount, credit: 0 },
  ]);
});

test("a row of a type never seen is not dropped (fault 42)", async () => {
  await world.bench.control("POST", "/balance", { type: "moon_dust", amount: 777 });
  const { id } = await payOut();
  expect(await pull()).toMatchObject({ booked: 1 });
  expect((await linesOf(id)).map(({ state, reason }) => `${state} ${reason}`)).toEqual([
    "exception unknownType",
    "explained payout",
  ]);
});

test("a payout of many pages goes on where a page failed (fault 40)", async () => {
  const rows = 250;
  for (let n = 1; n <= rows; n += 1) {
    await world.bench.control("POST", "/balance", { type: "stripe_fee", amount: -n });
  }
  await world.bench.control("POST", "/balance", { type: "adjustment", amount: 100_000 });
  const { id, amount } = await payOut();
  const portal = world.portal as { payments: typeof world.portal.payments };
  const whole = portal.payments;
  let pages = 0;
  portal.payments = {
    ...whole,
    readPayoutPage: async (payoutId, after) => {
      pages += 1;
      if (pages === 3) return { outcome: "retry", reason: "503" };
      return whole.readPayoutPage(payoutId, after);
    },
  };
  try {
    await expect(pull()).rejects.toMatchObject({ code: "unavailable" });
    expect(await linesOf(id)).toHaveLength(200);
    expect(await pull()).toMatchObject({ booked: 1 });
    // Two pages before the fault, the one that failed, and the one that was missing.
    expect(pages).toBe(4);
  } finally {
    portal.payments = whole;
  }
  const lines = await linesOf(id);
  expect(lines).toHaveLength(rows + 2);
  const ledger = await ledgerOf(id);
  expect(ledger).toContainEqual({ account: "bank", debit: amount, credit: 0 });
});

test("a payout that is not in yen is another system's: it is counted and nothing of it is booked", async () => {
  const row = { type: "adjustment", amount: 5_000, currency: "usd" };
  await world.bench.control("POST", "/balance", row);
  const automatic = await world.bench.control("POST", "/payouts", { currency: "usd" });
  expect(await automatic.json()).toMatchObject({ amount: 5_000, currency: "usd", status: "paid" });
  await world.bench.control("POST", "/balance", row);
  const byHand = await world.bench.stripe.payouts.create({ amount: 700, currency: "usd" });
  expect(byHand.status).toBe("paid");
  const before = await balances();
  expect(await pull()).toEqual({ ...nothing, otherCurrency: 2 });
  await world.bench.control("POST", `/payouts/${byHand.id}`, { status: "failed" });
  expect(await pull()).toEqual({ ...nothing, otherCurrency: 2 });
  expect(await balances()).toEqual(before);
  expect(await linesOf(byHand.id)).toEqual([]);
});
