import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { setSandboxClock } from "#app/gateways/sandbox.ts";
import { newIdentifier } from "#app/identifier.ts";
import { formatDay, formatYen } from "#app/i18n/format.ts";
import { ja } from "#app/i18n/ja.ts";
import { createCustomerAccount } from "#app/usecases/accounts/create-account.ts";
import { readUnsettledInvoices } from "#db/queries/unsettled-invoices.ts";
import { at, dayOf } from "#machines/calendar.ts";
import { acceptedContract } from "#test/helpers/accepted-contract.ts";
import { openBrowser, screenshot, type TestBrowser } from "#test/helpers/browser.ts";
import { workCardEffects } from "#test/helpers/card-world.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { openTestWeb, type TestWeb } from "#test/helpers/web.ts";
import { startSandbox, type RunningSandbox } from "#test/sandbox/start.ts";
import { lookTwice } from "./look.ts";
import { expectHeading, payByCard, press, signIn } from "./people.ts";

const password = "correct horse battery";
const email = "owner@minato.example";
const { cards: t, invoice: words } = ja;

/** A card is saved once and pays by itself, with its holder where the issuer asks for that (A12.2). */
describe("a saved card, without scripts", () => {
  const state = mkdtempSync(join(tmpdir(), "portal-cards-"));
  let sandbox: RunningSandbox;
  let fixture: TestPortal;
  let web: TestWeb;
  let browser: TestBrowser;
  let page: Page;
  let url = "";
  let customerId = "";

  async function goTo(day: string, hour = 10): Promise<void> {
    const instant = at(dayOf(day), hour);
    await setSandboxClock(sandbox.url, new Date(instant));
    await fixture.moveTo(instant);
    await workCardEffects(fixture.portal, fixture.test);
  }

  const debts = () =>
    fixture.portal.database.transaction({ role: "portal_staff" }, (tx) =>
      readUnsettledInvoices(tx, customerId),
    );

  const look = (name: string) => lookTwice(page, `card-${name}`);
  const text = () => page.locator("main").innerText();

  /** Consents and enters a card at Stripe; its issuer wants the holder where `challenged`. */
  async function saveCard(number: string, challenged: boolean): Promise<void> {
    await page.goto(`${url}/portal/card/new`);
    await page.check("input[name=agreed]");
    await press(page, t.saving.submit);
    await payByCard(page, number);
    if (challenged) await press(page, "認証を完了する");
    await page.waitForURL(/\/portal\/card\?result=saved/);
    await workCardEffects(fixture.portal, fixture.test);
  }

  beforeAll(async () => {
    sandbox = await startSandbox({ state });
    fixture = await openTestPortal({ sandboxUrl: sandbox.url });
    web = await openTestWeb(fixture.portal);
    url = `http://127.0.0.1:${web.port}`;
    // Stripe and the bank send the browser back to where it can be reached.
    Object.assign(fixture.portal, { appUrl: url });
    browser = await openBrowser();
    await goTo("2030-03-01");
    const person = { name: "港 一郎", email, password };
    const companyName = "株式会社みなと商事";
    ({ customerId } = await createCustomerAccount(fixture.portal, { companyName, ...person }));
    await acceptedContract(fixture, customerId, "2030-04-01");
    await goTo("2030-04-03");
    page = await browser.newPage({ width: 1440, javaScript: false });
    await page.goto(url);
    await signIn(page, email, password);
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await screenshot(page, "failed-saved-card");
  });

  afterAll(async () => {
    await browser?.close();
    await web?.close();
    await fixture?.close();
    await sandbox?.stop();
    rmSync(state, { recursive: true, force: true });
  });

  test("is saved with a consent, after its holder authenticated it", async () => {
    await page.goto(`${url}/portal/card`);
    await expectHeading(page, t.title);
    await look("none");
    await page.getByRole("link", { name: t.save, exact: true }).click();
    await expectHeading(page, t.saving.title);
    await press(page, t.saving.submit);
    await page.getByText(t.saving.problem).first().waitFor();
    await look("consent-missing");
    await saveCard("4000002760003184", true);
    await page.getByText(t.results.saved).waitFor();
    expect(await text()).toContain(t.named("visa", "3184"));
    await look("saved");
  });

  test("pays an invoice that was not stopped, with its holder where the issuer asks", async () => {
    const [debt] = await debts();
    if (!debt) throw new Error("Nothing is owed.");
    const invoice = `${url}/portal/invoices/${debt.invoiceId}`;
    const dueDay = debt.dueDay ?? "";
    await page.goto(invoice);
    const planned = t.collection.planned(
      ...([t.named("visa", "3184"), formatDay(dueDay), formatYen(debt.owed)] as const),
    );
    expect(await text()).toContain(planned);
    await look("planned");
    await press(page, t.collection.stop);
    await page.getByText(t.collection.stopped).waitFor();
    await press(page, t.collection.resume);
    await page.getByText(planned).waitFor();

    await goTo(dueDay);
    await page.goto(invoice);
    await press(page, words.pay.continueButton);
    await page.getByText(t.authentication.title).waitFor();
    await look("action");
    await press(page, t.authentication.submit);
    await press(page, "認証に失敗する");
    await page.getByText(t.authentication.failed).waitFor();
    await press(page, t.authentication.submit);
    await press(page, "認証を完了する");
    await page.getByText(words.payment.standing.paid).waitFor();
    await page.goto(invoice);
    expect(await text()).toContain(words.state.paid(formatDay(dueDay)));
    await look("paid-with-holder");
  });

  test("pays the rest of what a transfer left, by itself on the due day", async () => {
    await saveCard("4242424242424242", false);
    await acceptedContract(fixture, customerId, "2030-07-01");
    await goTo("2030-07-02");
    const [debt] = await debts();
    if (!debt) throw new Error("Nothing is owed.");
    const { invoiceId, owed } = debt;
    const part = 300_000;
    const staff = await fixture.staff("finance");
    const outcome = await fixture.portal.dispatch({
      ...{ customerId, machineId: newIdentifier(), kind: "bankReceipt", commandId: "apply" },
      actor: { kind: "staff", userId: staff.userId, role: "finance" },
      receivedAt: staff.receivedAt,
      event: {
        ...{ type: "apply", receiptId: newIdentifier(), amount: part, valueDay: "2030-07-02" },
        allocations: [{ invoiceId, amount: part, fee: 0 }],
      },
    });
    expect(outcome).toMatchObject({ ok: true });
    await page.goto(`${url}/portal/invoices/${invoiceId}`);
    const dueDay = debt.dueDay ?? "";
    const rest = formatYen(owed - part);
    expect(await text()).toContain(
      t.collection.planned(t.named("visa", "4242"), formatDay(dueDay), rest),
    );
    await goTo(dueDay);
    await page.goto(`${url}/portal/invoices/${invoiceId}`);
    expect(await text()).toContain(words.state.paid(formatDay(dueDay)));
    expect(await text()).toContain(words.attempts.events.charge);
    await look("paid-by-itself");
  });

  test("is removed on a page that says what then happens", async () => {
    await page.goto(`${url}/portal/card`);
    await page.getByRole("link", { name: t.remove, exact: true }).click();
    await expectHeading(page, t.removal.title);
    await look("removal");
    await press(page, t.removal.submit);
    await page.getByText(t.results.removed).waitFor();
    expect(await text()).toContain(t.none);
  });
});
