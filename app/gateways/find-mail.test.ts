import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openBench, type Bench } from "#test/sandbox/testing/bench.ts";
import { createMailGateway } from "./mail.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
  await bench.control("POST", "/clock", { now: hoursAgo(48).toISOString() });
  await send("early", "early@example.jp");
  await bench.control("POST", "/clock", { now: hoursAgo(0).toISOString() });
});
afterAll(() => bench.close());
afterEach(async () => void (await bench.control("DELETE", "/fault")));

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
const gateway = (baseUrl = bench.sandbox.url) =>
  createMailGateway({ apiKey: "re_portal", baseUrl, timeoutSeconds: 2 });

async function send(tag: string, to: string, subject = "領収書"): Promise<string> {
  const mail = { from: "Portal <portal@example.jp>", to, subject, html: "<p>x</p>", text: "x" };
  const answer = await gateway().sendMail({ ...mail, key: `key-${tag}`, tag });
  if (answer.outcome !== "sent") throw new Error(answer.outcome);
  return answer.providerId;
}

const sought = (tag: string, to: string, since = hoursAgo(24)) =>
  gateway().findMail({ tag, to, subject: "領収書", since });

test("finds a mail by its name, however many came after it", async () => {
  const to = "many@example.jp";
  const providerId = await send("first", to);
  await send("second", to);
  await bench.resend.batch.send(
    Array.from({ length: 100 }, (_, n) => ({
      ...{ from: "a@example.jp", to: `other-${n}@example.jp`, subject: "領収書", text: "x" },
    })),
  );
  expect(await sought("first", to)).toEqual({ outcome: "found", providerId });
});

test("a mail to the same reader about the same is another one", async () => {
  await send("other", "same@example.jp");
  expect(await sought("mine", "same@example.jp")).toEqual({ outcome: "absent" });
});

test("one without a name might be it, so nobody can tell", async () => {
  const to = "nameless@example.jp";
  await bench.resend.emails.send({ from: "a@example.jp", to, subject: "領収書", text: "x" });
  expect(await sought("mine", to)).toMatchObject({ outcome: "untold" });
});

test("a list that ends before the first attempt tells nothing", async () => {
  expect(await sought("gone", "gone@example.jp", hoursAgo(72))).toMatchObject({
    outcome: "untold",
  });
});

test.each(["error_500", "rate_limit", "reset"])("after %s it is searched again", async (kind) => {
  await bench.control("POST", "/fault", { kind, match: "GET /emails" });
  expect(await sought("x", "x@example.jp")).toMatchObject({ outcome: "retry" });
});

test("a key that may only send can't tell", async () => {
  const server: Server = createServer((_request, response) => {
    response.writeHead(401, { "content-type": "application/json" });
    response.end(JSON.stringify({ statusCode: 401, name: "restricted_api_key", message: "no" }));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const answer = await gateway(`http://127.0.0.1:${port}`).findMail({
    ...{ tag: "x", to: "x@example.jp", subject: "x", since: hoursAgo(24) },
  });
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  expect(answer).toMatchObject({ outcome: "untold" });
});
