import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { startCardPayment } from "#app/usecases/payments/start-card-payment.ts";
import type { EffectRow } from "#db/queries/effects.ts";
import { openMoneyWorld, type MoneyWorld } from "#test/helpers/money-world.ts";
import { CARDS } from "#test/sandbox/testing/payer.ts";
import { expireCheckout, lookUpCheckout } from "./checkout-effects.ts";

let world: MoneyWorld;
beforeAll(async () => {
  world = await openMoneyWorld();
});
afterAll(() => world.close());
afterEach(async () => void (await world.bench.control("DELETE", "/fault")));

async function begin() {
  const invoice = await world.issueInvoice();
  const principal = await world.principal(invoice.customerId, "owner");
  const start = await startCardPayment(principal, invoice.invoiceId);
  if (start.kind !== "checkout") throw new Error(`leads to ${start.kind}`);
  const { paymentId, url } = start;
  const at = await world.portal.clock.now();
  const effect = {
    customerId: invoice.customerId,
    params: { paymentId },
    at,
  } as unknown as EffectRow;
  return { effect, url, paymentId };
}

async function statusOf(paymentId: string): Promise<string | undefined> {
  const rows = await world.db.asSuperuser<{ status: string }>(
    "select status from payment where payment_id = $1",
    [paymentId],
  );
  return rows[0]?.status;
}

test("an overtaken session is closed, and closing it again changes nothing", async () => {
  const { effect, url, paymentId } = await begin();
  for (let time = 0; time < 2; time += 1) {
    expect(await expireCheckout(world.portal, effect)).toMatchObject({ outcome: "done" });
    expect(await statusOf(paymentId)).toBe("cancelled");
  }
  expect((await world.pay(url, CARDS.good)).status).toBe(410);
});

test("a session paid before it could be closed counts as paid", async () => {
  const { effect, url, paymentId } = await begin();
  await world.pay(url, CARDS.good);
  expect(await expireCheckout(world.portal, effect)).toMatchObject({ outcome: "done" });
  expect(await statusOf(paymentId)).toBe("succeeded");
});

test("looking up waits for a session that is open, then learns how it ended", async () => {
  const { effect, url, paymentId } = await begin();
  expect(await lookUpCheckout(world.portal, effect)).toMatchObject({ outcome: "retry" });
  await world.pay(url, CARDS.good);
  expect(await lookUpCheckout(world.portal, effect)).toMatchObject({ outcome: "done" });
  expect(await statusOf(paymentId)).toBe("succeeded");
});

test("no answer is told as what it is", async () => {
  const { effect } = await begin();
  const match = "POST /v1/checkout/sessions/*/expire";
  await world.bench.control("POST", "/fault", { kind: "rate_limit", match });
  expect(await expireCheckout(world.portal, effect)).toMatchObject({ outcome: "retry" });
  await world.bench.control("POST", "/fault", { kind: "reset", match, times: 2 });
  expect(await expireCheckout(world.portal, effect)).toMatchObject({ outcome: "unknown" });
  expect(await expireCheckout(world.portal, effect)).toMatchObject({ outcome: "done" });
});
