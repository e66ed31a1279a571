import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBench, WEBHOOK_SECRET, type Bench } from "#test/sandbox/testing/bench.ts";
import { openProxy, type Proxy } from "#test/sandbox/testing/proxy.ts";
import { createPaymentGateway } from "./stripe.ts";

let bench: Bench;
let proxy: Proxy;
beforeAll(async () => {
  bench = await openBench();
  proxy = await openProxy(bench.sandbox.url);
});
afterAll(async () => {
  await proxy.close();
  await bench.close();
});

const pauseSeconds = 0.2;
const open = () =>
  createPaymentGateway({
    ...{ secretKey: "sk_test_sandbox", webhookSecrets: [WEBHOOK_SECRET], baseUrl: proxy.url },
    ...{ timeoutSeconds: 5, livemode: false, pauseSeconds, keyPauseSeconds: pauseSeconds },
  });

const answerAll = (status: number, body: string) =>
  proxy.interfere((_, response) => {
    response.writeHead(status).end(body);
    return "answered";
  });

/** What a gateway answers to calls one after the other, and how many of them reached Stripe. */
async function ask(gateway: ReturnType<typeof open>, times: number) {
  const before = proxy.seen.length;
  const outcomes: string[] = [];
  for (let n = 0; n < times; n += 1) outcomes.push((await gateway.listPayouts()).outcome);
  return { outcomes: [...new Set(outcomes)], reached: proxy.seen.length - before };
}

test("an outage closes the way after eight calls in a row; then one call tries it", async () => {
  const gateway = open();
  answerAll(503, "<html>down</html>");
  expect(await ask(gateway, 30)).toEqual({ outcomes: ["retry"], reached: 8 });
  await wait(pauseSeconds * 1500);
  expect(await ask(gateway, 5)).toEqual({ outcomes: ["retry"], reached: 1 });
  proxy.interfere(null);
  await wait(pauseSeconds * 1500);
  expect(await ask(gateway, 5)).toEqual({ outcomes: ["done"], reached: 5 });
});

test.each([401, 403])("a key refused by %d closes it at once", async (status) => {
  const gateway = open();
  const error = { type: "invalid_request_error", message: "no" };
  answerAll(status, JSON.stringify({ error }));
  expect(await ask(gateway, 10)).toEqual({ outcomes: ["retry"], reached: 1 });
  proxy.interfere(null);
  await wait(pauseSeconds * 1500);
  expect(await ask(gateway, 3)).toEqual({ outcomes: ["done"], reached: 3 });
});

test("refusals, limits and a stored error leave the way open", async () => {
  const gateway = open();
  const error = { type: "invalid_request_error", message: "no", code: "resource_missing" };
  answerAll(404, JSON.stringify({ error }));
  expect(await ask(gateway, 20)).toEqual({ outcomes: ["refused"], reached: 20 });
  answerAll(429, JSON.stringify({ error: { ...error, type: "rate_limit_error" } }));
  expect(await ask(gateway, 20)).toEqual({ outcomes: ["retry"], reached: 20 });
  proxy.interfere(null);
});
