import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { formatYen } from "#app/i18n/format.ts";
import { ja } from "#app/i18n/ja.ts";
import { moneyBack } from "#test/helpers/money-back.ts";
import { openMoneyWorld, type MoneyWorld } from "#test/helpers/money-world.ts";
import { lookTwice } from "./look.ts";
import { openMoneyStage, type MoneyStage } from "./money-stage.ts";
import { expectHeading, press } from "./people.ts";

const { adjustments: t, approvals } = ja;

/** What finance changes about invoices that were issued: less, paid from a credit, lost, or more. */
describe("corrections, set-off and write-off, without scripts", () => {
  let world: MoneyWorld;
  let stage: MoneyStage;
  let finance: Page;
  let second: Page;
  let owner: Page;
  let url = "";
  let customerId = "";
  let [paid, debt] = ["", ""];

  beforeAll(async () => {
    world = await openMoneyWorld();
    stage = await openMoneyStage(world.portal, "adjustments", {
      finance: "finance",
      second: "finance",
    });
    ({ url, customerId } = stage);
    paid = (await moneyBack(world).paid(300_000, customerId)).invoiceId;
    debt = (await world.issueInvoice(200_000, customerId)).invoiceId;
    finance = await stage.openAs("finance");
    second = await stage.openAs("second");
    owner = await stage.openAs("owner");
  });

  afterEach(({ task }) => stage?.pictureOf(task));
  afterAll(async () => {
    await stage?.close();
    await world?.close();
  });

  const look = (page: Page, name: string) => lookTwice(page, `adjustments-${name}`);
  const textOf = (page: Page) => page.locator("main").innerText();
  const open = async (invoiceId: string) => {
    await finance.goto(`${url}/finance/invoices/${customerId}/${invoiceId}/adjustment`);
    await expectHeading(finance, /訂正・相殺・貸倒れ/);
  };
  const formWith = (button: string) =>
    finance.locator("form").filter({ has: finance.getByRole("button", { name: button }) });

  /** Somebody else approves what was asked for last. */
  async function approve(amount: number): Promise<void> {
    await finance.getByText(approvals.done["proposed"]!).waitFor();
    await second.goto(finance.url().replace(/\?.*/, ""));
    await press(second, approvals.approve.button(formatYen(amount)));
    await second.getByText(approvals.done["approved"]!).waitFor();
  }

  test("a paid invoice is corrected, and the customer has a credit", async () => {
    await open(paid);
    const form = formWith(t.correction.submit);
    await form.locator("input[name='line.0']").fill("999999");
    await form.locator("textarea[name=reason]").fill("監視台数の数え違い。");
    await press(finance, t.correction.submit);
    await finance.getByText(t.problems.tooMuch).first().waitFor();
    expect(await form.locator("textarea[name=reason]").inputValue()).toBe("監視台数の数え違い。");
    await look(finance, "refused");
    await form.locator("input[name='line.0']").fill("50000");
    await press(finance, t.correction.submit);
    await approve(55_000);
    await look(second, "approved");
    await owner.goto(`${url}/portal/invoices/${paid}`);
    expect(await textOf(owner)).toContain(ja.invoice.creditNotes.title);
    expect(await textOf(owner)).toContain(formatYen(55_000));
    await look(owner, "credit-note");
  });

  test("the credit pays another invoice", async () => {
    await open(paid);
    await look(finance, "set-off");
    await press(finance, t.setOff.submit);
    await finance.getByText(t.setOffDone).waitFor();
    await owner.goto(`${url}/portal/invoices/${debt}`);
    expect(await textOf(owner)).toContain(formatYen(165_000));
    await look(owner, "paid-in-part");
  });

  test("what is left is written off, and damage is charged", async () => {
    await open(debt);
    await formWith(t.writeOff.submit).locator("textarea[name=reason]").fill("破産手続の終結。");
    await press(finance, t.writeOff.submit);
    await approve(165_000);
    await finance.goto(`${url}/finance/invoices/${customerId}/${debt}`);
    expect(await textOf(finance)).toContain(ja.status.invoice.writtenOff);
    await look(finance, "written-off");
    await open(paid);
    const form = formWith(t.charge.submit);
    await form.locator("input[name=net]").fill("80000");
    await form.locator("input[name=item]").fill("接続機器の修理費");
    await form.locator("textarea[name=reason]").fill("お客様の過失による破損。");
    await press(finance, t.charge.submit);
    await approve(80_000);
    await finance.goto(`${url}/finance/approvals`);
    await look(finance, "approvals");
  });
});
