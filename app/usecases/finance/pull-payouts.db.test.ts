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
  expect(await pull()).toEqual({ booked: 1, unbalanced: 0, waiting: 0, changed: 0 });
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
  expect(await pull()).toEqual({ booked: 0, unbalanced: 0, waiting: 0, changed: 0 });
  expect(await everything()).toEqual(before);
});

test("a refund and a charge of another system wait for a person, in suspense", async () => {
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
    "exception refund",
  ]);
  const ledger = await ledgerOf(id);
  expect(ledger).toContainEqual({ account: "bank", debit: amount, credit: 0 });
  // 3,000 less 108 of fee came in, 100,000 went out.
  expect(ledger).toContainEqual({ account: "suspense", debit: 97_108, credit: 0 });
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
