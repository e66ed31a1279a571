import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createPaymentGateway } from "#app/gateways/stripe.ts";
import { confirmReturn } from "#app/usecases/payments/confirm-return.ts";
import { readPayable } from "#app/usecases/payments/read-under-way.ts";
import { startCardPayment } from "#app/usecases/payments/start-card-payment.ts";
import { raiseClockOffset } from "#db/queries/clock.ts";
import { logLinesOf } from "#test/helpers/log-lines.ts";
import { openMoneyWorld, type IssuedInvoice, type MoneyWorld } from "#test/helpers/money-world.ts";
import { WEBHOOK_SECRET } from "#test/sandbox/testing/bench.ts";
import { CARDS } from "#test/sandbox/testing/payer.ts";
import { openProxy, type Interference, type Proxy } from "#test/sandbox/testing/proxy.ts";
import { cardStory, paidOnce, type CardStory } from "#test/helpers/card-story.ts";

let world: MoneyWorld;
let story: CardStory;
let proxy: Proxy;
beforeAll(async () => {
  world = await openMoneyWorld(async (url) => {
    proxy = await openProxy(url);
    return proxy.url;
  });
  story = cardStory(world);
});
afterAll(async () => {
  await world.close();
  await proxy.close();
});
afterEach(async () => {
  proxy.interfere(null);
  await story.disarm();
});

const create = "POST /v1/checkout/sessions";

/** A way to Stripe of its own, impatient or with a short circuit. */
const gateway = (changed: object = {}) =>
  createPaymentGateway({
    ...{ secretKey: "sk_test_sandbox", webhookSecrets: [WEBHOOK_SECRET], livemode: false },
    ...{ baseUrl: proxy.url, timeoutSeconds: 5, ...changed },
  });

/** What Stripe is asked for the payment that is under way. */
async function requestOf({ customerId, invoiceId }: IssuedInvoice) {
  const { underWay } = await readPayable(customerId, invoiceId);
  if (!underWay) throw new Error("No payment is under way.");
  return underWay.request;
}

async function sessionsOf(paymentId: string): Promise<number> {
  const state = await (await world.bench.control("GET", "/state")).json();
  const { sessions } = state as { sessions: { client_reference_id: string }[] };
  return sessions.filter((session) => session.client_reference_id === paymentId).length;
}

/** Pays what is open, lets every webhook come, and says how it ended. */
async function payAndHear(invoice: IssuedInvoice) {
  const { url, paymentId } = await story.open(invoice);
  await world.pay(url, CARDS.good);
  await world.deliverAll();
  await world.workAll();
  expect(await story.chargesOf(invoice)).toHaveLength(1);
  expect(await story.ending(invoice, paymentId)).toEqual(paidOnce(invoice.total));
  return paymentId;
}

test("fault 16: the call times out after Stripe did what was asked", async () => {
  const invoice = await world.issueInvoice();
  const { paymentId } = await story.open(invoice);
  await story.arm("timeout_after", create);
  const request = { ...(await requestOf(invoice)), paymentId: crypto.randomUUID() };
  const impatient = gateway({ timeoutSeconds: 0.5 });
  expect(await impatient.openCheckout(request)).toMatchObject({ outcome: "unknown" });
  const again = await impatient.openCheckout(request);
  expect(again).toMatchObject({ outcome: "done" });
  expect(await sessionsOf(request.paymentId)).toBe(1);
  expect(await payAndHear(invoice)).toBe(paymentId);
});

test("fault 17: the connection is reset before Stripe saw the call", async () => {
  const invoice = await world.issueInvoice();
  let resets = 2;
  proxy.interfere((request, response) => {
    if (request.method !== "POST" || resets === 0) return null;
    resets -= 1;
    response.destroy();
    return "answered";
  });
  expect(await story.click(invoice)).toEqual({ kind: "unavailable" });
  expect(await story.payments(invoice)).toEqual(["created"]);
  const paymentId = await payAndHear(invoice);
  expect(await sessionsOf(paymentId)).toBe(1);
  expect(await story.payments(invoice)).toEqual(["succeeded"]);
});

test("fault 18: a 500 is stored under the key", async () => {
  const invoice = await world.issueInvoice();
  await story.arm("error_500", create);
  await story.open(invoice);
  // The key answers 500 for ever, so its payment is over and a new one has a new key.
  expect(await story.payments(invoice)).toEqual(["failed", "requiresAction"]);
  await payAndHear(invoice);
});

test("fault 19: a key is used again with another amount", async () => {
  const invoice = await world.issueInvoice();
  await story.open(invoice);
  const request = await requestOf(invoice);
  const lines = await logLinesOf(async () => {
    const changed = { ...request, amount: request.amount - 1 };
    expect(await gateway().openCheckout(changed)).toMatchObject({ outcome: "refused" });
  });
  expect(lines).toMatchObject([{ alarm: "stripe", status: 400, level: 50 }]);
  expect(await story.chargesOf(invoice)).toEqual([]);
  await payAndHear(invoice);
});

test("fault 20: a lost answer is followed up after Stripe has forgotten the key", async () => {
  const invoice = await world.issueInvoice();
  proxy.interfere((request, response) => {
    if (request.method !== "POST") return null;
    response.destroy();
    return "answered";
  });
  expect(await story.click(invoice)).toEqual({ kind: "unavailable" });
  proxy.interfere(null);
  // Stripe did open a session, but nobody ever heard of it.
  const request = await requestOf(invoice);
  const lost = await gateway().openCheckout(request);
  if (lost.outcome !== "done") throw new Error(lost.outcome);
  await world.bench.control("DELETE", "/keys");
  const later = 25 * 3_600_000;
  await raiseClockOffset(world.portal.database, later);
  const now = new Date(Date.now() + later).toISOString();
  await world.bench.control("POST", "/clock", { now });
  const paymentId = await payAndHear(invoice);
  expect(paymentId).not.toBe(request.paymentId);
  expect((await world.pay(lost.value.url ?? "", CARDS.good)).status).toBe(410);
  expect(await story.payments(invoice)).toEqual(["cancelled", "succeeded"]);
  expect(await story.chargesOf(invoice)).toHaveLength(1);
});

test("fault 21: the key is in use by another tab's call", async () => {
  const invoice = await world.issueInvoice();
  await story.arm("delay", create, { milliseconds: 400 });
  const starts = await Promise.all([story.click(invoice), story.click(invoice)]);
  expect(new Set(starts.map((start) => JSON.stringify(start))).size).toBe(1);
  const paymentId = await payAndHear(invoice);
  expect(await sessionsOf(paymentId)).toBe(1);
});

test("fault 22: too many requests, for a minute", async () => {
  const invoices = await Promise.all(Array.from({ length: 4 }, () => world.issueInvoice()));
  const opened = [];
  for (const invoice of invoices) opened.push({ invoice, ...(await story.open(invoice)) });
  for (const { url } of opened) await world.pay(url, CARDS.good);
  await world.deliverAll();
  await story.arm("rate_limit", "GET /v1/payment_intents/*", { times: 8 });
  await story.arm("rate_limit", "GET /v1/checkout/sessions/*", { times: 8 });
  const waiting = async () => {
    const [row] = await world.db.asSuperuser<{ count: number }>(
      "select count(*)::int as count from inbox where state = 'received'",
    );
    return row?.count ?? 0;
  };
  const first = await waiting();
  let rounds = 0;
  for (; (await waiting()) > 0 && rounds < 60; rounds += 1) await world.workAll().catch(() => {});
  expect(first).toBeGreaterThan(0);
  expect(rounds).toBeGreaterThan(1);
  for (const { invoice, paymentId } of opened) {
    expect(await story.ending(invoice, paymentId)).toEqual(paidOnce(invoice.total));
  }
  // The queue tries again with pauses that double and are drawn, not in step.
  const queues = await world.db.asSuperuser(
    "select name, retry_backoff as backoff, retry_limit > 20 as patient from pgboss.queue where name in ('effect', 'inbox') order by name",
  );
  expect(queues).toEqual([
    { name: "effect", backoff: true, patient: true },
    { name: "inbox", backoff: true, patient: true },
  ]);
});

test("fault 23: an HTML page, half an answer, a byte at a time", async () => {
  const spoilt: Interference[] = [
    (_, response) => {
      response.writeHead(503, { "content-type": "text/html" }).end("<html>down</html>");
      return "answered";
    },
    (_, response) => {
      response.writeHead(200, { "content-type": "application/json" }).end('{"id": "cs_');
      return "answered";
    },
    (_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const drip = setInterval(() => response.write(" "), 50);
      response.on("close", () => clearInterval(drip));
      return "answered";
    },
  ];
  const invoice = await world.issueInvoice();
  const { paymentId } = await story.open(invoice);
  const principal = await world.principal(invoice.customerId, "owner");
  for (const how of spoilt.slice(0, 2)) {
    proxy.interfere(how);
    expect(await startCardPayment(principal, invoice.invoiceId)).toEqual({ kind: "unavailable" });
    expect(await confirmReturn(principal, paymentId)).toMatchObject({
      ...{ isStale: true, standing: { state: "waiting" } },
    });
  }
  const impatient = gateway({ timeoutSeconds: 0.2 });
  proxy.interfere(spoilt[2] ?? null);
  const reached = proxy.seen.length;
  for (let call = 0; call < 20; call += 1) {
    expect(await impatient.readCheckout("cs_x")).toMatchObject({ outcome: "retry" });
  }
  // The way closes; what comes after is answered without waiting.
  expect(proxy.seen.length - reached).toBeLessThan(20);
});

test.each([
  ["revoked", 401],
  ["restricted", 403],
])("fault 49: the key was %s", async (_, status) => {
  let way: Proxy | undefined;
  const other = await openMoneyWorld(async (url) => (way = await openProxy(url)).url);
  try {
    const own = cardStory(other);
    const invoice = await other.issueInvoice();
    const error = { type: "invalid_request_error", message: "Invalid API Key provided" };
    way?.interfere((__, response) => {
      response.writeHead(status).end(JSON.stringify({ error }));
      return "answered";
    });
    const before = way?.seen.length ?? 0;
    const lines = await logLinesOf(async () => {
      for (let click = 0; click < 5; click += 1) {
        expect(await own.click(invoice)).toEqual({ kind: "unavailable" });
      }
    });
    expect((way?.seen.length ?? 0) - before).toBe(1);
    expect(lines.filter(({ alarm }) => alarm === "stripe").length).toBeGreaterThan(0);
    expect(await own.payments(invoice)).toEqual(["created"]);
    // Everything but paying goes on.
    const { status: standing } = await readPayable(invoice.customerId, invoice.invoiceId);
    expect(standing).toBe("issued");
  } finally {
    await other.close();
    await way?.close();
  }
});
