import type { Server } from "node:http";
import { resolve } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openAccountPortal, type AccountPortal } from "#test/helpers/account-portal.ts";
import { createStaff } from "#app/usecases/accounts/create-account.ts";
import { expectAccessible, openBrowser, type TestBrowser } from "../helpers/browser.ts";
import { loadBundle } from "../helpers/bundle.ts";
import { findFreePort } from "../helpers/processes.ts";
import { oneTimeCode } from "../helpers/totp.ts";

const password = "correct horse battery";
let fixture: AccountPortal;
let browser: TestBrowser;
let server: Server;
let url = "";
let stop: () => Promise<void>;

beforeAll(async () => {
  const port = await findFreePort();
  url = `http://localhost:${port}`;
  fixture = await openAccountPortal({ appUrl: url });
  const { build, createWeb, stopWeb } = await loadBundle();
  const clientFolder = resolve("build/client");
  server = createWeb({ portal: fixture.portal, build, clientFolder, trustedProxies: 0 });
  await new Promise<void>((done) => server.listen(port, "localhost", done));
  stop = () => stopWeb(server);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await stop();
  await fixture.close();
});

const send = async (page: Page, within = "main") => {
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.locator(`${within} button[type=submit]`).first().click();
  await answered;
};
const alert = (page: Page) => page.getByRole("alert").innerText();
const heading = (page: Page) => page.locator("h1").innerText();

describe.each([
  ["with scripts", true],
  ["without scripts", false],
])("%s", (_, javaScript) => {
  test("a company signs up, confirms, signs in, and signs out", async () => {
    const page = await browser.newPage({ javaScript });
    const email = `${javaScript ? "with" : "without"}@minato.example`;
    await page.goto(`${url}/sign-up`);
    await send(page);
    await page.getByRole("alert").waitFor();
    expect(await page.title()).toMatch(/^エラー: /);
    expect(await alert(page)).toContain("会社名");

    await page.getByLabel("会社名").fill("みなと商事株式会社");
    await page.getByLabel("お名前").fill("山田 太郎");
    await page.getByLabel("メールアドレス").fill(email);
    await page.getByLabel("パスワード").fill("password1");
    await send(page);
    await page.getByText("推測されやすいパスワードです").first().waitFor();
    expect(await page.getByLabel("会社名").inputValue()).toBe("みなと商事株式会社");
    await page.getByLabel("パスワード").fill(password);
    await send(page);
    await page.waitForURL("**/sign-up/sent");

    const [mail] = await fixture.mailsTo(email);
    const link =
      /http:\/\/localhost:\d+\/verify-email\?token=\S+/.exec(mail?.text ?? "")?.[0] ?? "";
    await page.goto(link);
    await send(page);
    await page.getByText("登録が完了しました").first().waitFor();

    await page.goto(`${url}/account`);
    expect(page.url()).toBe(`${url}/sign-in?returnTo=%2Faccount`);
    await page.getByLabel("メールアドレス").fill(email);
    await page.getByLabel("パスワード").fill("not my password");
    await send(page);
    await page.getByRole("alert").waitFor();
    expect(await page.getByLabel("メールアドレス").inputValue()).toBe(email);
    await page.getByLabel("パスワード").fill(password);
    await send(page);
    await page.waitForURL(`${url}/account`);
    await page.locator("#profile [name=name]").fill("山田 次郎");
    await send(page, "#profile");
    await page.getByText("保存しました。").waitFor();
    await page.locator("form[action='/sign-out'] button").first().click();
    await page.waitForURL(`${url}/`);
    await page.goto(`${url}/portal`);
    expect(page.url()).toContain("/sign-in");
  });
});

test("staff set up a second factor before anything else, and need it from then on", async () => {
  const email = "admin@operator.example";
  await createStaff(fixture.portal, { email, name: "管理 花子", password, role: "admin" });
  const page = await browser.newPage({ javaScript: false });
  const signIn = async () => {
    await page.goto(`${url}/sign-in`);
    await page.getByLabel("メールアドレス").fill(email);
    await page.getByLabel("パスワード").fill(password);
    await send(page);
  };
  await signIn();
  await page.waitForURL(`${url}/account`);
  await page.locator("#begin [name=currentPassword]").fill(password);
  await send(page, "#begin");
  const key = await page.locator("#complete [name=key]").inputValue();
  await page.locator("#complete [name=code]").fill("000000");
  await send(page, "#complete");
  expect(await page.locator("#complete [name=key]").inputValue()).toBe(key);
  await page.locator("#complete [name=code]").fill(oneTimeCode(key));
  await send(page, "#complete");
  await page.waitForURL("**/account?saved=second-factor");
  await page.goto(`${url}/admin`);
  expect(page.url()).toBe(`${url}/admin`);
  await page.context().clearCookies();
  await signIn();
  await page.waitForURL("**/sign-in/second-factor?**");
  await page.locator("[name=code]").fill(oneTimeCode(key, Date.now() + 30_000));
  await send(page);
  await page.waitForURL(`${url}/admin`);
});

test.each([
  "/sign-up",
  "/sign-up/sent",
  "/sign-in",
  "/forgot-password",
  "/verify-email?token=x",
  "/reset-password?token=x",
])("%s is accessible, also narrow, also after a failed submit", async (path) => {
  const page = await browser.newPage({ width: 320 });
  await page.goto(url + path);
  await expectAccessible(page);
  await send(page);
  await page.waitForTimeout(300);
  await expectAccessible(page);
  expect(await heading(page)).not.toBe("");
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(overflow).toBe(false);
});

test("the account page is accessible", async () => {
  const page = await browser.newPage({ width: 390 });
  await page.goto(`${url}/sign-in`);
  await page.getByLabel("メールアドレス").fill("with@minato.example");
  await page.getByLabel("パスワード").fill(password);
  await send(page);
  await page.goto(`${url}/account`);
  await expectAccessible(page);
});

test("an answer that is not waited for is no error of the page, a fault is", async () => {
  const page = await browser.newPage();
  await page.goto(`${url}/sign-in`);
  await page.waitForFunction(() => "__reactRouterDataRouter" in window);
  const reject = (name: string) =>
    page.evaluate(async (reason) => {
      void Promise.reject(new DOMException("left behind", reason));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }, name);
  await reject("AbortError");
  browser.expectNoErrors();
  await reject("DataError");
  expect(() => browser.expectNoErrors()).toThrow("The pages had errors");
});
