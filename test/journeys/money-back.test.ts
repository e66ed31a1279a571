import { lookTwice } from "./look.ts";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { formatYen } from "#app/i18n/format.ts";
import { ja } from "#app/i18n/ja.ts";
import { moneyBack } from "#test/helpers/money-back.ts";
import { openMoneyWorld, type MoneyWorld } from "#test/helpers/money-world.ts";
import { openMoneyStage, type MoneyStage } from "./money-stage.ts";
import { expectHeading, press } from "./people.ts";

const { refunds: t, approvals } = ja;

/** Money that goes back to a customer: asked for, approved by a second person, or taken by the card's issuer. */
describe("refunds and chargebacks, without scripts", () => {
  let world: MoneyWorld;
  let money: ReturnType<typeof moneyBack>;
  let stage: MoneyStage;
  let finance: Page;
  let second: Page;
  let owner: Page;
  let url = "";
  let customerId = "";

  beforeAll(async () => {
    world = await openMoneyWorld();
    money = moneyBack(world);
    stage = await openMoneyStage(world.portal, "money-back", {
      finance: "finance",
      second: "admin",
    });
    ({ url, customerId } = stage);
    finance = await stage.openAs("finance");
    second = await stage.openAs("second");
    owner = await stage.openAs("owner");
  });

  afterEach(({ task }) => stage?.pictureOf(task));
  afterAll(async () => {
    await stage?.close();
    await world?.close();
  });

  const look = (page: Page, name: string) => lookTwice(page, `money-back-${name}`);
  const textOf = (page: Page) => page.locator("main").innerText();

  test("a refund is asked for by one, approved by another, and seen by the customer", async () => {
    const paid = await money.paid(300_000, customerId);
    const { invoiceId, total } = paid;
    await finance.goto(`${url}/finance/invoices/${customerId}/${invoiceId}`);
    await finance.getByRole("link", { name: t.propose.link }).click();
    await expectHeading(finance, t.propose.title);
    await finance.fill("input[name=amount]", String(total + 1));
    await press(finance, t.propose.button);
    await finance.getByText(t.problems.reasonMissing).first().waitFor();
    await look(finance, "proposal-refused");
    await finance.fill("input[name=amount]", "100000");
    await finance.fill("textarea[name=reason]", "二重にお支払いいただいたため。");
    await press(finance, t.propose.button);
    await finance.getByText(approvals.done["proposed"]!).waitFor();
    // Whoever has asked for it can't approve it.
    await finance.getByText(approvals.withdraw.lead).waitFor();
    await look(finance, "proposed");

    await second.goto(finance.url().replace(/\?.*/, ""));
    await look(second, "approval");
    await press(second, approvals.approve.button(formatYen(100_000)));
    await second.getByText(approvals.done["approved"]!).waitFor();
    await money.workRefunds();
    await money.hear();

    await finance.goto(`${url}/finance/refunds`);
    await look(finance, "list");
    await finance.locator('main a[href*="/finance/refunds/"]').first().click();
    await expectHeading(finance, /返金/);
    expect(await textOf(finance)).toContain(ja.status.refund.succeeded);
    await look(finance, "refund");
    await owner.goto(`${url}/portal/invoices/${invoiceId}`);
    await owner.getByText(t.ofInvoice.refund(t.methods.card)).waitFor();
    expect(await textOf(owner)).toContain(formatYen(100_000));
    await look(owner, "customer-refund");
  });

  test("a chargeback that is lost opens the debt again", async () => {
    const paid = await money.paid(200_000, customerId);
    const { invoiceId, total } = paid;
    const { id } = await money.dispute(paid.chargeId);
    await money.hear();
    await owner.goto(`${url}/portal/invoices/${invoiceId}`);
    await owner.getByText(t.ofInvoice.disputedTitle).waitFor();
    await finance.goto(`${url}/finance/refunds`);
    await finance.locator('main a[href*="/finance/disputes/"]').first().click();
    await expectHeading(finance, /チャージバック/);
    await look(finance, "dispute-open");
    await money.endDispute(id, "lost");
    await money.hear();
    await finance.reload();
    await finance.getByText(t.dispute.todo.lost.title).waitFor();
    await press(finance, t.dispute.close.button);
    await finance.getByText(t.problems.reasonMissing).first().waitFor();
    await finance.fill("textarea[name=text]", "お客様に振込みでのお支払いをお願いした。");
    await press(finance, t.dispute.close.button);
    await finance.getByText(t.done["closed"]!).waitFor();
    await look(finance, "dispute-lost");
    await owner.goto(`${url}/portal/invoices/${invoiceId}`);
    expect(await textOf(owner)).toContain(formatYen(total));
    await owner.getByText(ja.status.dispute.lost).first().waitFor();
    await look(owner, "customer-lost");
  });

  test("what Stripe tells differently is listed", async () => {
    await finance.goto(`${url}/finance/comparison`);
    await expectHeading(finance, t.comparison.title);
    await look(finance, "comparison");
  });
});
