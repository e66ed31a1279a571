import Stripe from "stripe";
import { expect, test } from "vitest";
import { verifyWebhook } from "./stripe-webhook.ts";

const secret = "whsec_present";
const rules = { secrets: [secret], livemode: false };
const bytes = (text: string) => new TextEncoder().encode(text);

const event = {
  id: "evt_1",
  object: "event",
  type: "payment_intent.succeeded",
  livemode: false,
  data: { object: { id: "pi_1", object: "payment_intent", note: "払い" } },
};
const body = JSON.stringify(event, null, 2);

function sign(payload: string, { key = secret, age = 0 } = {}): string {
  const timestamp = Math.floor(Date.now() / 1000) - age;
  return Stripe.webhooks.generateTestHeaderString({ payload, secret: key, timestamp });
}

const verify = (header: string | null, payload: string | Uint8Array = body, changed = {}) =>
  verifyWebhook(
    { ...rules, ...changed },
    typeof payload === "string" ? bytes(payload) : payload,
    header,
  );

test("takes what Stripe signed, and reads the ids", () => {
  expect(verify(sign(body))).toEqual({
    verified: true,
    event: { eventId: "evt_1", type: "payment_intent.succeeded", objectId: "pi_1", body: event },
  });
});

test("while a secret is rolled the old and the new one count, and a delivery signed with both", () => {
  const secrets = ["whsec_next", secret];
  const old = sign(body);
  const both = `${old},${sign(body, { key: "whsec_next" }).split(",")[1]}`;
  for (const header of [old, sign(body, { key: "whsec_next" }), both]) {
    expect(verify(header, body, { secrets }).verified).toBe(true);
  }
  expect(verify(old, body, { secrets: ["whsec_next"] })).toEqual({
    verified: false,
    reason: "signature",
  });
});

const gzip = Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]);
test.each<[string, string | null, string | Uint8Array]>([
  ["no header", null, body],
  ["an empty header", "", body],
  ["a header without time", sign(body).split(",")[1] ?? "", body],
  ["a header with two times", `t=1,${sign(body)}`, body],
  ["v0 only", sign(body).replace("v1=", "v0="), body],
  ["another secret", sign(body, { key: "whsec_other" }), body],
  ["one byte changed", sign(body), body.replace("pi_1", "pi_2")],
  ["the body written again", sign(body), JSON.stringify(event)],
  ["a byte order mark", sign(body), `\uFEFF${body}`],
  ["bytes that are no text", sign(body), gzip],
  ["nothing", sign(""), ""],
])("refuses %s as unsigned", (_, header, payload) => {
  expect(verify(header, payload)).toEqual({ verified: false, reason: "signature" });
});

test.each([
  [301, "age"],
  [10 * 365 * 24 * 3600, "age"],
  [-600, "future"],
  [-24 * 3600, "future"],
])("refuses an age of %d seconds", (age, reason) => {
  expect(verify(sign(body, { age }))).toEqual({ verified: false, reason });
});

test.each([290, -290])("takes an age of %d seconds", (age) => {
  expect(verify(sign(body, { age })).verified).toBe(true);
});

test("refuses the other mode, both ways", () => {
  const live = JSON.stringify({ ...event, livemode: true });
  expect(verify(sign(live), live)).toEqual({ verified: false, reason: "mode" });
  expect(verify(sign(live), live, { livemode: true }).verified).toBe(true);
  expect(verify(sign(body), body, { livemode: true })).toEqual({ verified: false, reason: "mode" });
});

const { id: _id, ...withoutId } = event;
const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
test.each([
  ["without id", JSON.stringify(withoutId)],
  ["without an object", JSON.stringify({ ...event, data: {} })],
  ["that is no JSON", "{"],
  ["that is a list", "[]"],
  ["that nests without end", body.replace('"払い"', deep)],
])("refuses an event %s", (_, payload) => {
  expect(verify(sign(payload), payload)).toEqual({ verified: false, reason: "body" });
});

test("keeps out what the database can't store", () => {
  const payload = body.replace("払い", "a\\u0000b\\ud800");
  expect(verify(sign(payload), payload)).toMatchObject({
    event: { body: { data: { object: { note: "ab\uFFFD" } } } },
  });
});

test("takes an unknown type, unknown members and an object without id", () => {
  const payload = JSON.stringify({
    ...event,
    type: "made.up",
    more: [1],
    data: { object: { object: "balance" } },
  });
  expect(verify(sign(payload), payload)).toMatchObject({
    event: { type: "made.up", objectId: null },
  });
});
