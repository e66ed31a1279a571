import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { formatDay, formatYen } from "#app/i18n/format.ts";
import { ja } from "#app/i18n/ja.ts";
import { dayOf } from "#machines/calendar.ts";
import { chargeFor } from "#machines/contract/fees.ts";
import { termFrom } from "#machines/terms/a10-term.ts";
import { invoiceDueDay } from "#machines/terms/a12-fees.ts";
import { cancellationEnd } from "#machines/terms/a17-cancellation.ts";
import { catalog } from "#db/seed/catalog.ts";
import {
  expectAccessible,
  openBrowser,
  screenshot,
  type TestBrowser,
} from "#test/helpers/browser.ts";
import { startRunningPortal, type RunningPortal } from "#test/helpers/running-portal.ts";
import {
  expectHeading,
  moveClock,
  openAs,
  payByCard,
  press,
  readPortalDay,
  signIn,
} from "./people.ts";

const email = "taro@yamada.example";
const password = "kumo-to-yama-2026";
const company = "山田電機株式会社";
const { order, invoice: money } = ja;

/** One customer's life with the portal, from the catalog to the end of the contract. */
describe("from order to paid, reconciled and ended", () => {
  let portal: RunningPortal;
  let browser: TestBrowser;
  let owner: Page;
  let operations: Page;
  let contractUrl = "";
  let invoiceUrl = "";
  let startDay = "";
  let endDay = "";

  const basic = catalog.find(({ kind }) => kind === "basic")!;
  const option = catalog.find(({ kind }) => kind === "subscription")!;
  const total = () =>
    chargeFor(
      [basic, option].map(({ code: menuCode, ...menu }) => ({ menuCode, ...menu })),
      startDay,
    ).total;

  beforeAll(async () => {
    portal = await startRunningPortal();
    browser = await openBrowser();
    owner = await browser.newPage({ width: 1440 });
  });

  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    await screenshot(owner, "failed-owner");
    if (operations) await screenshot(operations, "failed-operations");
  });

  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  test("a visitor reads catalog and terms, signs up and signs in", async () => {
    await owner.goto(`${portal.url}/catalog`);
    await expectHeading(owner, ja.public.catalog.title);
    expect(await owner.locator("main").innerText()).toContain(formatYen(basic.annualPrice));
    await expectAccessible(owner);
    await owner.goto(`${portal.url}/terms`);
    expect(await owner.locator("#article-1, #article-35").count()).toBe(2);

    await owner.goto(`${portal.url}/sign-up`);
    await press(owner, ja.auth.signUp.submit);
    await owner.getByText(ja.frame.form.errorSummary).waitFor();
    expect(await owner.title()).toContain(ja.frame.form.errorPrefix.trim());
    await owner.fill("input[name=companyName]", company);
    await owner.fill("input[name=name]", "山田 太郎");
    await owner.fill("input[name=email]", email);
    await owner.fill("input[name=password]", password);
    await press(owner, ja.auth.signUp.submit);
    await expectHeading(owner, ja.auth.sent.title);

    const mail = await portal.waitForMail(email, /確認/);
    const link = /https?:\/\/[^\s"<]+verify-email[^\s"<]+/.exec(mail.text)?.[0] ?? "";
    await owner.goto(link);
    await press(owner, ja.auth.verify.submit);
    await expectHeading(owner, ja.auth.verify.doneTitle);
    await signIn(owner, email, password);
  });

  test("an order with mistakes says so at the fields and loses nothing", async () => {
    await owner.goto(`${portal.url}/portal/orders/new`);
    await press(owner, order.begin.submit);
    await expectHeading(owner, order.steps.company);
    const company_ = {
      companyName: company,
      companyNameKana: "ヤマダデンキカブシキガイシャ",
      representative: "代表取締役 山田 太郎",
      postalCode: "１０００００１",
      phone: "03-1234-5678",
      contactName: "山田 太郎",
    };
    for (const [name, value] of Object.entries(company_)) {
      await owner.fill(`input[name=${name}]`, value);
    }
    await owner.fill("input[name=contactEmail]", "no address");
    await press(owner, order.fillAddress.button);
    await owner.getByText(order.fillAddress.filled).waitFor();
    await expectAccessible(owner);
    await screenshot(owner, "order-address-filled-1440");
    expect(await owner.inputValue("select[name=prefecture]")).toBe("東京都");
    expect(await owner.inputValue("input[name=city]")).toBe("千代田区千代田");
    expect(await owner.inputValue("input[name=companyName]")).toBe(company);
    await owner.fill("input[name=street]", "1-1");
    // The enter key goes on, though another button stands above.
    await owner.press("input[name=contactEmail]", "Enter");
    await owner.getByText(order.errors.email(order.fields.contactEmail)).first().waitFor();
    expect(await owner.inputValue("input[name=companyName]")).toBe(company);
    await expectAccessible(owner);
    await screenshot(owner, "order-company-error-1440");
    await owner.fill("input[name=contactEmail]", email);
    await press(owner, order.form.next);
    await expectHeading(owner, order.steps.site);

    await owner.fill("input[name=siteName]", "Seoul office");
    await owner.fill("input[name=postalCode]", "04524");
    await owner.selectOption("select[name=prefecture]", { label: order.outsideJapan });
    await owner.fill("input[name=city]", "Seoul");
    await owner.fill("input[name=street]", "1");
    await press(owner, order.form.next);
    await owner.getByText(order.errors.siteInJapan(order.fields.prefecture)).first().waitFor();
    expect(await owner.inputValue("input[name=siteName]")).toBe("Seoul office");
    await owner.fill("input[name=siteName]", "本社");
    await owner.check("input[name=sameAsCompany]");
    await press(owner, order.form.next);
    await expectHeading(owner, order.steps.maintenance);

    const today = await readPortalDay(await browser.newPage(), portal.url);
    startDay = dayOf(today).add({ days: 20 }).toString();
    const maintenance = {
      vendor: "保守サービス株式会社",
      contractNumber: "HM-77",
      hardwareModel: "NS-3000",
      serialNumber: "SN-1",
      validUntil: dayOf(today).add({ years: 3 }).toString(),
    };
    for (const [name, value] of Object.entries(maintenance)) {
      await owner.fill(`input[name=${name}]`, value);
    }
    await press(owner, order.form.next);
    await expectHeading(owner, order.steps.menus);

    await owner.uncheck(`input[name=basic][value="${basic.code}"]`);
    await owner.check(`input[name=options][value="${option.code}"]`);
    await owner.fill("input[name=wishedStart]", startDay);
    await press(owner, order.form.next);
    await owner.getByText(order.errors.basicMissing("")).first().waitFor();
    expect(await owner.isChecked(`input[name=options][value="${option.code}"]`)).toBe(true);
    await owner.check(`input[name=basic][value="${basic.code}"]`);
    await press(owner, order.form.next);
    await expectHeading(owner, order.steps.declarations);

    for (const box of await owner.locator("main input[type=checkbox]").all()) await box.check();
    await owner.uncheck("input[name=antiSocialForces]");
    await press(owner, order.form.next);
    const { label } = order.declarations.antiSocialForces;
    await owner.getByText(order.errors.notTicked(label)).first().waitFor();
    await owner.check("input[name=antiSocialForces]");
    await press(owner, order.form.next);
    await expectHeading(owner, order.steps.review);
  });

  test("the quote with tax is shown, and the order is sent with the consent", async () => {
    const text = await owner.locator("main").innerText();
    expect(text).toContain(formatYen(total()));
    await expectAccessible(owner);
    await screenshot(owner, "order-review-1440");
    await press(owner, order.review.submit);
    await owner.getByText(ja.frame.form.errorSummary).waitFor();
    await owner.check("input[name=consent]");
    await press(owner, order.review.submit);
    await owner.waitForURL(/\/portal\?done=submitted/);
    await portal.waitForMail(email, /お申込みを受け付けました/);
    const link = owner.locator('a[href^="/portal/contracts/"]').first();
    contractUrl = `${portal.url}${await link.getAttribute("href")}`;
    await owner.goto(contractUrl);
    await owner.getByText(ja.status.contract.submitted).first().waitFor();
  });

  test("operations verify, accept and fix the start day; each step is mailed", async () => {
    operations = await openAs(browser, portal.url, "operations@demo.example", { width: 1440 });
    await operations.goto(`${portal.url}/operations`);
    await expectAccessible(operations);
    await screenshot(operations, "operations-1440");
    await operations
      .getByRole("row", { name: new RegExp(company) })
      .getByRole("link")
      .first()
      .click();
    await press(operations, ja.operations.order.verify);
    await operations.getByText(ja.operations.done.verified).first().waitFor();
    await operations.getByRole("link", { name: ja.operations.order.toAccept }).click();
    await press(operations, ja.operations.order.accept);
    await operations.getByText(ja.operations.done.accepted).first().waitFor();
    await portal.waitForMail(email, /お申込みを承諾しました/);
    await operations.fill("input[type=date]", startDay);
    await press(operations, ja.operations.order.setStart);
    await operations.getByText(ja.operations.done.fixed).first().waitFor();
    await portal.waitForMail(email, /利用開始日が.*決まりました/);
  });

  test("on its start day the contract runs and the year's invoice is issued", async () => {
    await moveClock(await browser.newPage(), portal.url, startDay);
    await owner.goto(contractUrl);
    await owner.getByText(ja.status.contract.active).first().waitFor();
    await portal.waitForMail(email, /ご請求書のお知らせ/);
    const start = dayOf(startDay);
    const due = invoiceDueDay(
      { termStart: start, issuedOn: start, deliveredOn: null },
      "next_business_day",
    );
    await owner.goto(`${portal.url}/portal/invoices`);
    await owner.locator('main a[href^="/portal/invoices/"]').first().click();
    await owner.waitForURL(/\/portal\/invoices\/[0-9a-f-]{36}$/);
    invoiceUrl = owner.url();
    const text = await owner.locator("main").innerText();
    expect(text).toContain(formatYen(total()));
    expect(text).toContain(formatDay(due.day.toString()));
    await expectAccessible(owner);
    await screenshot(owner, "invoice-1440");
  });

  test("a declined card says why; another pays with 3-D Secure, once for two tabs", async () => {
    const second = await browser.newPage({ context: owner.context() });
    await second.goto(invoiceUrl);
    const pay = money.pay.button(formatYen(total()));
    await press(owner, pay);
    await owner.waitForURL(/\/c\/pay\//);
    await payByCard(owner, "4000000000009995");
    await owner.locator("[role=alert]", { hasText: /不足/ }).waitFor();
    await portal.waitForMail(email, /お支払いが完了しませんでした/);
    await owner.goto(invoiceUrl);
    await owner.getByText(money.attempts.events.attemptFailed).first().waitFor();

    await press(owner, money.pay.continueButton);
    await owner.waitForURL(/\/c\/pay\//);
    await press(second, pay).catch(() => press(second, money.pay.continueButton));
    await second.waitForURL(/\/c\/pay\//);
    await payByCard(owner, "4000002760003184");
    await press(owner, "認証を完了する");
    await expectHeading(owner, money.payment.title);
    await owner.getByText(money.payment.standing.paid).first().waitFor();
    await payByCard(second, "4242424242424242");
    await second.goto(invoiceUrl);
    await second.getByText(ja.status.invoice.paid).first().waitFor();

    await portal.waitForMail(email, /ご入金を確認しました/);
    const state = await fetch(`${portal.sandbox.url}/_sandbox/state`).then((r) => r.json());
    const charges = (state as { charges: { status: string; amount: number }[] }).charges;
    expect(charges.filter((c) => c.status === "succeeded" && c.amount === total())).toHaveLength(1);
    const receipts = (await portal.mailsTo(email)).filter((m) => /ご入金/.test(m.subject));
    expect(receipts).toHaveLength(1);
    const pdf = await owner.context().request.get(`${invoiceUrl}/receipt.pdf`);
    expect(pdf.headers()["content-type"]).toContain("application/pdf");
    await second.close();
  });

  test("finance pulls the payout and sees every line matched", async () => {
    const clock = await browser.newPage();
    const today = await readPortalDay(clock, portal.url);
    await moveClock(clock, portal.url, dayOf(today).add({ days: 14 }).toString());
    const finance = await openAs(browser, portal.url, "finance@demo.example", { width: 1440 });
    await finance.goto(`${portal.url}/finance`);
    await expectHeading(finance, ja.finance.home.title);
    await expectAccessible(finance);
    await screenshot(finance, "finance-1440");
    await finance.goto(`${portal.url}/finance/payouts`);
    await press(finance, ja.finance.payouts.pull);
    await finance.locator('main a[href^="/finance/payouts/"]').first().waitFor();
    const hrefs = await finance
      .locator('main a[href^="/finance/payouts/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    let matched = 0;
    for (const href of new Set(hrefs)) {
      await finance.goto(`${portal.url}${href}`);
      await finance.getByText(ja.finance.payout.holds).first().waitFor();
      matched += await finance.getByText(formatYen(total())).count();
      expect(
        await finance.getByText(ja.finance.payout.states.exception, { exact: true }).count(),
      ).toBe(0);
    }
    expect(matched).toBeGreaterThan(0);
    await expectAccessible(finance);
    await screenshot(finance, "payout-1440");
  });

  test("the contract page shows chart, history with clauses and what comes", async () => {
    await owner.goto(contractUrl);
    await owner.locator("svg[role=img]").first().waitFor();
    const text = await owner.locator("main").innerText();
    expect(text).toContain(formatDay(termFrom(dayOf(startDay)).end.toString()));
    for (const clause of ["A5.1", "A5.2", "A5.5", "A10.1", "A12.2"]) {
      const [article, paragraph] = clause.slice(1).split(".");
      expect(text).toContain(`第${article}条第${paragraph}項`);
    }
    await expectAccessible(owner);
    await screenshot(owner, "contract-1440");
    const phone = await browser.newPage({ width: 375, context: owner.context() });
    await phone.goto(contractUrl);
    await screenshot(phone, "contract-375");
    const overflow = await phone.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await phone.close();
  });

  test("the customer gives notice, having seen the end day and what it costs", async () => {
    const today = await readPortalDay(await browser.newPage(), portal.url);
    const term = termFrom(dayOf(startDay));
    const end = cancellationEnd({
      by: "customer",
      noticeOn: dayOf(today),
      termEnd: term.end,
      wish: "earliest",
    });
    endDay = end.day.toString();
    await owner.goto(`${contractUrl}/cancellation`);
    await expectHeading(owner, ja.contract.cancellation.title);
    await expectAccessible(owner);
    await screenshot(owner, "cancellation-1440");
    await owner.check("input[type=radio][value=earliest]");
    await press(owner, ja.contract.cancellation.preview);
    await owner
      .getByText(ja.contract.cancellation.review.endText(formatDay(endDay)))
      .first()
      .waitFor();
    await owner.getByText(ja.contract.cancellation.review.refundText).first().waitFor();
    await expectAccessible(owner);
    await screenshot(owner, "cancellation-review-1440");
    await owner.locator("form:has(input[name=endDay]) button[type=submit]").click();
    await owner.waitForURL(new RegExp(`${new URL(contractUrl).pathname}(\\?|$)`));
    await portal.waitForMail(email, /解約のお申出を受け付けました/);
    expect(await owner.locator("main").innerText()).toContain(formatDay(endDay));
  });

  test("the contract runs to that day and ends", async () => {
    const clock = await browser.newPage();
    await moveClock(clock, portal.url, endDay);
    await owner.goto(contractUrl);
    await owner.getByText(ja.status.contract.active).first().waitFor();
    await moveClock(clock, portal.url, dayOf(endDay).add({ days: 1 }).toString());
    await owner.goto(contractUrl);
    await owner.getByText(ja.status.contract.ended).first().waitFor();
    await portal.waitForMail(email, /契約終了のお知らせ/);
  });
});
