import Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Bench, openBench } from "../testing/bench.ts";
import { createSession } from "../testing/payer.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

/** Sends a form the SDK's types would not let through. */
async function send(
  path: string,
  form: string,
): Promise<{ status: number; error: Stripe.StripeRawError }> {
  const response = await fetch(`${bench.sandbox.url}${path}`, {
    method: "POST",
    headers: { authorization: "Bearer sk_test_sandbox" },
    body: new URLSearchParams(form),
  });
  const { error } = (await response.json()) as { error: Stripe.StripeRawError };
  return { status: response.status, error };
}

const LINE = "line_items[0][price_data]";
const WHOLE =
  `mode=payment&success_url=http://x.jp/&${LINE}[currency]=jpy&${LINE}[unit_amount]=1000` +
  `&${LINE}[product_data][name]=x&line_items[0][quantity]=1`;

describe("parameters", () => {
  test.each([
    ["unknown", `${WHOLE}&colour=red`, "parameter_unknown", "colour"],
    ["unknown, nested", `${WHOLE}&${LINE}[colour]=red`, "parameter_unknown", `${LINE}[colour]`],
    ["missing", WHOLE.replace("mode=payment&", ""), "parameter_missing", "mode"],
    [
      "missing, nested",
      WHOLE.replace(`&${LINE}[currency]=jpy`, ""),
      "parameter_missing",
      `${LINE}[currency]`,
    ],
    [
      "a decimal amount",
      WHOLE.replace("=1000", "=1000.5"),
      "parameter_invalid_integer",
      `${LINE}[unit_amount]`,
    ],
    [
      "a decimal that is whole",
      WHOLE.replace("=1000", "=1000.0"),
      "parameter_invalid_integer",
      `${LINE}[unit_amount]`,
    ],
    [
      "a negative amount",
      WHOLE.replace("=1000", "=-1000"),
      "parameter_invalid_integer",
      `${LINE}[unit_amount]`,
    ],
    [
      "a word for a number",
      WHOLE.replace("=1000", "=1e3"),
      "parameter_invalid_integer",
      `${LINE}[unit_amount]`,
    ],
    [
      "an empty string",
      `${WHOLE}&client_reference_id=`,
      "parameter_invalid_empty",
      "client_reference_id",
    ],
    ["no web address", WHOLE.replace("http://x.jp/", "/paid"), "url_invalid", "success_url"],
    ["an unknown customer", `${WHOLE}&customer=cus_none`, "resource_missing", "customer"],
    ["too little", WHOLE.replace("=1000", "=49"), "amount_too_small", "line_items"],
    ["too much", WHOLE.replace("=1000", "=100000000"), "amount_too_large", "line_items"],
  ])("%s is refused", async (_case, form, code, param) => {
    const { status, error } = await send("/v1/checkout/sessions", form);
    expect(status).toBe(400);
    expect(error).toMatchObject({ type: "invalid_request_error", code, param });
  });

  test.each([
    ["a currency the account lacks", WHOLE.replace("=jpy", "=chf")],
    ["a mode this sandbox lacks", WHOLE.replace("=payment", "=subscription")],
    ["a value used as a hash", `${WHOLE}&metadata=x`],
    ["a list with a gap", WHOLE.replaceAll("line_items[0]", "line_items[1]")],
    ["an expiry in 10 minutes", `${WHOLE}&expires_at=${Math.floor(Date.now() / 1000) + 600}`],
    ["an expiry in 25 hours", `${WHOLE}&expires_at=${Math.floor(Date.now() / 1000) + 90_000}`],
  ])("%s is refused", async (_case, form) => {
    const { status, error } = await send("/v1/checkout/sessions", form);
    expect(status).toBe(400);
    expect(error.type).toBe("invalid_request_error");
  });

  test.each([50, 99_999_999])("¥%i is within the limits", async (yen) => {
    expect((await createSession(bench.stripe, yen)).amount_total).toBe(yen);
  });
});

describe("access", () => {
  test.each(["", "Bearer ", "Bearer sk_live_x", "Bearer pk_test_x"])(
    "'%s' is no key",
    async (authorization) => {
      const response = await fetch(`${bench.sandbox.url}/v1/charges`, {
        headers: { authorization },
      });
      expect(response.status).toBe(401);
      expect(response.headers.get("request-id")).toMatch(/^req_/);
    },
  );

  test("the SDK reports a wrong key as such", async () => {
    const { hostname: host, port } = new URL(bench.sandbox.url);
    const stranger = new Stripe("sk_live_x", { host, port, protocol: "http" });
    await expect(stranger.charges.list()).rejects.toBeInstanceOf(
      Stripe.errors.StripeAuthenticationError,
    );
  });

  test("another API version is refused", async () => {
    const request = bench.stripe.charges.list({}, { apiVersion: "2020-08-27" });
    await expect(request).rejects.toThrow("Invalid Stripe API version");
  });
});

test("a body that is no form is refused, and so is what this sandbox does not do", async () => {
  const response = await fetch(`${bench.sandbox.url}/v1/customers`, {
    method: "POST",
    headers: { authorization: "Bearer sk_test_sandbox", "content-type": "application/json" },
    body: "{}",
  });
  expect(response.status).toBe(400);
  await expect(
    createSession(bench.stripe, 5_000, { customer_creation: "always" }),
  ).rejects.toMatchObject({ param: "customer_creation" });
});

test("an unknown address and an unknown object are 404", async () => {
  await expect(bench.stripe.subscriptions.list()).rejects.toMatchObject({ statusCode: 404 });
  await expect(bench.stripe.charges.retrieve("ch_none")).rejects.toMatchObject({
    statusCode: 404,
    code: "resource_missing",
    param: "charge",
  });
});

test("only a property that refers to something can be expanded", async () => {
  const session = await createSession(bench.stripe, 5_000);
  const retrieve = (path: string): Promise<Stripe.Checkout.Session> =>
    bench.stripe.checkout.sessions.retrieve(session.id, { expand: [path] });
  await expect(retrieve("payment_intent")).resolves.toMatchObject({ payment_intent: null });
  await expect(retrieve("amount_total")).rejects.toThrow("cannot be expanded (amount_total)");
  await expect(retrieve("colour")).rejects.toThrow("cannot be expanded (colour)");
});

test("lists come newest first, page by page, both ways", async () => {
  const fresh = await openBench();
  try {
    const ids: string[] = [];
    for (let count = 0; count < 7; count += 1) {
      ids.unshift((await createSession(fresh.stripe, 1_000 + count)).id);
    }
    const all = await fresh.stripe.checkout.sessions
      .list({ limit: 3 })
      .autoPagingToArray({ limit: 100 });
    expect(all.map(({ id }) => id)).toEqual(ids);
    const page = await fresh.stripe.checkout.sessions.list({
      limit: 2,
      ending_before: String(ids[3]),
    });
    expect(page).toMatchObject({ has_more: true, data: [{ id: ids[1] }, { id: ids[2] }] });
    await expect(fresh.stripe.charges.list({ limit: 101 })).rejects.toThrow("Limit");
  } finally {
    await fresh.close();
  }
});
