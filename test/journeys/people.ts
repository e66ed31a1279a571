import type { Page } from "playwright-core";
import { ja } from "#app/i18n/ja.ts";
import { demoPassword } from "#db/seed/demo-accounts.ts";
import type { TestBrowser } from "#test/helpers/browser.ts";

/** Presses a button by its words. */
export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

/** Waits until the page's main heading says something. */
export async function expectHeading(page: Page, title: string | RegExp): Promise<void> {
  await page.getByRole("heading", { level: 1, name: title }).waitFor({ timeout: 20_000 });
}

/** Signs somebody in and waits for their home page. */
export async function signIn(page: Page, email: string, password = demoPassword): Promise<void> {
  await page.goto(new URL("/sign-in", page.url()).href);
  await page.fill("input[name=email]", email);
  await page.fill("input[name=password]", password);
  await page
    .locator("form", { has: page.locator("input[name=password]") })
    .locator("button[type=submit]")
    .click();
  await page.getByRole("button", { name: ja.frame.navigation.signOut }).first().waitFor();
}

/** A page of somebody who is signed in, at the portal's home. */
export async function openAs(
  browser: TestBrowser,
  url: string,
  email: string,
  options: { width?: number; javaScript?: boolean } = {},
): Promise<Page> {
  const page = await browser.newPage(options);
  await page.goto(url);
  await signIn(page, email);
  return page;
}

/** Moves the demo's clock to 10:00 of an ISO day. */
export async function moveClock(page: Page, url: string, day: string): Promise<void> {
  await page.goto(`${url}/demo/clock`);
  await page.fill("input[name=day]", day);
  await press(page, ja.demo.jump);
  await page.waitForURL(/fired=/);
}

/** The portal's present day, as the clock page shows it, as ISO day. */
export async function readPortalDay(page: Page, url: string): Promise<string> {
  await page.goto(`${url}/demo/clock`);
  const text = (await page.locator("main").innerText()).match(/(\d{4})\/(\d{2})\/(\d{2})/);
  if (!text) throw new Error("The clock page shows no day.");
  return `${text[1]}-${text[2]}-${text[3]}`;
}

/** Types a card into the sandbox's payment page and sends it. */
export async function payByCard(page: Page, number: string): Promise<void> {
  await page.fill("input[name=number]", number);
  await page.fill("input[name=expiry]", "12/34");
  await page.fill("input[name=cvc]", "123");
  await page.fill("input[name=name]", "TARO YAMADA");
  const email = page.locator("input[name=email]");
  if ((await email.count()) > 0 && (await email.inputValue()) === "") {
    await email.fill("payer@example.jp");
  }
  await page.locator("form:has(input[name=number]) button[type=submit]").click();
}
