import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { formatDay } from "#app/i18n/format.ts";
import { ja } from "#app/i18n/ja.ts";
import { dayOf } from "#machines/calendar.ts";
import { renewalNoticeDay } from "#machines/terms/a10-term.ts";
import {
  expectAccessible,
  openBrowser,
  screenshot,
  type TestBrowser,
} from "#test/helpers/browser.ts";
import { startRunningPortal, type RunningPortal } from "#test/helpers/running-portal.ts";
import { expectHeading, moveClock, openAs, press, signIn } from "./people.ts";

const customer = "minato@demo.example";
const { cancellation, notices, exits, facts, optionOrders } = ja.contract;
const plus = (day: string, days: number) => dayOf(day).add({ days }).toString();

/** A contract near its renewal: notice in time, taken back, given a day late; then the operator's. */
describe("a notice of cancellation", () => {
  let portal: RunningPortal;
  let browser: TestBrowser;
  /** Without scripts: every form here works as plain HTML. */
  let owner: Page;
  let operations: Page;
  let clock: Page;
  let contractUrl = "";
  let staffUrl = "";
  let termEnd = "";
  let noticeDay = "";

  beforeAll(async () => {
    portal = await startRunningPortal();
    browser = await openBrowser();
    clock = await browser.newPage();
    owner = await openAs(browser, portal.url, customer, { width: 1440, javaScript: false });
    const link = owner.locator('main a[href^="/portal/contracts/"]').first();
    const path = (await link.getAttribute("href")) ?? "";
    contractUrl = portal.url + path.replace(/\/cancellation$/, "");
  });

  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    await screenshot(owner, "failed-notice-owner");
    if (operations) await screenshot(operations, "failed-notice-operations");
  });

  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  /** Both widths of a page, the narrow one without sideways scrolling; axe on the wide one. */
  async function look(page: Page, name: string): Promise<void> {
    await expectAccessible(page);
    await screenshot(page, `${name}-1440`);
    await page.setViewportSize({ width: 375, height: 844 });
    await screenshot(page, `${name}-375`);
    const { full, seen } = await page.locator("html").evaluate((html) => {
      return { full: html.scrollWidth, seen: html.clientWidth };
    });
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(full).toBeLessThanOrEqual(seen);
  }

  /** How long a page is on a telephone, in pixels, before anything is opened. */
  async function lengthOn375(page: Page): Promise<number> {
    await page.setViewportSize({ width: 375, height: 844 });
    const length = await page.locator("html").evaluate((html) => html.scrollHeight);
    await page.setViewportSize({ width: 1440, height: 900 });
    return length;
  }

  /** A session may have run out while the clock was moved. */
  async function visit(page: Page, email: string, url: string): Promise<void> {
    await page.goto(url);
    if (!page.url().includes("/sign-in")) return;
    await signIn(page, email);
    await page.goto(url);
  }

  test("the contract's page says when it can end, why on that day, and what a late notice costs", async () => {
    await owner.goto(contractUrl);
    const text = await owner.locator("main").innerText();
    const period = /(\d{4}\/\d{2}\/\d{2})〜(\d{4}\/\d{2}\/\d{2})/.exec(text);
    termEnd = (period?.[2] ?? "").replaceAll("/", "-");
    noticeDay = renewalNoticeDay(dayOf(termEnd)).day.toString();
    expect(text).toContain(facts.noticeText(formatDay(noticeDay)));
    expect(text).toContain(exits.title);
    expect(text).toMatch(/申出が1日遅れると、¥[\d,]+多くかかります/);
    await look(owner, "next-exits");
  });

  test("on the last day the renewal can be declined, and the review shows what changes", async () => {
    await moveClock(clock, portal.url, noticeDay);
    await visit(owner, customer, `${contractUrl}/cancellation`);
    await expectHeading(owner, cancellation.title);
    await look(owner, "notice-in-time");
    await owner.check("input[type=radio][value=term]");
    await press(owner, cancellation.preview);
    await expectHeading(owner, cancellation.review.title);
    const text = await owner.locator("main").innerText();
    expect(text).toContain(cancellation.review.endText(formatDay(termEnd)));
    expect(text).toContain(ja.whatIf.summary.title);
    expect(await owner.locator("[data-mark=dropped]").count()).toBeGreaterThan(0);
    expect(await owner.locator("[data-mark=added]").count()).toBeGreaterThan(0);
    await look(owner, "notice-in-time-review");
    await press(owner, cancellation.review.confirm(formatDay(termEnd)));
    await owner.waitForURL(/notice=cancelled/);
    await portal.waitForMail(customer, /解約のお申出を受け付けました/);
  });

  test("the customer asks to take it back, and operations agree", async () => {
    await owner.getByRole("link", { name: notices.link }).click();
    await expectHeading(owner, notices.title);
    await look(owner, "withdrawal");
    await press(owner, notices.ask.submit);
    await owner.getByText(notices.done["requestWithdrawal"]!).waitFor();

    operations = await openAs(browser, portal.url, "operations@demo.example", { width: 1440 });
    await operations.goto(`${portal.url}/operations/contracts`);
    const id = contractUrl.split("/").at(-1) ?? "";
    const path = await operations.locator(`main a[href$="/${id}"]`).first().getAttribute("href");
    staffUrl = portal.url + (path ?? "");
    await operations.goto(`${staffUrl}/notices`);
    await operations.getByText(ja.contract.notices.effect).waitFor();
    await look(operations, "staff-notices");
    await press(operations, notices.staff.agree);
    await operations.getByText(notices.done["agreeToWithdrawal"]!).waitFor();
  });

  test("an option's notice is taken back in the same way", async () => {
    await owner.goto(`${contractUrl}/options`);
    await owner.locator('main a[href*="?cancel="]').first().click();
    await owner.getByRole("button", { name: optionOrders.confirm, exact: true }).waitFor();
    await look(owner, "option-notice-review");
    await press(owner, optionOrders.confirm);
    await owner.getByRole("heading", { name: optionOrders.noticedTitle }).waitFor();
    await look(owner, "option-noticed");
    await owner.getByRole("link", { name: notices.link }).click();
    await owner.getByText(notices.optionEffect).waitFor();
    await look(owner, "option-withdrawal");
    await press(owner, notices.ask.submit);
    await owner.getByText(notices.done["requestWithdrawal"]!).waitFor();
    await portal.waitForMail(customer, /解約の取下げの依頼/);

    await operations.goto(`${portal.url}/operations?kind=answerWithdrawal&role=operations`);
    await operations.locator('main a[href$="/notices"]').first().click();
    await operations.getByText(notices.optionEffect).waitFor();
    await look(operations, "staff-option-notice");
    await press(operations, notices.staff.refuse);
    await operations.getByText(notices.done["refuseWithdrawal"]!).waitFor();
    await owner.goto(`${contractUrl}/withdrawal`);
    await press(owner, notices.ask.submit);
    await operations.reload();
    await press(operations, notices.staff.agree);
    await operations.getByText(notices.done["agreeToWithdrawal"]!).waitFor();
    await owner.goto(`${contractUrl}/options`);
    expect(await owner.getByText(optionOrders.noticedTitle).count()).toBe(0);
  });

  test("one day late it can't be declined, and the year's fee stands above everything", async () => {
    await moveClock(clock, portal.url, plus(noticeDay, 1));
    await visit(owner, customer, `${contractUrl}/cancellation`);
    expect(await owner.locator("input[type=radio][value=term]").count()).toBe(0);
    const late = cancellation.term.lapsed(formatDay(noticeDay), formatDay(plus(termEnd, 1)));
    await owner.getByText(late).waitFor();
    await look(owner, "notice-late");
    await owner.check("input[type=radio][value=earliest]");
    await press(owner, cancellation.preview);
    await owner.getByText(cancellation.review.renewsFirst).first().waitFor();
    // For the same fee it can be used to the end of the renewed term.
    await owner.getByText(/まで使い続けることもできます/).waitFor();
    await look(owner, "notice-late-review");
  });

  test("operations try any command, and nothing is recorded", async () => {
    await visit(operations, "operations@demo.example", `${staffUrl}/what-if`);
    await expectHeading(operations, ja.whatIf.title);
    await expectAccessible(operations);
    const events = ja.contract.charts.contract.events;
    await operations.selectOption("select[name=event]", { label: events.cancel });
    await press(operations, ja.whatIf.choose.submit);
    await look(operations, "what-if-form");
    await press(operations, ja.whatIf.form.submit);
    await operations.getByRole("heading", { name: ja.whatIf.result.title }).waitFor();
    expect(await operations.locator("[data-mark=added]").count()).toBeGreaterThan(0);
    await look(operations, "what-if-result");
    expect(await lengthOn375(operations)).toBeLessThan(2500);
    await operations.getByText(ja.whatIf.form.change, { exact: true }).click();
    await operations.fill("input[name=day]", "2020-01-01");
    await press(operations, ja.whatIf.form.submit);
    await operations.getByText(ja.frame.form.errorSummary).waitFor();
    await operations.goto(staffUrl);
    expect(await operations.getByRole("link", { name: notices.staff.link }).count()).toBe(0);
  });

  test("the operator's own notice shows its last day and refund before it goes out", async () => {
    await operations.goto(`${staffUrl}/cancellation`);
    await look(operations, "operator-cancellation");
    await operations.check("input[type=radio][value=earliest]");
    await press(operations, notices.operator.preview);
    await expectHeading(operations, notices.operator.reviewTitle);
    await look(operations, "operator-cancellation-review");
    await press(operations, notices.operator.submit);
    await operations.getByText(notices.done["cancelByOperator"]!).waitFor();
    await look(operations, "operator-notice-sent");
  });
});
