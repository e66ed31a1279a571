import type { Server } from "node:http";
import { resolve } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createStaff } from "#app/usecases/accounts/create-account.ts";
import { jobKey } from "#app/workflow/jobs.ts";
import type { EffectKey } from "#db/queries/effects.ts";
import { openAccountPortal, type AccountPortal } from "#test/helpers/account-portal.ts";
import { addEffect, seeEffect, seeJobs } from "#test/helpers/effects.ts";
import { expectAccessible, openBrowser, screenshot, type TestBrowser } from "../helpers/browser.ts";
import { loadBundle } from "../helpers/bundle.ts";
import { findFreePort } from "../helpers/processes.ts";

const password = "correct horse battery";
const email = "admin@operator.example";
let fixture: AccountPortal;
let browser: TestBrowser;
let server: Server;
let url = "";
let stop: () => Promise<void>;
let dead: EffectKey;
let others: EffectKey[];
let doubted: EffectKey;

beforeAll(async () => {
  const port = await findFreePort();
  url = `http://localhost:${port}`;
  fixture = await openAccountPortal({ appUrl: url, demo: true });
  const { build, createWeb, stopWeb } = await loadBundle();
  const clientFolder = resolve("build/client");
  server = createWeb({ portal: fixture.portal, build, clientFolder, trustedProxies: 0 });
  await new Promise<void>((done) => server.listen(port, "localhost", done));
  stop = () => stopWeb(server);
  browser = await openBrowser();
  await createStaff(fixture.portal, { email, name: "管理 花子", password, role: "admin" });
  const { testDatabase: db } = fixture;
  dead = await addEffect(db, { state: "dead", attempts: 1 });
  others = [
    await addEffect(db, { state: "dead", attempts: 1 }),
    await addEffect(db, { state: "dead", attempts: 1 }),
  ];
  doubted = await addEffect(db, { state: "unresolved", attempts: 13, keySince: "2026-01-05" });
  await db.asSuperuser(
    `update effect set attempted_at = now(), looked_up_at = now(),
       problem = 'lookUp: listEnds' where state = 'unresolved'`,
  );
  await db.asSuperuser(
    `update effect set attempted_at = now(),
       problem = '422 validation_error: Invalid \`to\` field. The email address needs to follow the \`email@example.com\` format.'
     where state = 'dead'`,
  );
  await db.asSuperuser(
    `insert into inbox (provider, event_id, type, object_id, body, received_at, state, outcome,
       processed_at)
     values ('stripe', 'evt_1', 'checkout.session.async_payment_succeeded',
       'cs_test_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0u1V2w3X4y5Z6', '{}', now(), 'failed',
       'jobFailed: job heartbeat timeout', now())`,
  );
});
afterAll(async () => {
  await browser.close();
  await stop();
  await fixture.close();
});

async function signIn(width: number, javaScript: boolean): Promise<Page> {
  const page = await browser.newPage({ width, javaScript });
  await page.goto(`${url}/sign-in`);
  await page.getByLabel("メールアドレス").fill(email);
  await page.getByLabel("パスワード").fill(password);
  await page.locator("main button[type=submit]").first().click();
  await page.waitForURL(`${url}/admin`);
  return page;
}

const isWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

/** Opens the words of a choice, then takes it. */
async function choose(page: Page, label: string, within = "main table"): Promise<void> {
  await page.locator(`${within} summary`, { hasText: label }).last().click();
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.locator("details[open] button", { hasText: label }).first().click();
  await answered;
  await page.getByRole("status").waitFor();
}

test.each([375, 1440])("what is not done is shown with its cause at %d pixels", async (width) => {
  const page = await signIn(width, true);
  for (const [path, name, words] of [
    ["/admin/effects", "dead", "422 validation_error"],
    ["/admin/effects?state=unresolved", "unresolved", "送信済みメールの記録が"],
    ["/admin/effects/events", "events", "サーバーが応答しなくなりました"],
  ] as const) {
    await page.goto(`${url}${path}`);
    await page.getByText(words).first().waitFor();
    for (const summary of await page.locator("main summary").all()) await summary.click();
    await expectAccessible(page);
    expect(await isWide(page)).toBe(false);
    await screenshot(page, `open-work-${name}-${width}`);
  }
});

test("an administrator decides without scripts, after reading what it does", async () => {
  const { testDatabase: db } = fixture;
  const page = await signIn(375, false);
  await page.goto(`${url}/admin/effects`);
  await choose(page, "もう一度送る");
  expect(await page.getByRole("status").innerText()).toContain("処理待ちに戻しました");
  expect(await seeEffect(db, dead)).toMatchObject({ state: "pending" });
  expect(await seeJobs(db, jobKey(dead))).toMatchObject([{ state: "created" }]);
  await choose(page, "すべて、もう一度送る", "main");
  for (const key of others) {
    expect(await seeEffect(db, key)).toMatchObject({ state: "pending" });
    expect(await seeJobs(db, jobKey(key))).toHaveLength(1);
  }
  await page.goto(`${url}/admin/effects?state=unresolved`);
  await choose(page, "完了にする");
  expect(page.url()).toContain("state=unresolved");
  expect(await seeEffect(db, doubted)).toMatchObject({ state: "done" });
  expect(await seeJobs(db, jobKey(doubted))).toEqual([]);
  await page.goto(`${url}/admin/effects/events`);
  await choose(page, "もう一度取り込む");
  expect(await page.getByRole("status").innerText()).toContain("取込み待ちに戻しました");
  expect(await seeJobs(db, "stripe/evt_1")).toMatchObject([{ name: "inbox" }]);
  await page.goto(`${url}/admin`);
  for (const [action, times] of [
    ["effect.retry", 3],
    ["effect.settle", 1],
    ["event.retry", 1],
  ] as const) {
    expect(await page.getByText(action, { exact: true }).count()).toBe(times);
  }
});
