import { afterAll, beforeAll, expect, test } from "vitest";
import { moneyBack } from "#test/helpers/money-back.ts";
import { openMoneyWorld, type MoneyWorld } from "#test/helpers/money-world.ts";
import { CARDS } from "#test/sandbox/testing/payer.ts";
import { compareWithStripe } from "./compare-stripe.ts";
import { sweepEvents } from "./sweep-events.ts";
import { watchStripe } from "./watch-stripe.ts";

let world: MoneyWorld;
let money: ReturnType<typeof moneyBack>;
beforeAll(async () => {
  world = await openMoneyWorld();
  money = moneyBack(world);
});
afterAll(() => world.close());

const monthAgo = () => new Date(Date.now() - 30 * 86_400_000).toISOString();
const compare = () => compareWithStripe(world.portal, monthAgo());
const open = () =>
  world.db.asSuperuser<{ kind: string; amount: number }>(
    "select kind, amount::int from stripe_break where resolved_at is null order by kind",
  );

test("what no webhook told is learned: a payment, a refund and a dispute", async () => {
  const invoice = await world.issueInvoice();
  const { url, paymentId } = await money.story.open(invoice);
  await world.pay(url, CARDS.good);
  const [charge] = await money.story.chargesOf(invoice);
  await money.dashboardRefund(charge?.id ?? "", 700);
  const other = await money.paid();
  await money.dispute(other.chargeId);
  expect(await compare()).toBe(0);
  expect(await money.standing({ ...invoice, paymentId })).toMatchObject({
    ...{ payment: "partlyRefunded", refunded: 700, invoice: "partlyPaid" },
  });
  expect(await money.standing(other)).toMatchObject({ payment: "disputed" });
  expect(await open()).toEqual([]);
});

/** Somebody else pays at the same account; gives the payment's id at Stripe. */
async function payForeign(): Promise<string> {
  const { stripe } = world.bench;
  const { id, url } = await stripe.checkout.sessions.create({
    ...{ mode: "payment", success_url: "http://127.0.0.1:9/", customer_email: "a@example.jp" },
    line_items: [
      {
        quantity: 1,
        price_data: { currency: "jpy", unit_amount: 3_000, product_data: { name: "x" } },
      },
    ],
  });
  await world.pay(url ?? "", CARDS.good);
  return String((await stripe.checkout.sessions.retrieve(id)).payment_intent);
}

test("what only one side has is a break until it is gone (fault 43)", async () => {
  const paid = await money.paid();
  await payForeign();
  const rename = (from: string, to: string) =>
    world.db.asSuperuser("update payment set charge_id = $2 where charge_id = $1", [from, to]);
  await rename(paid.chargeId, "ch_lost");
  // The day of the money counts only once it lies wholly within the window.
  await world.db.asSuperuser(
    "update payment set value_day = value_day + 1 where charge_id = 'ch_lost'",
  );
  expect(await compare()).toBe(3);
  expect(await open()).toEqual(
    [
      { kind: "chargeMissingThere", amount: paid.total },
      { kind: "unknownCharge", amount: 3_000 },
      { kind: "unknownCharge", amount: paid.total },
    ].toSorted((a, b) => (a.kind === b.kind ? 0 : a.kind < b.kind ? -1 : 1)),
  );
  await rename("ch_lost", paid.chargeId);
  expect(await compare()).toBe(1);
  expect(await open()).toEqual([{ kind: "unknownCharge", amount: 3_000 }]);
});

test("events that never arrived are taken in (fault 15)", async () => {
  await money.hear();
  world.bench.webhooks.answer(500);
  const invoice = await world.issueInvoice();
  const { url, paymentId } = await money.story.open(invoice);
  await world.pay(url, CARDS.good);
  world.bench.webhooks.answer(200);
  expect(await sweepEvents(world.portal)).toBeGreaterThan(0);
  await world.workAll();
  expect(await money.standing({ ...invoice, paymentId })).toMatchObject({ payment: "succeeded" });
  expect(await sweepEvents(world.portal)).toBe(0);
});

test("one of many workers compares, once a night", async () => {
  const rounds = [watchStripe(world.portal), watchStripe(world.portal)];
  await Promise.all(rounds.map((round) => round()));
  const begun = () =>
    world.db.asSuperuser<{ name: string; done: boolean; at: string }>(
      `select name, done_at is not null as done, begun_at::text as at from recurring_work
       order by name`,
    );
  const first = await begun();
  expect(first.map(({ name, done }) => [name, done])).toEqual([
    ["compareWithStripe", true],
    ["sweepEvents", true],
  ]);
  await Promise.all(rounds.map((round) => round()));
  expect(await begun()).toEqual(first);
});

test("a dispute is a break from when it was opened, not from when its money moved", async () => {
  const { stripe, control } = world.bench;
  const intent = await payForeign();
  const [charge] = (await stripe.charges.list({ payment_intent: intent })).data;
  const { id } = await money.dispute(charge?.id ?? "", { inquiry: true });
  const { created } = await stripe.disputes.retrieve(id);
  const opened = async () => {
    await compare();
    const [row] = await world.db.asSuperuser<{ seconds: number }>(
      `select extract(epoch from happened_at)::float8 as seconds from stripe_break
       where kind = 'unknownDispute' and subject = $1 and resolved_at is null`,
      [id],
    );
    return row?.seconds;
  };
  expect(await opened()).toBe(created);
  await world.db.asSuperuser("delete from stripe_break where subject = $1", [id]);
  await control("POST", "/clock", { now: new Date(Date.now() + 7_200_000).toISOString() });
  await money.endDispute(id, "needs_response");
  expect(await opened()).toBe(created);
});
