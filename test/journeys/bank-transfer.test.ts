import { lookTwice } from "./look.ts";
import { acceptedContract } from "#test/helpers/accepted-contract.ts";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { formatYen } from "#app/i18n/format.ts";
import { ja } from "#app/i18n/ja.ts";
import { createCustomerAccount, createStaff } from "#app/usecases/accounts/create-account.ts";
import { readUnsettledInvoices } from "#db/queries/unsettled-invoices.ts";
import {
  expectAccessible,
  openBrowser,
  screenshot,
  type TestBrowser,
} from "#test/helpers/browser.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { openTestWeb, type TestWeb } from "#test/helpers/web.ts";
import { press, signIn } from "./people.ts";

const password = "correct horse battery";
const finance = "finance@operator.example";
const owner = "owner@minato.example";
const companyName = "株式会社みなと商事";
const { receipts: t } = ja;

/** Transfers come in by a file: one is sure, one is decided by a person and taken back (A12.2). */
describe("bank transfers, without scripts", () => {
  let fixture: TestPortal;
  let web: TestWeb;
  let browser: TestBrowser;
  let page: Page;
  let customerId = "";
  let receipts = "";
  let debts: Awaited<ReturnType<typeof readUnsettledInvoices>> = [];

  const readDebts = () =>
    fixture.portal.database.transaction({ role: "portal_staff" }, (tx) =>
      readUnsettledInvoices(tx, customerId),
    );

  beforeAll(async () => {
    fixture = await openTestPortal();
    web = await openTestWeb(fixture.portal);
    browser = await openBrowser();
    await fixture.moveTo("2030-03-01T10:00:00+09:00");
    const person = { name: "港 一郎", email: owner, password };
    ({ customerId } = await createCustomerAccount(fixture.portal, { companyName, ...person }));
    const staff = { email: finance, name: "経理 花子", password, role: "finance" } as const;
    await createStaff(fixture.portal, staff);
    await acceptedContract(fixture, customerId, "2030-04-01");
    await acceptedContract(fixture, customerId, "2030-04-02");
    await fixture.moveTo("2030-04-03T10:00:00+09:00");
    debts = await readDebts();
    const url = `http://127.0.0.1:${web.port}`;
    receipts = `${url}/finance/receipts`;
    page = await browser.newPage({ width: 1440, javaScript: false });
    await page.goto(url);
    await signIn(page, finance, password);
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await screenshot(page, "failed-bank-transfer");
  });

  afterAll(async () => {
    await browser?.close();
    await web?.close();
    await fixture?.close();
  });

  const look = (name: string) => lookTwice(page, `bank-${name}`);

  async function upload(lines: string[]): Promise<void> {
    const buffer = Buffer.from(["取引日,摘要,お預入金額", ...lines].join("\r\n"));
    await page.setInputFiles("input[name=file]", {
      ...{ name: "nyukin.csv", mimeType: "text/csv", buffer },
    });
    await press(page, t.upload.submit);
  }

  test("a file with faults brings nothing, and says each with its place", async () => {
    await page.goto(receipts);
    await look("empty");
    await upload(["2030/04/31,ﾐﾅﾄｼﾖｳｼﾞ,1000", "2030/04/03,ﾔﾏﾀﾞ ﾀﾛｳ,千円"]);
    await page.getByText(t.problems.invalid(2)).first().waitFor();
    const text = await page.locator("main").innerText();
    for (const words of [t.faults.day, t.faults.amount, "2030/04/31", "千円"]) {
      expect(text).toContain(words);
    }
    await look("faults");
  });

  test("what is sure is applied by itself, and the rest waits", async () => {
    const [first, second] = debts;
    await upload([
      `2030/04/03,ｶ)ﾐﾅﾄｼﾖｳｼﾞ ${first?.number},${first?.owed}`,
      `2030/04/03,ﾔﾏﾀﾞ ﾀﾛｳ,${(second?.owed ?? 0) - 100_000}`,
    ]);
    await page.getByText(t.imported(2)).waitFor();
    await page.getByText(t.importedApplied(1)).waitFor();
    await look("imported");
    expect((await readDebts()).map(({ number }) => number)).toEqual([second?.number]);
  });

  test("a person finds the company, applies a part, and sees what was wrong with it", async () => {
    await page.getByRole("link", { name: "ヤマダ タロウ" }).click();
    await page.fill("input[name=company]", "みなと");
    await press(page, t.receipt.find);
    const amount = page.getByLabel(t.receipt.partAmountOf(debts[1]?.number ?? "")).first();
    await amount.fill(String(debts[1]?.owed));
    await page.getByRole("button", { name: t.receipt.applyTo(companyName) }).click();
    await page.getByText(t.decisionFaults["tooMuch"]!).first().waitFor();
    expect(await amount.inputValue()).toBe(String(debts[1]?.owed));
    await look("too-much");
    await amount.fill(String((debts[1]?.owed ?? 0) - 100_000));
    await page.getByRole("button", { name: t.receipt.applyTo(companyName) }).click();
    await page.getByText(t.done["matched"]!).waitFor();
    await look("matched");

    const customer = await browser.newPage({ width: 1440, javaScript: false });
    await customer.goto(receipts.replace("/finance/receipts", ""));
    await signIn(customer, owner, password);
    await customer.goto(
      receipts.replace("/finance/receipts", `/portal/invoices/${debts[1]?.invoiceId}`),
    );
    expect(await customer.locator("main").innerText()).toContain(formatYen(100_000));
    await expectAccessible(customer);
    await screenshot(customer, "bank-invoice-partly-paid-1440");
  });

  test("the match is taken back with a reason, and the invoice is owed again", async () => {
    await press(page, t.receipt.undoButton);
    await page.getByText(t.decisionFaults["reasonMissing"]!).first().waitFor();
    await page.fill("textarea[name=reason]", "別の会社の入金と分かりました。");
    await press(page, t.receipt.undoButton);
    await page.getByText(t.done["undone"]!).waitFor();
    await look("undone");
    expect(await readDebts()).toEqual([debts[1]]);
  });
});
