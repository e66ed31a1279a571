import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ja } from "#app/i18n/ja.ts";
import { newIdentifier } from "#app/identifier.ts";
import { createCustomerAccount, createStaff } from "#app/usecases/accounts/create-account.ts";
import { sendAsOperations } from "#app/usecases/contracts/staff-command.ts";
import {
  expectAccessible,
  openBrowser,
  screenshot,
  type TestBrowser,
} from "#test/helpers/browser.ts";
import { workEffects, type SentMail } from "#test/helpers/effect-work.ts";
import { placeOrder } from "#test/helpers/orders.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { openTestWeb, type TestWeb } from "#test/helpers/web.ts";
import { expectHeading, press, signIn } from "./people.ts";

const password = "correct horse battery";
const { terms } = ja;
const sent: SentMail[] = [];
let fixture: TestPortal;
let web: TestWeb;
let browser: TestBrowser;
let url = "";
let customerId = "";
/** A contract that is prepared, and an order that waits. */
let contractId = "";
let orderId = "";

beforeAll(async () => {
  fixture = await openTestPortal();
  web = await openTestWeb(fixture.portal);
  url = `http://127.0.0.1:${web.port}`;
  browser = await openBrowser();
  await fixture.moveTo("2030-03-01T10:00:00+09:00");
  const company = { companyName: "株式会社みなと商事", name: "港 一郎", password };
  const email = "owner@minato.example";
  ({ customerId } = await createCustomerAccount(fixture.portal, { ...company, email }));
  const operations = { email: "operations@operator.example", name: "運用 花子", password };
  await createStaff(fixture.portal, { ...operations, role: "operations" });
  contractId = await placeOrder(await fixture.member(customerId), "2030-04-01");
  for (const event of [{ type: "verifyMaintenance" }, { type: "accept" }]) {
    const target = { customerId, contractId, clickId: newIdentifier() };
    await sendAsOperations(await fixture.staff(), target, event);
  }
  orderId = await placeOrder(await fixture.member(customerId), "2030-06-01");
});

afterAll(async () => {
  await browser?.close();
  await web?.close();
  await fixture?.close();
});

const work = () => workEffects(fixture.portal, fixture.test, sent);

/** A page without JavaScript, of somebody who is signed in. */
async function openAs(email: string, width = 1440): Promise<Page> {
  const page = await browser.newPage({ width, javaScript: false });
  await page.goto(url);
  await signIn(page, email, password);
  return page;
}

/** Checks a page at the desk and on a telephone and keeps its pictures; nothing may stick out. */
async function look(page: Page, name: string): Promise<void> {
  for (const size of [
    { width: 375, height: 844 },
    { width: 1440, height: 900 },
  ]) {
    await page.setViewportSize(size);
    await expectAccessible(page);
    await screenshot(page, `${name}-${size.width}`);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      `${name} at ${size.width}`,
    ).toBeLessThanOrEqual(0);
  }
}

const link = (page: Page, name: string | RegExp) => page.getByRole("link", { name }).first();

test("a change of terms is drafted, announced, seen and consented to, without JavaScript", async () => {
  const staff = await openAs("operations@operator.example");
  await link(staff, terms.title).click();
  await expectHeading(staff, terms.title);
  await press(staff, terms.staff.open);
  await staff
    .getByText(terms.staff.faults["label"]?.["missing"] ?? "")
    .first()
    .waitFor();
  await look(staff, "terms-list");
  await staff.getByLabel(terms.staff.label).fill("2.0");
  await press(staff, terms.staff.open);
  await expectHeading(staff, /2\.0/);
  await staff.getByText(terms.difference.none).waitFor();

  await link(staff, /^第12条/).click();
  await expectHeading(staff, terms.staff.editArticle(12));
  const body = staff.getByLabel(terms.staff.form.bodyJa);
  const written = await body.inputValue();
  await body.fill(`${written}\n\n口座振替による支払いも選べる。`);
  await press(staff, terms.staff.form.save);
  await staff
    .getByText(terms.staff.form.faults["structure"] ?? "")
    .first()
    .waitFor();
  await look(staff, "terms-article-mistake");
  await body.fill(`${written}なお、口座振替による支払いも選べる。`);
  await press(staff, terms.staff.form.save);
  await staff.getByText(terms.staff.done["saved"] ?? "").waitFor();
  await staff.locator("ins", { hasText: "口座振替" }).waitFor();
  await look(staff, "terms-draft");

  await link(staff, terms.staff.announce).click();
  const words = terms.staff.announcement;
  await staff.getByLabel(words.effectiveDay).fill("2030-03-20");
  await staff.getByLabel(words.summaryJa).fill("口座振替による支払いを加えます。");
  await staff.getByLabel(words.summaryEn).fill("Adds payment by direct debit.");
  await press(staff, words.review);
  await staff
    .getByText(words.faults["late"] ?? "")
    .first()
    .waitFor();
  await look(staff, "terms-announcement-late");
  await staff.getByLabel(words.effectiveDay).fill("2030-04-10");
  await press(staff, words.review);
  await staff.getByText(words.inTime).waitFor();
  await look(staff, "terms-announcement-review");
  await press(staff, words.submit);
  await staff.getByText(terms.staff.done["announced"] ?? "").waitFor();
  await work();
  await staff.goto(`${url}/operations/terms/2.0/deliveries`);
  await staff.getByText("株式会社みなと商事").first().waitFor();
  await look(staff, "terms-deliveries");

  const owner = await openAs("owner@minato.example");
  await owner.goto(`${url}/portal/contracts/${contractId}`);
  await link(owner, terms.customer.bannerLink).click();
  await expectHeading(owner, terms.customer.changeTitle("約款"));
  await owner.locator("ins", { hasText: "口座振替" }).waitFor();
  await look(owner, "terms-change");
  await press(owner, terms.customer.confirm);
  await owner.getByText(terms.customer.confirmedTitle).waitFor();
  await link(owner, terms.customer.title).click();
  await owner
    .getByText(terms.customer.kinds["termsSeen"] ?? "")
    .first()
    .waitFor();
  await look(owner, "contract-terms");

  await owner.goto(`${url}/terms/versions`);
  await look(owner, "terms-versions");
  await link(owner, terms.publicPages.compare).click();
  await expectHeading(owner, terms.publicPages.comparison("約款"));
  await look(owner, "terms-comparison");

  await fixture.moveTo("2030-04-10T00:05:00+09:00");
  await work();
  await owner.goto(`${url}/portal/contracts/${orderId}`);
  await link(owner, terms.consent.title).click();
  await expectHeading(owner, terms.consent.title);
  await press(owner, terms.consent.submit);
  await owner.getByText(terms.consent.notTicked).first().waitFor();
  await look(owner, "order-consent");
  await owner.getByLabel(terms.consent.agree).check();
  await press(owner, terms.consent.submit);
  await owner.getByText(terms.consent.done).waitFor();
  expect(sent.map(({ subject }) => subject)).toContainEqual(
    expect.stringContaining("約款の変更のお知らせ"),
  );
});
