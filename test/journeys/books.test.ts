import { lookTwice } from "./look.ts";
import { acceptedContract } from "#test/helpers/accepted-contract.ts";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { formatYen } from "#app/i18n/format.ts";
import { ja } from "#app/i18n/ja.ts";
import { importBankFile } from "#app/usecases/finance/bank/import-bank-file.ts";
import { readUnsettledInvoices } from "#db/queries/unsettled-invoices.ts";
import { dayOf } from "#machines/calendar.ts";
import { damagesOwed } from "#machines/terms/a14-damages.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { openMoneyStage, type MoneyStage } from "./money-stage.ts";
import { expectHeading, press } from "./people.ts";

const today = "2030-07-20";
const { ledger, damages } = ja;

/** An invoice that is overdue, in the books and in the account of its late damages (A14.3). */
describe("the books, without scripts", () => {
  let fixture: TestPortal;
  let stage: MoneyStage;
  let finance: Page;
  let owner: Page;
  let url = "";
  let customerId = "";
  let debt: Awaited<ReturnType<typeof readUnsettledInvoices>>[number];

  const damagesBy = (day: string) =>
    damagesOwed("fee", debt.owed, dayOf(debt.dueDay), dayOf(day)).amount;

  beforeAll(async () => {
    fixture = await openTestPortal();
    await fixture.moveTo("2030-03-01T10:00:00+09:00");
    stage = await openMoneyStage(fixture.portal, "books", { finance: "finance" });
    ({ url, customerId } = stage);
    await acceptedContract(fixture, customerId, "2030-04-01");
    await fixture.moveTo(`${today}T10:00:00+09:00`);
    [debt] = (await fixture.portal.database.transaction({ role: "portal_staff" }, (tx) =>
      readUnsettledInvoices(tx, customerId),
    )) as [typeof debt];
    finance = await stage.openAs("finance");
    owner = await stage.openAs("owner");
  });

  afterEach(({ task }) => stage?.pictureOf(task));
  afterAll(async () => {
    await stage?.close();
    await fixture?.close();
  });

  const look = (page: Page, name: string) => lookTwice(page, `books-${name}`);

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

  test("the start page tells what waits, and a document is found by its partner", async () => {
    await finance.goto(`${url}/finance`);
    await expectHeading(finance, ja.finance.home.title);
    await look(finance, "home");
    const t = ja.documentSearch;
    await finance.goto(`${url}/finance/documents`);
    await expectHeading(finance, t.title);
    await finance.goto(`${url}/finance/documents?from=2030-01-01&to=x&least=1.5`);
    await expectHeading(finance, t.title);
    expect(await finance.title()).toMatch(/^エラー/);
    expect(await textOf(finance)).toContain(t.faults.amount);
    await look(finance, "documents-wrong");
    await finance.goto(`${url}/finance/documents?from=2030-01-01&to=${today}`);
    await finance.getByLabel(t.partner).fill("みなと");
    await press(finance, t.search);
    await expectHeading(finance, t.title);
    expect(await textOf(finance)).toContain(debt.number);
    await look(finance, "documents");
    const saved = finance.waitForEvent("download");
    await finance.getByRole("link", { name: t.fileOf(debt.number ?? "") }).click();
    expect((await saved).suggestedFilename()).toBe(`${debt.number}.pdf`);
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
