import { lookTwice } from "./look.ts";
import { acceptedContract } from "#test/helpers/accepted-contract.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { setSandboxClock } from "#app/gateways/sandbox.ts";
import { ja } from "#app/i18n/ja.ts";
import { createCustomerAccount, createStaff } from "#app/usecases/accounts/create-account.ts";
import { importBankFile } from "#app/usecases/finance/bank/import-bank-file.ts";
import { openBrowser, screenshot, type TestBrowser } from "#test/helpers/browser.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { openTestWeb, type TestWeb } from "#test/helpers/web.ts";
import { startSandbox, type RunningSandbox } from "../sandbox/start.ts";
import { expectHeading, press, signIn } from "./people.ts";

const password = "correct horse battery";
const emails = { finance: "finance@operator.example", admin: "admin@operator.example" };
const { months: t, receipts, finance: words } = ja;

/** April is closed, opened again by an administrator, and what comes late is booked in May. */
describe("the closing of a month, without scripts", () => {
  const state = mkdtempSync(join(tmpdir(), "month-close-"));
  let sandbox: RunningSandbox;
  let fixture: TestPortal;
  let web: TestWeb;
  let browser: TestBrowser;
  let page: Page;
  let url = "";

  const moveTo = async (instant: string) => {
    await fixture.moveTo(instant);
    await setSandboxClock(sandbox.url, new Date(instant));
  };
  const bankFile = async (day: string, amount: number) => {
    const text = ["取引日,摘要,お預入金額", `${day},ﾔﾏﾀﾞ ﾀﾛｳ,${amount}`].join("\r\n");
    const file = { name: "nyukin.csv", bytes: new TextEncoder().encode(text), isCut: false };
    await importBankFile(await fixture.staff("finance"), file);
  };

  beforeAll(async () => {
    sandbox = await startSandbox({ state });
    fixture = await openTestPortal({ sandboxUrl: sandbox.url });
    web = await openTestWeb(fixture.portal);
    browser = await openBrowser();
    await moveTo("2030-03-01T10:00:00+09:00");
    const { customerId } = await createCustomerAccount(fixture.portal, {
      ...{ companyName: "株式会社みなと商事", name: "港 一郎" },
      ...{ email: "owner@minato.example", password },
    });
    for (const role of ["finance", "admin"] as const) {
      const name = role === "finance" ? "経理 花子" : "管理 太郎";
      await createStaff(fixture.portal, { email: emails[role], name, password, role });
    }
    await acceptedContract(fixture, customerId, "2030-04-01");
    await moveTo("2030-05-02T10:00:00+09:00");
    await bankFile("2030/04/30", 70_000);
    url = `http://127.0.0.1:${web.port}`;
    page = await browser.newPage({ width: 1440, javaScript: false });
    await page.goto(url);
    await signIn(page, emails.finance, password);
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await screenshot(page, "failed-month-close");
  });

  afterAll(async () => {
    await browser?.close();
    await web?.close();
    await fixture?.close();
    await sandbox?.stop();
    rmSync(state, { recursive: true, force: true });
  });

  const look = (name: string, where = page) => lookTwice(where, `month-${name}`);

  test("what is open is listed, each with the way to where it is settled", async () => {
    await page.goto(`${url}/finance/months`);
    await look("list");
    await page.getByRole("link", { name: t.monthOf("2030", "04") }).click();
    await expectHeading(page, t.monthOf("2030", "04"));
    await page.getByText(t.notMet(2)).waitFor();
    await look("open");
    await page.getByRole("link", { name: t.names["pull"]! }).click();
    await press(page, words.payouts.pull);
    await page.waitForURL(/booked=/);
    await page.goto(`${url}/finance/months/2030-04`);
    await page.getByText(t.notMet(1)).waitFor();
    await page.getByRole("link", { name: "ヤマダ タロウ" }).click();
    await page.fill("textarea[name=reason]", "当社の別の事業の入金");
    await press(page, receipts.receipt.setAside);
    await page.getByText(receipts.done["setAside"]!).waitFor();
  });

  test("the month is closed upon a page of its own, and has a statement", async () => {
    await page.goto(`${url}/finance/months/2030-04`);
    await page.getByText(t.allMet).waitFor();
    await look("ready");
    await page.getByRole("link", { name: t.close }).click();
    await expectHeading(page, t.closure.title(t.monthOf("2030", "04")));
    await look("closure");
    await press(page, t.closure.submit);
    await page.getByText(t.done["closed"]!).waitFor();
    await look("closed");
    await page.getByRole("link", { name: t.statement.link }).click();
    await page.getByText(t.statement.unchanged).waitFor();
    await look("statement");
  });

  test("its journal is saved for each package", async () => {
    for (const name of Object.keys(t.formats)) {
      const address = `${url}/finance/months/2030-04/journal.csv?for=${name}`;
      const answer = await page.context().request.get(address);
      expect(answer.status()).toBe(200);
      expect(answer.headers()["content-disposition"]).toBe(
        `attachment; filename="journal-2030-04-${name}.csv"`,
      );
    }
  });

  test("what comes late is booked on the first open day", async () => {
    await bankFile("2030/04/29", 5_000);
    const [late] = await fixture.test.asSuperuser<{ day: string; counts: string }>(
      `select day::text as day, value_day::text as counts from ledger_transaction
       order by recorded_at desc limit 1`,
    );
    expect(late).toEqual({ day: "2030-05-01", counts: "2030-04-29" });
  });

  test("an administrator opens it again with a reason, and its closing stays on record", async () => {
    const admin = await browser.newPage({ width: 1440, javaScript: false });
    await admin.goto(url);
    await signIn(admin, emails.admin, password);
    await admin.goto(`${url}/admin/months`);
    await look("admin", admin);
    await admin.getByRole("link", { name: t.reopen }).last().click();
    await expectHeading(admin, t.reopening.title(t.monthOf("2030", "04")));
    await press(admin, t.reopening.submit);
    await admin.getByText(t.problems.reasonMissing).first().waitFor();
    await look("reason-missing", admin);
    await admin.fill("textarea[name=reason]", "請求漏れの訂正");
    await press(admin, t.reopening.submit);
    await admin.getByText(t.done["reopened"]!).waitFor();
    await look("reopened", admin);
    await page.goto(`${url}/finance/months/2030-04`);
    await page.getByText("請求漏れの訂正").waitFor();
    await look("open-again");
  });
});
