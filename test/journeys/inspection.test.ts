import { lookTwice } from "./look.ts";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ja } from "#app/i18n/ja.ts";
import { createCustomerAccount, createStaff } from "#app/usecases/accounts/create-account.ts";
import { acceptedContract } from "#test/helpers/accepted-contract.ts";
import { openBrowser, type TestBrowser } from "#test/helpers/browser.ts";
import { readPdf } from "#test/helpers/pdf-text.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { openTestWeb, type TestWeb } from "#test/helpers/web.ts";
import { expectHeading, press, signIn } from "./people.ts";

const password = "correct horse battery";
const { inspections: t, work } = ja;
const emails = {
  owner: "owner@minato.example",
  technical: "technical@minato.example",
  viewer: "viewer@minato.example",
  operations: "operations@operator.example",
};
let fixture: TestPortal;
let web: TestWeb;
let browser: TestBrowser;
let url = "";

beforeAll(async () => {
  fixture = await openTestPortal();
  web = await openTestWeb(fixture.portal);
  url = `http://127.0.0.1:${web.port}`;
  browser = await openBrowser();
  await fixture.moveTo("2030-03-01T10:00:00+09:00");
  const account = { companyName: "株式会社みなと商事", password };
  const join = (name: string, role: "owner" | "technical" | "viewer") =>
    createCustomerAccount(fixture.portal, { ...account, name, email: emails[role], role });
  const { customerId } = await join("港 一郎", "owner");
  await join("港 二郎", "technical");
  await join("港 三郎", "viewer");
  const staff = { name: "運用 花子", email: emails.operations, password };
  await createStaff(fixture.portal, { ...staff, role: "operations" });
  await acceptedContract(fixture, customerId, "2030-04-01", ["NDR-TUNE"]);
  await fixture.moveTo("2030-04-10T10:00:00+09:00");
});

afterAll(async () => {
  await browser?.close();
  await web?.close();
  await fixture?.close();
});

/** A person's page of the one piece of work there is, reached from the menu's list. */
async function openWork(name: keyof typeof emails) {
  const page = await browser.newPage({ width: 1440, javaScript: false });
  await page.goto(url);
  await signIn(page, emails[name], password);
  const area = name === "operations" ? "operations" : "portal";
  await page.goto(`${url}/${area}/inspections`);
  await expectHeading(page, t.title);
  if (name !== "viewer") await lookTwice(page, `inspections-${name}`);
  await page.locator("tbody th a").first().click();
  return page;
}

describe("the inspection of work, without scripts", () => {
  test("staff report the completion; what is missing is said and nothing typed is lost", async () => {
    const page = await openWork("operations");
    await page.fill("textarea[name=text]", "検知の設定を見直しました。");
    await press(page, t.report);
    await page
      .getByText(t.problems["dayMissing"] ?? "")
      .first()
      .waitFor();
    await lookTwice(page, "inspection-report");
    expect(await page.inputValue("textarea[name=text]")).toBe("検知の設定を見直しました。");
    await page.fill("input[name=completedOn]", "2030-04-08");
    await press(page, t.report);
    await page.getByText(t.done["reported"] ?? "").waitFor();
    await lookTwice(page, "inspection-reported");
  });

  test("the customer is silent, which accepts nothing, and then objects with reasons", async () => {
    await fixture.moveTo("2030-05-10T10:00:00+09:00");
    const viewer = await openWork("viewer");
    await viewer.getByText(t.readOnly).waitFor();
    const page = await openWork("technical");
    await page.getByText(t.overdueText).waitFor();
    await lookTwice(page, "inspection-overdue");
    await page.getByRole("link", { name: t.toObject, exact: true }).click();
    await expectHeading(page, /./);
    await press(page, t.object);
    await page
      .getByText(t.problems["missing"] ?? "")
      .first()
      .waitFor();
    await lookTwice(page, "inspection-object");
    await page.fill("textarea[name=reasons]", "支社の回線が監視の対象になっていません。");
    await press(page, t.object);
    await page.getByText(t.done["objected"] ?? "").waitFor();
    await lookTwice(page, "inspection-objected");
  });

  test("staff find the reasons by their task, do the work again and report it", async () => {
    const list = await browser.newPage({ width: 1440, javaScript: false });
    await list.goto(url);
    await signIn(list, emails.operations, password);
    await list.goto(`${url}/operations?kind=redoWork`);
    const row = list.getByRole("row", { name: new RegExp(work.kinds.redoWork) });
    await row.locator("th a").first().click();
    await list.getByText("支社の回線が監視の対象になっていません。").waitFor();
    await lookTwice(list, "inspection-redo");
    await list.fill("input[name=completedOn]", "2030-05-10");
    await list.fill("textarea[name=text]", "支社の回線を対象に加えました。");
    await press(list, t.report);
    await list.getByText(t.done["reported"] ?? "").waitFor();
  });

  test("the owner signs the acceptance and saves its paper", async () => {
    const page = await openWork("owner");
    await page.getByRole("link", { name: t.toAccept, exact: true }).click();
    await page.getByText(t.happens.accept[0]?.text ?? "").waitFor();
    await press(page, t.accept);
    await page
      .getByText(t.problems["unticked"] ?? "")
      .first()
      .waitFor();
    await lookTwice(page, "inspection-accept");
    await page.getByLabel(t.agree).check();
    await press(page, t.accept);
    await page.getByText(t.done["accepted"] ?? "").waitFor();
    await lookTwice(page, "inspection-accepted");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: t.save }).click(),
    ]);
    const { text } = readPdf(readFileSync(await download.path()));
    for (const words of ["検収書", "港 一郎", "支社の回線を対象に加えました。"]) {
      expect(text).toContain(words);
    }
  });
});
