import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { setSandboxClock } from "#app/gateways/sandbox.ts";
import { ja } from "#app/i18n/ja.ts";
import { createStaff } from "#app/usecases/accounts/create-account.ts";
import { openBrowser, screenshot, type TestBrowser } from "#test/helpers/browser.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { openTestWeb, type TestWeb } from "#test/helpers/web.ts";
import { startSandbox, type RunningSandbox } from "../sandbox/start.ts";
import { lookTwice } from "./look.ts";
import { press, signIn } from "./people.ts";

const [email, password] = ["finance@operator.example", "correct horse battery"];
const { receipts: t, finance: words, months, work } = ja;
const own = t.receipt.payouts;

/** What Stripe pays out is found in the bank's file, by itself or by a person, and fails after all. */
describe("a payout at the bank, without scripts", () => {
  const state = mkdtempSync(join(tmpdir(), "payout-at-bank-"));
  let sandbox: RunningSandbox;
  let fixture: TestPortal;
  let web: TestWeb;
  let browser: TestBrowser;
  let page: Page;
  let url = "";

  const control = async (path: string, body: object) => {
    const headers = { "content-type": "application/json" };
    const request = { method: "POST", headers, body: JSON.stringify(body) };
    const response = await fetch(`${sandbox.url}/_sandbox${path}`, request);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return (await response.json()) as { id: string };
  };
  const payOut = async (amount: number) => {
    await control("/balance", { type: "stripe_fee", amount });
    return (await control("/payouts", {})).id;
  };

  beforeAll(async () => {
    sandbox = await startSandbox({ state });
    fixture = await openTestPortal({ sandboxUrl: sandbox.url });
    web = await openTestWeb(fixture.portal);
    browser = await openBrowser();
    const now = "2030-04-16T10:00:00+09:00";
    await fixture.moveTo(now);
    await setSandboxClock(sandbox.url, new Date(now));
    await createStaff(fixture.portal, { email, name: "経理 花子", password, role: "finance" });
    url = `http://127.0.0.1:${web.port}`;
    page = await browser.newPage({ width: 1440, javaScript: false });
    await page.goto(url);
    await signIn(page, email, password);
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await screenshot(page, "failed-payout-at-bank");
  });

  afterAll(async () => {
    await browser?.close();
    await web?.close();
    await fixture?.close();
    await sandbox?.stop();
    rmSync(state, { recursive: true, force: true });
  });

  const look = (name: string) => lookTwice(page, `payout-at-bank-${name}`);
  const pull = async () => {
    await page.goto(`${url}/finance/payouts`);
    await press(page, words.payouts.pull);
    await page.waitForURL(/booked=/);
  };
  const upload = async (...lines: string[]) => {
    await page.goto(`${url}/finance/receipts`);
    const buffer = Buffer.from(["取引日,摘要,お預入金額", ...lines].join("\r\n"));
    const file = { name: "nyukin.csv", mimeType: "text/csv", buffer };
    await page.setInputFiles("input[name=file]", file);
    await press(page, t.upload.submit);
    await page.waitForURL(/added=/);
  };
  let [sure, doubtful] = ["", ""];

  test("waits for its line, and says since when", async () => {
    sure = await payOut(480_000);
    doubtful = await payOut(120_000);
    await pull();
    await page.goto(`${url}/finance/payouts/${sure}`);
    await page.getByText(words.payout.bank.missing).waitFor();
    await look("missing");
  });

  test("is found in the file by itself, and what is not sure is left to a person", async () => {
    await upload("2030/04/16,振込 ｽﾄﾗｲﾌﾟｼﾞﾔﾊﾟﾝ(ｶ,480000", "2030/04/16,振込 ｽﾄﾗｲﾌﾟﾌﾞﾂｻﾝ,120000");
    await page.getByText(t.importedPayouts(1)).waitFor();
    await look("imported");
    await page.goto(`${url}/finance/payouts/${sure}`);
    await page.getByText(words.payout.bank.cameOn("2030/04/16")).waitFor();
    await look("came");
    await page.goto(`${url}/finance/payouts`);
    await look("payouts");
    await page.goto(`${url}/finance/receipts`);
    await page.getByRole("link", { name: "ストライプブツサン" }).click();
    await page.getByRole("heading", { name: own.title }).waitFor();
    await look("proposed");
    await press(page, own.matchTo(doubtful));
    await page.getByText(t.done["matchedPayout"]!).waitFor();
    await look("matched");
    await press(page, t.receipt.undoButton);
    await page.getByText(t.decisionFaults["reasonMissing"]!).first().waitFor();
    await page.fill("textarea[name=reason]", "別の会社の入金");
    await press(page, t.receipt.undoButton);
    await page.getByText(t.done["undone"]!).waitFor();
  });

  test("from Stripe that fits none says what to do", async () => {
    await upload("2030/04/15,STRIPE JAPAN,99999");
    await page.getByRole("link", { name: "STRIPE JAPAN" }).click();
    await page.getByText(own.unknown).waitFor();
    await look("unknown");
  });

  test("that failed after it came in is a task, until a person has seen it go back", async () => {
    await control(`/payouts/${sure}`, { status: "failed" });
    await pull();
    await page.goto(`${url}/finance/payouts/${sure}`);
    await page.getByText(words.payout.bank.contradiction).waitFor();
    await look("failed");
    await page.goto(`${url}/operations?role=finance&kind=checkReturnedPayout`);
    await page.getByText(work.kinds.checkReturnedPayout).first().waitFor();
    await page.getByRole("link", { name: new RegExp(sure) }).click();
    await page.getByText(own.contradiction).waitFor();
    await look("contradiction");
    await press(page, own.sentBackFor(sure));
    await page.getByText(t.done["matchedPayout"]!).waitFor();
    await look("sent-back");
  });

  test("keeps its month open until somebody says why no file has it", async () => {
    await page.goto(`${url}/finance/months/2030-04`);
    await page.getByText(months.names["notAtBank"]!).first().waitFor();
    await look("month");
  });
});
