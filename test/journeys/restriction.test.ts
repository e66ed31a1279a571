import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { ja } from "#app/i18n/ja.ts";
import { dayOf } from "#machines/calendar.ts";
import {
  expectAccessible,
  openBrowser,
  screenshot,
  type TestBrowser,
} from "#test/helpers/browser.ts";
import { startRunningPortal, type RunningPortal } from "#test/helpers/running-portal.ts";
import { expectHeading, openAs, press, readPortalDay } from "./people.ts";

const { restrictions: t, maintenance } = ja;
const plus = (day: string, days: number) => dayOf(day).add({ days }).toString();

const isWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

/** Staff plan maintenance, restrict and discontinue; customers and everybody read of it. */
describe("notices to many customers", () => {
  let portal: RunningPortal;
  let browser: TestBrowser;
  /** Without scripts: every form here works as plain HTML. */
  let operations: Page;
  let owner: Page;
  let visitor: Page;
  let today = "";

  beforeAll(async () => {
    portal = await startRunningPortal();
    browser = await openBrowser();
    visitor = await browser.newPage({ width: 375 });
    await visitor.goto(portal.url);
    today = await readPortalDay(visitor, portal.url);
    owner = await openAs(browser, portal.url, "minato@demo.example");
    operations = await openAs(browser, portal.url, "operations@demo.example", {
      width: 1440,
      javaScript: false,
    });
  });

  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    await screenshot(operations, "failed-restriction-operations");
    await screenshot(owner, "failed-restriction-owner");
  });

  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  /** What every page must be, on a desk's screen and on a telephone's. */
  async function expectGood(page: Page, name: string): Promise<void> {
    await expectAccessible(page);
    for (const width of [375, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await isWide(page), `${name} at ${width}`).toBe(false);
      await screenshot(page, `notices-${name}-${width}`);
    }
  }

  test("maintenance is planned after a look at whom it touches, and stands in the calendar", async () => {
    const words = maintenance.staff;
    await operations.goto(`${portal.url}/operations/maintenance/new`);
    await press(operations, words.review);
    await operations.locator("#menus-error").waitFor();
    await expectGood(operations, "maintenance-errors");
    await operations.fill("[name=startsAt]", `${plus(today, 10)}T23:00`);
    await operations.fill("[name=endsAt]", `${plus(today, 11)}T05:00`);
    await operations.check("[name=menus][value=NDR-BASE]");
    await operations.fill("[name=titleJa]", "監視基盤の定期メンテナンス");
    await operations.fill("[name=titleEn]", "Regular maintenance");
    await operations.fill("[name=textJa]", "検知の記録は続きます。");
    await press(operations, words.review);
    await operations.getByRole("heading", { name: words.reviewPlan }).waitFor();
    await expectGood(operations, "maintenance-review");
    await press(operations, words.edit);
    expect(await operations.inputValue("[name=titleJa]")).toBe("監視基盤の定期メンテナンス");
    await press(operations, words.review);
    await press(operations, words.send);
    await expectHeading(operations, "監視基盤の定期メンテナンス");
    await expectGood(operations, "maintenance-planned");
    await visitor.goto(`${portal.url}/maintenance`);
    await visitor.getByText("監視基盤の定期メンテナンス").waitFor();
    await expectGood(visitor, "maintenance-public");
    const feed = await fetch(`${portal.url}/maintenance.ics?lang=en`);
    expect(feed.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(await feed.text()).toContain("SUMMARY;LANGUAGE=en:Regular maintenance\r\n");
    await owner.goto(`${portal.url}/portal`);
    await owner.getByText("監視基盤の定期メンテナンス").waitFor();
  });

  test("the service is restricted and lifted, and customers see both", async () => {
    await operations.goto(`${portal.url}/operations/restrictions/new`);
    await press(operations, t.review);
    await operations.locator("#textJa-error").waitFor();
    await expectGood(operations, "restriction-errors");
    await operations.selectOption("[name=clause]", "A19.1(4)");
    await operations.check("[name=scope][value=menus]");
    await operations.check("[name=menus][value=NDR-BASE]");
    await operations.check("[name=start][value=now]");
    await operations.fill("[name=textJa]", "監視基盤の一部に障害が起きています。");
    await operations.fill("[name=textEn]", "A part of the monitoring platform has failed.");
    await press(operations, t.review);
    await operations.getByRole("heading", { name: t.staff.reviewPlan }).waitFor();
    await expectGood(operations, "restriction-review");
    await press(operations, t.staff.send);
    await operations.getByRole("status").waitFor();
    const page = operations.url().replace(/\?.*/, "");
    await expectGood(operations, "restriction-in-force");

    await owner.goto(`${portal.url}/portal`);
    await owner.getByText("監視基盤の一部に障害が起きています。").waitFor();
    await expectGood(owner, "restriction-home");
    const link = owner.locator('main a[href^="/portal/contracts/"]').first();
    const path = ((await link.getAttribute("href")) ?? "").replace(/\/cancellation$/, "");
    const contractUrl = portal.url + path;
    await expect
      .poll(
        async () => {
          await owner.goto(contractUrl);
          await owner.getByRole("heading", { level: 1 }).first().waitFor();
          return owner.locator("div:has(> h1)").innerText();
        },
        { timeout: 30_000, interval: 1000 },
      )
      .toContain(ja.status.service.restricted);
    await expectGood(owner, "restriction-contract");
    await visitor.goto(`${portal.url}/notices`);
    await visitor.getByText("監視基盤の一部に障害が起きています。").waitFor();
    await expectGood(visitor, "notices-public");

    await operations.goto(`${page}?step=announceEnd`);
    await press(operations, t.staff.sendEnd);
    await operations.locator("#endDay-error").waitFor();
    await expectGood(operations, "restriction-end");
    await operations.goto(`${page}?step=lift`);
    await expectGood(operations, "restriction-lift");
    await press(operations, t.staff.sendLift);
    await operations.getByText(t.staff.done["lifted"]!).waitFor();
    await owner.goto(`${portal.url}/portal`);
    await expectHeading(owner, ja.portal.home.title);
    expect(await owner.getByText("監視基盤の一部に障害が起きています。").count()).toBe(0);
  });

  test("a menu is discontinued with its reason for being late, and withdrawn", async () => {
    const words = t.discontinuation;
    await operations.goto(`${portal.url}/operations/discontinuations/new`);
    await operations.check("[name=menus][value=NDR-BASE]");
    await operations.fill("[name=firstDayWithout]", plus(today, 60));
    await operations.fill("[name=textJa]", "基本メニューの提供を終えます。");
    await operations.fill("[name=textEn]", "The basic menu comes to its end.");
    await press(operations, t.review);
    await operations.locator("#lateJa-error").waitFor();
    await operations.fill("[name=lateJa]", "供給元が急に撤退するため");
    await operations.fill("[name=lateEn]", "Its maker withdraws at short notice");
    await press(operations, t.review);
    await operations.getByRole("heading", { name: words.reviewPlan }).waitFor();
    await expectGood(operations, "discontinuation-review");
    await press(operations, words.send);
    await operations.getByRole("status").waitFor();
    await expectGood(operations, "discontinuation-announced");
    await owner.goto(`${portal.url}/portal`);
    await owner.getByText("供給元が急に撤退するため").waitFor();
    await owner.goto(`${portal.url}/portal/orders/new`);
    await press(owner, ja.order.begin.submit);
    await owner.waitForURL(/\/company$/);
    await owner.goto(owner.url().replace(/company$/, "menus"));
    await owner.getByText(ja.order.menu.endingText).waitFor();
    await expectGood(owner, "discontinuation-order-form");
    await operations.getByRole("link", { name: words.withdraw }).click();
    await operations.fill("[name=reasonJa]", "別の供給元が見つかったため");
    await operations.fill("[name=reasonEn]", "Another maker was found");
    await expectGood(operations, "discontinuation-withdrawal");
    await press(operations, words.sendWithdrawal);
    await operations.getByText(words.done["withdrawn"]!).waitFor();
    await owner.goto(`${portal.url}/portal`);
    await expectHeading(owner, ja.portal.home.title);
    expect(await owner.getByText("供給元が急に撤退するため").count()).toBe(0);
  });
});
