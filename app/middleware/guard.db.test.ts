import { afterAll, beforeAll, expect, test } from "vitest";
import { openAccountPortal, type AccountPortal } from "#test/helpers/account-portal.ts";
import { openTestWeb, type TestWeb } from "#test/helpers/web.ts";
import { createCustomerAccount, createStaff } from "#app/usecases/accounts/create-account.ts";

const password = "correct horse battery";
let fixture: AccountPortal;
let web: TestWeb;

beforeAll(async () => {
  fixture = await openAccountPortal();
  web = await openTestWeb(fixture.portal);
  const person = { name: "山田 太郎", password };
  const staff = { ...person, email: "finance@operator.example", role: "finance" as const };
  await createStaff(fixture.portal, staff);
  const company = { ...person, email: "owner@minato.example", companyName: "みなと商事" };
  await createCustomerAccount(fixture.portal, company);
});
afterAll(async () => {
  await web.close();
  await fixture.close();
});

test("staff without a second factor are led to set one up, wherever they go", async () => {
  const cookies = await web.signIn("finance@operator.example", password);
  for (const path of ["/dashboard", "/finance", "/finance/payouts"]) {
    const answer = await web.get(path, cookies);
    expect([answer.status, answer.headers.location], path).toEqual([303, "/account"]);
  }
  expect((await web.post("/finance/payouts", {}, cookies)).headers.location).toBe("/account");
  expect((await web.get("/account", cookies)).status).toBe(200);
  expect((await web.get("/admin", cookies)).status).toBe(403);
});

test("after signing in one comes back to the page one asked for, on this site only", async () => {
  const asked = await web.get("/portal/invoices?page=2");
  expect(asked.headers.location).toBe("/sign-in?returnTo=%2Fportal%2Finvoices%3Fpage%3D2");
  const signIn = async (returnTo: string) =>
    (await web.post("/sign-in", { email: "owner@minato.example", password, returnTo })).headers
      .location;
  expect(await signIn("/portal/invoices?page=2")).toBe("/portal/invoices?page=2");
  for (const evil of [
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "/%2fevil.example",
  ]) {
    expect(await signIn(evil), evil).toBe("/dashboard");
  }
});

test("the clock is nobody's outside a demonstration", async () => {
  expect((await web.get("/demo/clock")).status).toBe(404);
  expect((await web.post("/demo/clock", { step: "day" })).status).toBe(404);
});

test("the session's cookie is renewed by use, and taken away at sign-out", async () => {
  const cookies = await web.signIn("owner@minato.example", password);
  await fixture.testDatabase.asSuperuser(
    `update session set expires_at = expires_at - interval '10 minutes'`,
  );
  const renewed = (await web.get("/portal", cookies)).headers["set-cookie"] ?? [];
  expect(renewed.some((cookie) => cookie.startsWith("__Host-portal.session_token="))).toBe(true);
  const out = (await web.post("/sign-out", {}, cookies)).headers["set-cookie"] ?? [];
  const last = out.findLast((cookie) => cookie.startsWith("__Host-portal.session_token="));
  expect(last).toMatch(/Max-Age=0/);
  expect((await web.get("/portal", cookies)).headers.location).toMatch(/^\/sign-in/);
});

test("guessing from one address ends with 429, other pages stay open", async () => {
  const guess = async (n: number) =>
    (await web.post("/sign-in", { email: `guess${n}@x.example`, password: "wrong password" }))
      .status;
  const statuses: number[] = [];
  for (let n = 0; n < 30; n += 1) statuses.push(await guess(n));
  expect(statuses).toContain(422);
  expect(statuses.at(-1)).toBe(429);
  expect((await web.get("/sign-in")).status).toBe(200);
  const rows = await fixture.testDatabase.asSuperuser<{ outcome: string }>(
    "select outcome from audit where action = 'POST /sign-in'",
  );
  expect(rows.map((row) => row.outcome)).toContain("refused: 429");
});
