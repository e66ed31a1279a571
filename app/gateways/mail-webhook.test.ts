import { createHmac } from "node:crypto";
import { expect, test } from "vitest";

import { verifyResendWebhook } from "./mail-webhook.ts";

const key = Buffer.from("0123456789abcdef0123456789abcdef");
const secret = `whsec_${key.toString("base64")}`;
const bounced = JSON.stringify({
  type: "email.bounced",
  created_at: "2026-11-22T23:41:12.126Z",
  data: {
    email_id: "56761188-7520-42d8-8898-ff6fc54ce618",
    to: ["taro@minato.example"],
    subject: "お知らせ",
    tags: { mail: "mail_1", other: "x" },
    bounce: { type: "Permanent", subType: "General", message: "The mailbox does not exist." },
  },
});

/** Signs by the published rule: HMAC-SHA256 over id, timestamp and body, joined by points. */
function sign(body: string, secondsFromNow = 0, with_ = key, version = "v1") {
  const timestamp = String(Math.floor(Date.now() / 1000) + secondsFromNow);
  const mac = createHmac("sha256", with_).update(`msg_1.${timestamp}.${body}`).digest("base64");
  return new Headers({
    "svix-id": "msg_1",
    "svix-timestamp": timestamp,
    "svix-signature": `${version},${mac}`,
  });
}

test("reads a bounce", () => {
  expect(verifyResendWebhook(bounced, sign(bounced), secret)).toEqual({
    verified: true,
    event: {
      id: "msg_1",
      type: "email.bounced",
      occurredAt: "2026-11-22T23:41:12.126Z",
      providerId: "56761188-7520-42d8-8898-ff6fc54ce618",
      recipients: ["taro@minato.example"],
      tag: "mail_1",
      bounceType: "Permanent",
      detail: "The mailbox does not exist.",
    },
  });
});

test("passes an unknown type on, with fields it has never seen", () => {
  const body = JSON.stringify({
    type: "email.pondered",
    created_at: "2026-11-22T23:41:12Z",
    data: { email_id: "m", extra: { deep: [1] } },
    more: true,
  });
  const result = verifyResendWebhook(body, sign(body), secret);
  expect(result).toMatchObject({ verified: true, event: { type: "email.pondered" } });
});

test("accepts any of several signatures, as while a secret is rolled", () => {
  const headers = sign(bounced);
  headers.set("svix-signature", `v1,AAAA ${headers.get("svix-signature")}`);
  expect(verifyResendWebhook(bounced, headers, secret)).toMatchObject({ verified: true });
});

const other = Buffer.from("another-key-of-the-same-length!!");
test.each([
  ["one byte changed", bounced.replace("taro", "tarp"), sign(bounced)],
  ["a body written again", JSON.stringify(JSON.parse(bounced), null, 1), sign(bounced)],
  ["another secret", bounced, sign(bounced, 0, other)],
  ["an unknown signature version", bounced, sign(bounced, 0, key, "v0")],
  ["302 s old", bounced, sign(bounced, -302)],
  ["10 minutes in the future", bounced, sign(bounced, 600)],
])("refuses %s", (_, body, headers) => {
  expect(verifyResendWebhook(body, headers, secret)).toEqual({
    verified: false,
    reason: "badSignature",
  });
});

test.each(["svix-id", "svix-timestamp", "svix-signature"])("refuses without %s", (name) => {
  const headers = sign(bounced);
  headers.delete(name);
  expect(verifyResendWebhook(bounced, headers, secret)).toEqual({
    verified: false,
    reason: "missingHeaders",
  });
});

test.each(["", "not json", "[]", "null", '{"type":"email.sent","created_at":"soon","data":{}}'])(
  "refuses the signed body %j",
  (body) => {
    expect(verifyResendWebhook(body, sign(body), secret)).toEqual({
      verified: false,
      reason: "badBody",
    });
  },
);

test.each(["", "whsec_", "secret"])("a malformed secret %j is our own fault", (malformed) => {
  expect(() => verifyResendWebhook(bounced, sign(bounced), malformed)).toThrow("malformed");
});
