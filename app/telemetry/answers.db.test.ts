import { afterAll, beforeAll, expect, test } from "vitest";
import { access } from "#app/access.ts";
import { createCustomerAccount } from "#app/usecases/accounts/create-account.ts";
import { parseExposition, sampleOf } from "#test/helpers/exposition.ts";
import { openTestPortal, testMetricsToken, type TestPortal } from "#test/helpers/portal.ts";
import { openTestWeb, type TestWeb } from "#test/helpers/web.ts";

const email = "owner@minato.example";
const password = "correct horse battery";
let fixture: TestPortal;
let web: TestWeb;
beforeAll(async () => {
  fixture = await openTestPortal();
  web = await openTestWeb(fixture.portal);
  const person = { companyName: "みなと商事", name: "港 一郎", email, password };
  await createCustomerAccount(fixture.portal, person);
});
afterAll(async () => {
  await web.close();
  await fixture.close();
});

const scrapeWith = (authorization: string) =>
  web.send({ path: "/metrics", headers: { authorization } });
const families = async () => parseExposition((await scrapeWith(`Bearer ${testMetricsToken}`)).body);
const requestsOf = async () =>
  ((await families()).get("portal_http_request_duration_seconds")?.samples ?? []).filter(
    ({ name }) => name.endsWith("_count"),
  );

test.each([
  "",
  "Bearer",
  "Bearer ",
  "Bearer wrong",
  `Bearer ${testMetricsToken}x`,
  `Bearer ${testMetricsToken.slice(1)}`,
  `Basic ${testMetricsToken}`,
  testMetricsToken,
])("the metrics are kept from who shows %j, and it is written down", async (authorization) => {
  const denials = async () =>
    Number(
      (
        await fixture.test.asSuperuser<{ n: unknown }>(
          "select count(*) as n from audit where action = 'GET /metrics'",
        )
      )[0]?.n,
    );
  const before = await denials();
  const answer = await scrapeWith(authorization);
  expect([answer.status, answer.headers["www-authenticate"]]).toEqual([401, "Bearer"]);
  expect(answer.body).toBe("unauthorized\n");
  expect(await denials()).toBe(before + 1);
});

test("without a token nobody has metrics", async () => {
  const { metricsToken } = fixture.portal;
  Object.assign(fixture.portal, { metricsToken: null });
  try {
    expect((await scrapeWith("Bearer null")).status).toBe(404);
    expect((await scrapeWith("Bearer ")).status).toBe(404);
  } finally {
    Object.assign(fixture.portal, { metricsToken });
  }
});

test("requests are counted by the route's pattern, whatever the address", async () => {
  const cookies = await web.signIn(email, password);
  for (let n = 0; n < 30; n += 1) {
    await web.get(`/no/such/page-${n}?email=kanae${n}@secret.example`);
    await web.get(`/portal/contracts/01900000-0000-7000-8000-0000000000${10 + n}`, cookies);
    await web.get(`/assets/made-up-${n}.js`);
    await web.send({ method: `METHOD${n}`, path: "/" });
  }
  const samples = await requestsOf();
  const patterns = [...Object.keys(access), "none", "file"];
  for (const { labels } of samples) {
    expect(patterns).toContain(labels["route"]);
    expect(["GET", "HEAD", "POST", "other"]).toContain(labels["method"]);
    expect(labels["status"]).toMatch(/^(\d{3}|aborted)$/);
  }
  expect(samples.length).toBeLessThan(20);
  const contract = { method: "GET", route: "/portal/contracts/:contractId", status: "404" };
  const counted = sampleOf(
    await families(),
    "portal_http_request_duration_seconds_count",
    contract,
  );
  expect(counted).toBe(30);
});

test("a command that a page sends is counted", async () => {
  const cookies = await web.signIn(email, password);
  const form = { contractId: "01900000-0000-7000-8000-00000000abcd" };
  expect((await web.post("/portal/orders/new", form, cookies)).status).toBe(303);
  const labels = { kind: "contract", event: "openDraft", outcome: "accepted" };
  const counted = await families();
  expect(sampleOf(counted, "portal_command_duration_seconds_count", labels)).toBe(1);
  expect(sampleOf(counted, "portal_command_batch_size_count")).toBeGreaterThan(0);
});

test.each([
  "4bf92f3577b34da6a3ce929d0e0e4736",
  "01900000-0000-7000-8000-00000000abcd",
  "0123456789abcdef",
])("a request keeps the number %s that a proxy gave it", async (number) => {
  const answer = await web.send({ path: "/health/live", headers: { "x-request-id": number } });
  expect(answer.headers["x-request-id"]).toBe(number);
});

test.each([
  "",
  "0123",
  "kanae-himitsu-desu",
  "a".repeat(65),
  "<script>alert(1)</script>",
  "0".repeat(20) + " x",
])("a request's number is not taken from the outside as %j", async (number) => {
  const answer = await web.send({ path: "/health/live", headers: { "x-request-id": number } });
  expect(answer.headers["x-request-id"]).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});

test("while the process stops it is not ready, lives, and answers on closing lines", async () => {
  expect((await web.get("/health/ready")).status).toBe(200);
  fixture.portal.readiness.beginStop();
  const ready = await web.get("/health/ready");
  expect([ready.status, ready.body, ready.headers.connection]).toEqual([
    503,
    "not ready\n",
    "close",
  ]);
  expect((await web.get("/health/live")).status).toBe(200);
  expect((await web.get("/")).headers.connection).toBe("close");
});
