import { lookTwice } from "./look.ts";
import { acceptedContract } from "#test/helpers/accepted-contract.ts";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ja } from "#app/i18n/ja.ts";
import { newIdentifier } from "#app/identifier.ts";
import { createCustomerAccount, createStaff } from "#app/usecases/accounts/create-account.ts";
import { sendAsOperations } from "#app/usecases/contracts/staff-command.ts";
import { openBrowser, type TestBrowser } from "#test/helpers/browser.ts";
import { placeOrder } from "#test/helpers/orders.ts";
import { readPdf } from "#test/helpers/pdf-text.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { openTestWeb, type TestWeb } from "#test/helpers/web.ts";
import { expectHeading, press, signIn } from "./people.ts";

const password = "correct horse battery";
const { consents, work } = ja;
const emails = {
  owner: "owner@minato.example",
  operations: "operations@operator.example",
  colleague: "colleague@operator.example",
  finance: "finance@operator.example",
};
let fixture: TestPortal;
let web: TestWeb;
let browser: TestBrowser;
let url = "";
let customerId = "";

beforeAll(async () => {
  fixture = await openTestPortal();
  web = await openTestWeb(fixture.portal);
  url = `http://127.0.0.1:${web.port}`;
  browser = await openBrowser();
  await fixture.moveTo("2030-03-01T10:00:00+09:00");
  const account = { companyName: "株式会社みなと商事", name: "港 一郎", password };
  const owner = await createCustomerAccount(fixture.portal, { ...account, email: emails.owner });
  customerId = owner.customerId;
  const staff = (email: string, name: string, role: "operations" | "finance") =>
    createStaff(fixture.portal, { email, name, password, role });
  await staff(emails.operations, "運用 花子", "operations");
  await staff(emails.colleague, "運用 太郎", "operations");
  await staff(emails.finance, "経理 次郎", "finance");
  await acceptedContract(fixture, customerId, "2030-04-01");
  await fixture.moveTo("2030-04-02T10:00:00+09:00");
  await placeOrder(await fixture.member(customerId), "2030-06-01");
});

afterAll(async () => {
  await browser?.close();
  await web?.close();
  await fixture?.close();
});

async function openAs(name: keyof typeof emails, width = 1440, javaScript = false) {
  const page = await browser.newPage({ width, javaScript });
  await page.goto(url);
  await signIn(page, emails[name], password);
  return page;
}

describe("consent in writing, without scripts", () => {
  let requestUrl = "";

  test("the owner asks; what is missing is said and nothing typed is lost", async () => {
    const page = await openAs("owner");
    await page.goto(`${url}/portal/consents`);
    await page.getByRole("link", { name: consents.new, exact: true }).click();
    await expectHeading(page, consents.newTitle);
    await page.fill("textarea[name=text]", "子会社に監視結果を提供します。");
    await press(page, consents.send);
    await page
      .getByText(consents.problems["kind"] ?? "")
      .first()
      .waitFor();
    await lookTwice(page, "consent-new");
    expect(await page.inputValue("textarea[name=text]")).toBe("子会社に監視結果を提供します。");
    await page.locator("input[name=kind][value=resale]").check();
    await press(page, consents.send);
    await page.getByRole("status").waitFor();
    requestUrl = page.url().replace(/\?.*/, "");
    await lookTwice(page, "consent-asked");
  });

  test("staff find it in their list, take it, and consent under conditions", async () => {
    const page = await openAs("operations");
    await page.goto(`${url}/operations`);
    await expectHeading(page, work.title);
    const row = page.getByRole("row", { name: new RegExp(work.kinds.decideConsent) });
    await row.getByRole("button", { name: work.take }).click();
    expect(await page.getByRole("status").innerText()).toContain(work.done.taken);
    await row.locator("th a").first().click();
    await page.getByRole("link", { name: consents.toConsent, exact: true }).click();
    await lookTwice(page, "consent-decision");
    await press(page, consents.submitConsent);
    await page
      .getByText(consents.problems["missing"] ?? "")
      .first()
      .waitFor();
    await page.fill("textarea[name=text]", "子会社以外には提供しないこと。");
    await press(page, consents.submitConsent);
    await page.getByText(consents.done["decided"] ?? "").waitFor();
    await page.goto(`${url}/operations?kind=decideConsent`);
    await page.getByText(work.noneFiltered).waitFor();
  });

  test("the owner reads the decision and saves its paper", async () => {
    const page = await openAs("owner");
    await page.goto(requestUrl);
    await page.getByText("子会社以外には提供しないこと。").waitFor();
    await lookTwice(page, "consent-decided");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: consents.save }).click(),
    ]);
    const { text } = readPdf(readFileSync(await download.path()));
    expect(text).toContain("承諾書");
    expect(text).toContain("子会社以外には提供しないこと。");
  });
});

describe("the list of what waits", () => {
  test("tells each role its own, and is told of an owner", async () => {
    const page = await openAs("operations");
    await page.goto(`${url}/operations`);
    const row = page.getByRole("row", { name: new RegExp(work.kinds.verifyOrder) });
    await row.waitFor();
    await lookTwice(page, "work");
    await row.locator("summary").click();
    await row.getByLabel(work.giveTo).selectOption({ label: "運用 太郎" });
    await lookTwice(page, "work-giving");
    await row.locator("details button").click();
    expect(await page.getByRole("status").innerText()).toContain(work.done.given);
    expect(await row.innerText()).toContain("運用 太郎");

    const colleague = await openAs("colleague", 1440, true);
    await colleague.goto(`${url}/operations?owner=me`);
    const own = colleague.getByRole("row", { name: new RegExp(work.kinds.verifyOrder) });
    await own.getByRole("button", { name: work.release }).click();
    await colleague.getByText(work.done.released).waitFor();
    await colleague.getByText(work.noneFiltered).waitFor();
    await colleague.goto(`${url}/operations?owner=nobody`);
    await own.getByRole("link", { name: new RegExp(work.kinds.verifyOrder) }).click();
    await expectHeading(colleague, new RegExp("^お申し込み"));

    const finance = await openAs("finance");
    await finance.goto(`${url}/operations`);
    await finance.getByText(work.none).waitFor();
    await lookTwice(finance, "work-empty");
    await finance.goto(`${url}/operations?role=operations`);
    const foreign = finance.getByRole("row", { name: new RegExp(work.kinds.verifyOrder) });
    expect(await foreign.getByRole("button").count()).toBe(0);
  });

  test("says so where the task was done by somebody else meanwhile", async () => {
    const page = await openAs("operations");
    await page.goto(`${url}/operations`);
    const row = page.getByRole("row", { name: new RegExp(work.kinds.verifyOrder) });
    const [found] = await fixture.test.asSuperuser<{ contract_id: string }>(
      "select contract_id from contract where status = 'submitted'",
    );
    const contractId = found?.contract_id ?? "";
    const target = { customerId, contractId, clickId: newIdentifier() };
    await sendAsOperations(await fixture.staff(), target, { type: "verifyMaintenance" });
    await row.getByRole("button", { name: work.take }).click();
    await page.getByText(work.problems.gone).waitFor();
    await lookTwice(page, "work-gone");
  });
});
