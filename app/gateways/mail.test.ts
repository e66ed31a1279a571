import {
  createServer,
  type IncomingHttpHeaders,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";

import { createMailGateway, type OutgoingMail } from "./mail.ts";

type Received = { path: string; headers: IncomingHttpHeaders; body: string };

const mail: OutgoingMail = {
  key: "order-received/0190",
  from: "青葉セキュリティ <portal@aoba-security.example>",
  to: "taro@minato.example",
  subject: "お申込みを受け付けました",
  html: "<p>本文</p>",
  text: "本文",
  replyTo: "support@aoba-security.example",
};

let server: Server | undefined;

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((done) => (server ? server.close(done) : done(undefined)));
  server = undefined;
});

/** A server that answers each request in turn; returns its address and what it received. */
async function serve(...answers: ((response: ServerResponse) => void)[]) {
  const received: Received[] = [];
  server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
    request.on("end", () => {
      const answer = answers[Math.min(received.length, answers.length - 1)];
      received.push({ path: request.url ?? "", headers: request.headers, body });
      answer?.(response);
    });
  });
  await new Promise<void>((done) => server?.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return { baseUrl: `http://127.0.0.1:${port}`, received };
}

/** An answer in Resend's shape. */
function answer(status: number, body: unknown, headers: Record<string, string> = {}) {
  return (response: ServerResponse) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  };
}

function refusal(status: number, name: string, headers: Record<string, string> = {}) {
  return answer(status, { statusCode: status, name, message: "as documented" }, headers);
}

function gateway(baseUrl: string, timeoutSeconds = 5) {
  return createMailGateway({ apiKey: "re_test", baseUrl, timeoutSeconds });
}

test("sends the mail with its idempotency key and hands back Resend's id", async () => {
  const { baseUrl, received } = await serve(answer(200, { id: "mail-1" }));
  expect(await gateway(baseUrl).sendMail(mail)).toEqual({ outcome: "sent", providerId: "mail-1" });
  expect(received).toHaveLength(1);
  expect(received[0]?.path).toBe("/emails");
  expect(received[0]?.headers["idempotency-key"]).toBe(mail.key);
  expect(received[0]?.headers.authorization).toBe("Bearer re_test");
  const { key: _, replyTo, ...content } = mail;
  expect(JSON.parse(received[0]?.body ?? "")).toMatchObject({ ...content, reply_to: replyTo });
});

test("a reason names nobody's address", async () => {
  const message =
    "You can only send to your own address (keiri@minato.example) or <a.b@c.example>.";
  const { baseUrl } = await serve(
    answer(403, { statusCode: 403, name: "validation_error", message }),
  );
  expect(await gateway(baseUrl).sendMail(mail)).toEqual({
    outcome: "refused",
    reason: "403 validation_error: You can only send to your own address (…@…) or <…@…>.",
  });
});

test("a second attempt sends the same bytes under the same key", async () => {
  const { baseUrl, received } = await serve(refusal(500, "internal_server_error"), (response) =>
    answer(200, { id: "mail-1" })(response),
  );
  const { sendMail } = gateway(baseUrl);
  expect(await sendMail(mail)).toMatchObject({ outcome: "unknown" });
  expect(await sendMail(mail)).toEqual({ outcome: "sent", providerId: "mail-1" });
  expect(received[1]?.body).toBe(received[0]?.body);
  expect(received[1]?.headers["idempotency-key"]).toBe(received[0]?.headers["idempotency-key"]);
});

test.each([
  [400, "invalid_idempotency_key"],
  [400, "validation_error"],
  [401, "missing_api_key"],
  [401, "restricted_api_key"],
  [403, "invalid_api_key"],
  [403, "validation_error"],
  [404, "not_found"],
  [405, "method_not_allowed"],
  [409, "invalid_idempotent_request"],
  [422, "missing_required_field"],
  [422, "invalid_from_address"],
  [451, "security_error"],
])("%i %s is refused for good", async (status, name) => {
  const { baseUrl, received } = await serve(refusal(status, name));
  const outcome = await gateway(baseUrl).sendMail(mail);
  expect(outcome).toEqual({ outcome: "refused", reason: `${status} ${name}: as documented` });
  expect(received).toHaveLength(1);
});

test.each([
  [429, "rate_limit_exceeded", { "retry-after": "7" }, 7],
  [429, "rate_limit_exceeded", { "ratelimit-remaining": "0", "ratelimit-reset": "2" }, 2],
  [429, "rate_limit_exceeded", { "retry-after": "soon" }, undefined],
  [429, "daily_quota_exceeded", {}, 3600],
  [429, "monthly_quota_exceeded", { "retry-after": "86400" }, 86400],
])("%i %s with %o may go again", async (status, name, headers, after) => {
  const { baseUrl, received } = await serve(refusal(status, name, headers));
  const outcome = await gateway(baseUrl).sendMail(mail);
  expect(outcome).toMatchObject({ outcome: "retry" });
  expect(outcome.outcome === "retry" ? outcome.after : "none").toBe(after);
  expect(outcome).toHaveProperty("reason", `${status} ${name}: as documented`);
  expect(received).toHaveLength(1);
});

test.each([
  ["a time-out at Resend", refusal(408, "application_error")],
  ["the same key in use", refusal(409, "concurrent_idempotent_requests")],
  ["a fault at Resend", refusal(500, "internal_server_error")],
  ["a fault that asks for patience", refusal(503, "application_error", { "retry-after": "30" })],
  ["an HTML 503 of a proxy", answer(503, "<html>Service Unavailable</html>")],
  ["200 without an id", answer(200, {})],
  ["200 with a truncated body", answer(200, '{"id":"mai')],
  ["an error that is null", answer(400, "null")],
  ["an error without a status", answer(502, { error: "upstream" })],
  ["a connection that is cut", (response: ServerResponse) => void response.destroy()],
])("%s leaves it unknown whether the mail went out", async (_, reply) => {
  const { baseUrl } = await serve(reply);
  expect(await gateway(baseUrl).sendMail(mail)).toMatchObject({ outcome: "unknown" });
});

test("no answer in time is unknown, before the headers and within the body", async () => {
  const { baseUrl } = await serve(
    () => undefined,
    (response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write('{"id":');
    },
    (response) => {
      response.writeHead(500, { "content-type": "application/json" });
      response.write('{"name":');
    },
  );
  const { sendMail } = gateway(baseUrl, 0.2);
  for (let attempt = 0; attempt < 3; attempt++) {
    expect(await sendMail(mail)).toEqual({ outcome: "unknown", reason: "timed out" });
  }
});

test("a server that is not there is unknown", async () => {
  const { baseUrl } = await serve(answer(200, { id: "mail-1" }));
  await new Promise((done) => server?.close(done));
  expect(await gateway(baseUrl).sendMail(mail)).toEqual({
    outcome: "unknown",
    reason: "no complete answer",
  });
});

test.each([
  ["subject", { subject: "お知らせ\r\nBcc: all@evil.example" }],
  ["to", { to: "a@minato.example\nBcc: all@evil.example" }],
  ["from", { from: "A\n<a@b.example>" }],
  ["replyTo", { replyTo: "a@b.example\r\nX: y" }],
  ["an empty key", { key: "" }],
  ["a key with Japanese", { key: "注文/1" }],
  ["a key that is too long", { key: "k".repeat(257) }],
])("refuses a line break or malformed value in %s without a call", async (_, change) => {
  const { baseUrl, received } = await serve(answer(200, { id: "mail-1" }));
  const outcome = await gateway(baseUrl).sendMail({ ...mail, ...change });
  expect(outcome).toMatchObject({ outcome: "refused" });
  expect(received).toHaveLength(0);
});
