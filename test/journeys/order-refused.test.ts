import { lookTwice } from "./look.ts";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { ja } from "#app/i18n/ja.ts";
import { demoCustomers } from "#db/seed/demo-accounts.ts";
import { openBrowser, screenshot, type TestBrowser } from "#test/helpers/browser.ts";
import { startRunningPortal, type RunningPortal } from "#test/helpers/running-portal.ts";
import { rejectionLabels } from "#machines/terms/a05-rejection.ts";
import { openAs, press } from "./people.ts";

const { companyName, email } = demoCustomers.waiting;
const { order, done } = ja.operations;
const reason = "notFeasible";

/** Operations refuse an order for one of the nine reasons, and the applicant is told which (A5.4). */
describe("an order that is refused, without scripts", () => {
  let portal: RunningPortal;
  let browser: TestBrowser;
  let operations: Page;
  let owner: Page;

  beforeAll(async () => {
    portal = await startRunningPortal();
    browser = await openBrowser();
    const options = { width: 1440, javaScript: false };
    operations = await openAs(browser, portal.url, "operations@demo.example", options);
    owner = await openAs(browser, portal.url, email, options);
  });

  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    await screenshot(operations, "failed-refusal-operations");
    await screenshot(owner, "failed-refusal-owner");
  });

  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  const look = (page: Page, name: string) => lookTwice(page, `order-refused-${name}`);

  test("staff must say why, and see what it does before", async () => {
    await operations.goto(`${portal.url}/operations`);
    const row = operations.getByRole("row", { name: new RegExp(companyName) });
    await row.getByRole("link").first().click();
    await operations.locator('a[href*="confirm=reject"]').click();
    await press(operations, order.reject);
    await operations.getByText(order.reasonMissing).first().waitFor();
    await look(operations, "reason-missing");
    await operations.locator(`input[name=reason][value=${reason}]`).check();
    await press(operations, order.reject);
    await operations.getByText(done.rejected).waitFor();
    await look(operations, "staff");
    expect(await operations.locator("main").innerText()).toContain(rejectionLabels[reason].ja);
  });

  test("the applicant reads the reason in a mail and on the contract's page", async () => {
    const mail = await portal.waitForMail(email, /お申込みについてのご連絡/);
    expect(mail.text).toContain("サービスのご提供が難しい");
    await owner.goto(`${portal.url}/portal`);
    await owner.locator('main a[href^="/portal/contracts/"]').first().click();
    await owner.getByText(ja.status.contract.rejected, { exact: true }).first().waitFor();
    expect(await owner.locator("main").innerText()).toContain(rejectionLabels[reason].ja);
    await look(owner, "applicant");
  });
});
