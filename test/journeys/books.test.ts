import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { formatYen } from "#app/i18n/format.ts";
import { ja } from "#app/i18n/ja.ts";
import { newIdentifier } from "#app/identifier.ts";
import { createCustomerAccount, createStaff } from "#app/usecases/accounts/create-account.ts";
import { sendAsOperations } from "#app/usecases/contracts/staff-command.ts";
import { importBankFile } from "#app/usecases/finance/bank/import-bank-file.ts";
import { readUnsettledInvoices } from "#db/queries/unsettled-invoices.ts";
import { dayOf } from "#machines/calendar.ts";
import { damagesOwed } from "#machines/terms/a14-damages.ts";
import {
  expectAccessible,
  openBrowser,
  screenshot,
  type TestBrowser,
} from "#test/helpers/browser.ts";
import { placeOrder } from "#test/helpers/orders.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { openTestWeb, type TestWeb } from "#test/helpers/web.ts";
import { expectHeading, press, signIn } from "./people.ts";

const password = "correct horse battery";
const emails = { finance: "finance@operator.example", owner: "owner@minato.example" };
const companyName = "株式会社みなと商事";
const today = "2030-07-20";
const { ledger, damages } = ja;

/** An invoice that is overdue, in the books and in the account of its late damages (A14.3). */
describe("the books, without scripts", () => {
  let fixture: TestPortal;
  let web: TestWeb;
  let browser: TestBrowser;
  let finance: Page;
  let owner: Page;
  let url = "";
  let customerId = "";
  let debt: Awaited<ReturnType<typeof readUnsettledInvoices>>[number];

  const damagesBy = (day: string) =>
    damagesOwed("fee", debt.owed, dayOf(debt.dueDay), dayOf(day)).amount;

  async function openAs(email: string): Promise<Page> {
    const page = await browser.newPage({ width: 1440, javaScript: false });
    await page.goto(url);
    await signIn(page, email, password);
    return page;
  }

  beforeAll(async () => {
    fixture = await openTestPortal();
    web = await openTestWeb(fixture.portal);
    url = `http://127.0.0.1:${web.port}`;
    browser = await openBrowser();
    await fixture.moveTo("2030-03-01T10:00:00+09:00");
    const person = { name: "港 一郎", email: emails.owner, password };
    ({ customerId } = await createCustomerAccount(fixture.portal, { companyName, ...person }));
    const staff = { email: emails.finance, name: "経理 花子", password, role: "finance" } as const;
    await createStaff(fixture.portal, staff);
    const contractId = await placeOrder(await fixture.member(customerId), "2030-04-01");
    const start = { type: "setStart", startDay: "2030-04-01" };
    for (const event of [{ type: "verifyMaintenance" }, { type: "accept" }, start]) {
      const target = { customerId, contractId, clickId: newIdentifier() };
      await sendAsOperations(await fixture.staff(), target, event);
    }
    await fixture.moveTo(`${today}T10:00:00+09:00`);
    [debt] = (await fixture.portal.database.transaction({ role: "portal_staff" }, (tx) =>
      readUnsettledInvoices(tx, customerId),
    )) as [typeof debt];
    finance = await openAs(emails.finance);
    owner = await openAs(emails.owner);
  });

  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    await screenshot(finance, "failed-books-finance");
    await screenshot(owner, "failed-books-owner");
  });

  afterAll(async () => {
    await browser?.close();
    await web?.close();
    await fixture?.close();
  });

  async function look(page: Page, name: string): Promise<void> {
    for (const width of [375, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await expectAccessible(page);
      await screenshot(page, `books-${name}-${width}`);
      const sticksOut = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sticksOut, `${name} at ${width}`).toBeLessThanOrEqual(0);
    }
  }

  /** The invoice's amount comes by transfer, without the damages. */
  async function pay(): Promise<void> {
    const line = `${today.replaceAll("-", "/")},ｶ)ﾐﾅﾄｼﾖｳｼﾞ ${debt.number},${debt.owed}`;
    const bytes = Buffer.from(`取引日,摘要,お預入金額\r\n${line}`);
    const file = { name: "nyukin.csv", bytes, isCut: false };
    const result = await importBankFile(await fixture.staff("finance"), file);
    expect(result).toMatchObject({ added: 1, applied: 1 });
  }

  const textOf = (page: Page) => page.locator("main").innerText();

  test("the trial balance leads to an account and to a single booking", async () => {
    await finance.goto(`${url}/finance/ledger?from=2030-04-01&to=${today}`);
    await expectHeading(finance, ledger.balance.title);
    expect(await textOf(finance)).toContain(formatYen(debt.owed));
    await look(finance, "balance");
    await finance.locator('main a[href*="/accounts/revenue"]').first().click();
    await expectHeading(finance, /./);
    // April, May and June are earned on their last days.
    expect(await textOf(finance)).toMatch(/2030\/04\/30[\s\S]*2030\/05\/31[\s\S]*2030\/06\/30/);
    await look(finance, "account");
    await finance.locator('main a[href*="/transactions/"]').first().click();
    await expectHeading(finance, ledger.transaction.title);
    await look(finance, "transaction");
  });

  test("receivables stand by age, and what is to come by month", async () => {
    await finance.goto(`${url}/finance/ledger/receivables`);
    await expectHeading(finance, ledger.receivables.title);
    expect(await textOf(finance)).toContain(ledger.ages.upTo60);
    await look(finance, "receivables");
    await finance.goto(`${url}/finance/ledger/forecast`);
    await expectHeading(finance, ledger.forecast.title);
    expect(await textOf(finance)).toContain(formatYen(debt.owed));
    await look(finance, "forecast");
    await finance.goto(`${url}/finance`);
    await look(finance, "home");
  });

  test("the customer reads what the delay costs, today and on a day of its choice", async () => {
    await owner.goto(`${url}/portal/invoices/${debt.invoiceId}`);
    expect(await textOf(owner)).toContain(formatYen(damagesBy(today)));
    await look(owner, "invoice-overdue");
    await owner.fill("input[name=payDay]", "2030-08-31");
    await press(owner, damages.ifPaid.submit);
    const sum = formatYen(debt.owed + damagesBy("2030-08-31"));
    await owner.getByText(damages.ifPaid.total(sum)).waitFor();
    await look(owner, "if-paid");
  });

  test("finance notes a dispute, ends it, and claims the damages", async () => {
    await finance.goto(`${url}/finance/invoices/${customerId}/${debt.invoiceId}`);
    await look(finance, "invoice");
    await finance.locator("details", { hasText: damages.dispute.title }).locator("summary").click();
    await press(finance, damages.dispute.button);
    await finance.getByText(damages.reasonMissing).first().waitFor();
    await finance.fill("textarea[name=reason] >> nth=-1", "金額に疑問があるとのこと。");
    await press(finance, damages.dispute.button);
    await finance.getByText(damages.done["disputed"]!).waitFor();
    await look(finance, "disputed");
    await owner.goto(`${url}/portal/invoices/${debt.invoiceId}`);
    expect(await textOf(owner)).toContain("異議を確認しています");

    await finance.fill("textarea[name=reason] >> nth=-1", "説明し、ご了承いただいた。");
    await press(finance, damages.dispute.endButton);
    await finance.getByText(damages.done["ended"]!).waitFor();
    await pay();
    await finance.goto(`${url}/finance/invoices/${customerId}/${debt.invoiceId}`);
    expect(await textOf(finance)).toContain(ja.invoice.attempts.events.transferReceived);
    await look(finance, "paid-late");
    await press(finance, damages.decide.claim.button(formatYen(damagesBy(today))));
    await finance.getByText(damages.done["claimed"]!).waitFor();
    await look(finance, "claimed");
    await owner.goto(`${url}/portal/invoices`);
    await owner
      .getByText(formatYen(damagesBy(today)))
      .first()
      .waitFor();
    await look(owner, "invoices");
  });
});
