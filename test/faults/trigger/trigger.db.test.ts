import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openMoneyWorld, type MoneyWorld } from "#test/helpers/money-world.ts";
import { openWebhookDoor, type WebhookDoor } from "#test/helpers/webhook-door.ts";
import { until } from "#test/sandbox/testing/until.ts";
import { hasTool, trigger, triggerableEvents } from "./stripe-cli.ts";

/** Every event of the tool about payments, refunds, disputes, payouts, customers and Checkout. */
const events = [
  ...["balance.available", "cash_balance.funds_available", "charge.captured"],
  ...["charge.dispute.closed", "charge.dispute.created", "charge.dispute.updated"],
  ...["charge.failed", "charge.refund.updated", "charge.refunded", "charge.succeeded"],
  ...["checkout.session.async_payment_failed", "checkout.session.async_payment_succeeded"],
  ...["checkout.session.completed", "checkout.session.expired", "customer.created"],
  ...["customer.deleted", "customer.source.created", "customer.source.updated"],
  ...["customer.updated", "customer_cash_balance_transaction.created"],
  ...["payment_intent.amount_capturable_updated", "payment_intent.canceled"],
  ...["payment_intent.created", "payment_intent.partially_funded"],
  ...["payment_intent.payment_failed", "payment_intent.processing"],
  ...["payment_intent.requires_action", "payment_intent.succeeded", "payment_link.created"],
  ...["payment_link.updated", "payment_method.attached", "payment_method.detached"],
  ...["payment_method.updated", "payout.created", "payout.updated", "setup_intent.canceled"],
  ...["setup_intent.created", "setup_intent.requires_action", "setup_intent.setup_failed"],
  "setup_intent.succeeded",
];

let door: WebhookDoor;
let world: MoneyWorld;
let home: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "stripe-tool-"));
  door = await openWebhookDoor();
  world = await openMoneyWorld(undefined, door.url);
});
afterAll(async () => {
  await world.close();
  await door.close();
  rmSync(home, { recursive: true, force: true });
});

interface SandboxEvent {
  id: string;
  type: string;
}

async function sandboxEvents(): Promise<SandboxEvent[]> {
  const state = (await (await world.bench.control("GET", "/state")).json()) as {
    events: SandboxEvent[];
  };
  return state.events;
}

async function everythingDelivered(): Promise<boolean> {
  const { owed } = (await (await world.bench.control("GET", "/owed")).json()) as { owed: number };
  return owed === 0;
}

const stored = (ids: readonly string[]) =>
  world.db.asSuperuser<{ type: string; state: string; outcome: string }>(
    `select type, state, outcome from inbox where event_id = any (string_to_array($1, ','))`,
    [ids.join(",")],
  );

test.runIf(hasTool).each(events)(
  "stripe trigger %s reaches the portal and drops nothing",
  async (event) => {
    const earlier = new Set((await sandboxEvents()).map(({ id }) => id));
    const { exitCode, output } = await trigger(event, world.bench.sandbox.url, home);
    expect(exitCode, output).toBe(0);
    expect(output).toContain("Trigger succeeded");
    const caused = (await sandboxEvents()).filter(({ id }) => !earlier.has(id));
    expect(caused.map(({ type }) => type)).toContain(event);
    await until(everythingDelivered);
    await world.workAll();
    const rows = await stored(caused.map(({ id }) => id));
    expect(rows.map(({ type }) => type).toSorted()).toEqual(
      caused.map(({ type }) => type).toSorted(),
    );
    for (const { state, outcome } of rows) {
      expect(["done", "ignored"]).toContain(state);
      expect(outcome).toMatch(/^(applied|ignored|nothing): /);
    }
  },
);

const concerned =
  /^(balance|cash_balance|charge|checkout|customer|customer_cash_balance_transaction|payment_intent|payment_link|payment_method|payout|refund|setup_intent)\./;
// Subscriptions and vouchers belong to a billing of Stripe's that the portal does not use.
const billing = /^customer\.(discount|subscription)\./;

test.runIf(hasTool)("these are all the events of the kind that the tool knows", async () => {
  const known = await triggerableEvents(home);
  const wanted = known.filter((event) => concerned.test(event) && !billing.test(event));
  expect([...events].toSorted()).toEqual(wanted.toSorted());
});

test("every delivery was answered with 200, and none of it is money of this portal", async () => {
  expect(door.answers.length).toBeGreaterThanOrEqual(events.length);
  expect(door.answers.filter(({ status }) => status !== 200)).toEqual([]);
  expect(await world.db.asSuperuser("select transaction_id from ledger_transaction")).toEqual([]);
  expect(await world.db.asSuperuser("select payment_id from payment")).toEqual([]);
});
