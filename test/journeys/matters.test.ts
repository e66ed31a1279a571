import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ja } from "#app/i18n/ja.ts";
import { createCustomerAccount, createStaff } from "#app/usecases/accounts/create-account.ts";
import { acceptedContract } from "#test/helpers/accepted-contract.ts";
import { openBrowser, type TestBrowser } from "#test/helpers/browser.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { openTestWeb, type TestWeb } from "#test/helpers/web.ts";
import { lookTwice } from "./look.ts";
import { expectHeading, press, signIn } from "./people.ts";

const password = "correct horse battery";
const { matters: t, work } = ja;
const emails = { owner: "owner@minato.example", operations: "operations@operator.example" };
let fixture: TestPortal;
let web: TestWeb;
let browser: TestBrowser;
let url = "";
let contractNumber = "";

beforeAll(async () => {
  fixture = await openTestPortal();
  web = await openTestWeb(fixture.portal);
  url = `http://127.0.0.1:${web.port}`;
  browser = await openBrowser();
  await fixture.moveTo("2030-03-01T10:00:00+09:00");
  const { customerId } = await createCustomerAccount(fixture.portal, {
    ...{ companyName: "株式会社みなと商事", password, name: "港 一郎", email: emails.owner },
    role: "owner",
  });
  const staff = { name: "運用 花子", email: emails.operations, password };
  await createStaff(fixture.portal, { ...staff, role: "operations" });
  await acceptedContract(fixture, customerId, "2030-04-01");
  const [row] = await fixture.test.asSuperuser<{ number: string }>("select number from contract");
  contractNumber = row?.number ?? "";
});

afterAll(async () => {
  await browser?.close();
  await web?.close();
  await fixture?.close();
});

async function openFor(name: keyof typeof emails): Promise<Page> {
  const page = await browser.newPage({ width: 1440, javaScript: false });
  await page.goto(url);
  await signIn(page, emails[name], password);
  await page.goto(`${url}/${name === "owner" ? "portal" : "operations"}/matters`);
  await expectHeading(page, t.title);
  return page;
}

/** Follows the link of an act, or of the way to begin a matter. */
const follow = (page: Page, title: string) =>
  page.getByRole("link", { name: title, exact: true }).click();

/** Opens the task of a kind that staff have. */
async function openTask(page: Page, kind: keyof typeof work.kinds): Promise<void> {
  await page.goto(`${url}/operations?kind=${kind}`);
  const row = page.getByRole("row", { name: new RegExp(work.kinds[kind]) });
  await row.locator("th a").first().click();
}

const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const chosen = (name: string, buffer: Buffer) => ({
  ...{ name, buffer, mimeType: "image/png" },
});
const choose = (page: Page, name: string, buffer: Buffer) =>
  page.locator("input[type=file]").setInputFiles(chosen(name, buffer));

const actOf = (kind: keyof typeof t.acts, name: string) => {
  const words = t.acts[kind][name];
  if (!words) throw new Error(`${kind} has no act ${name}`);
  return words;
};

describe("a change of address, without scripts", () => {
  const report = actOf("informationChange", "report");
  const street = "芝公園4-2-8";

  test("begins with what is registered, and says what is wrong without losing what was typed", async () => {
    const page = await openFor("owner");
    await lookTwice(page, "matters-none");
    await follow(page, report.title);
    await expectHeading(page, report.title);
    expect(await page.inputValue("input[name=companyName]")).not.toBe("");
    await lookTwice(page, "matters-change");
    await page.fill("input[name=street]", street);
    await page.fill("input[name=happenedOn]", "2030-03-02");
    await page.fill("input[name=postalCode]", "90210");
    await page.check("input[name=about][value=none]");
    await press(page, report.submit);
    await page.locator("#postalCode-error").waitFor();
    await page.locator("#happenedOn-error").waitFor();
    expect(await page.inputValue("input[name=street]")).toBe(street);
    await lookTwice(page, "matters-change-wrong");
    await page.fill("input[name=postalCode]", "100-0001");
    await press(page, ja.order.fillAddress.button);
    await page.getByText(ja.order.fillAddress.filled).waitFor();
    expect(await page.inputValue("input[name=city]")).toBe("千代田区千代田");
    expect(await page.inputValue("input[name=street]")).toBe(street);
    await lookTwice(page, "matters-change-filled");
    await page.fill("input[name=postalCode]", "105-0011");
    await page.fill("input[name=city]", "港区芝公園");
    await page.fill("input[name=happenedOn]", "2030-02-28");
    await press(page, report.submit);
    await page
      .getByText(t.errors["evidence"]?.("") ?? "-")
      .first()
      .waitFor();
    await choose(page, "photo.png", Buffer.from("<script>alert(1)</script>"));
    await press(page, report.submit);
    await page.getByText(ja.breach.files.disguised("photo.png")).first().waitFor();
    await choose(page, "large.png", Buffer.concat([png, Buffer.alloc(30 * 1024 * 1024)]));
    await press(page, report.submit);
    await page.getByText(ja.breach.files.tooLarge("large.png")).first().waitFor();
    expect(await page.inputValue("input[name=street]")).toBe(street);
    await lookTwice(page, "matters-change-files");
    await choose(page, "登記.png", png);
    await press(page, report.submit);
    await page.getByText(t.begun).waitFor();
    await page.getByText(street).first().waitFor();
    await lookTwice(page, "matters-change-reported");
  });

  test("is applied by staff, who find it by its task", async () => {
    const page = await openFor("operations");
    await lookTwice(page, "matters-staff");
    await openTask(page, "checkInformation");
    await expectHeading(page, t.kinds.informationChange);
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "登記.png" }).click();
    expect((await download).suggestedFilename()).toBe("登記.png");
    const apply = actOf("informationChange", "apply");
    await follow(page, apply.title);
    await lookTwice(page, "matters-change-apply");
    await press(page, apply.submit);
    await page.getByText(apply.done ?? "-").waitFor();
    await lookTwice(page, "matters-change-applied");
  });
});

describe("materials, without scripts", () => {
  const ask = actOf("materialRequest", "ask");
  const provide = actOf("materialRequest", "provide");

  test("are asked for by staff for a contract that there is", async () => {
    const page = await openFor("operations");
    await follow(page, ask.title);
    await page.fill("input[name=contractNumber]", "000000-0000");
    await page.check("input[name=about][value=document]");
    await page.fill("input[name=dueOn]", "2030-03-10");
    await page.fill("textarea[name=note]", "ネットワークの構成図をお送りください。");
    await press(page, ask.submit);
    await page
      .getByText(t.errors["unknownContract"]?.("") ?? "-")
      .first()
      .waitFor();
    await lookTwice(page, "matters-ask-wrong");
    await page.fill("input[name=contractNumber]", contractNumber);
    await press(page, ask.submit);
    await page.getByText(t.begun).waitFor();
    await lookTwice(page, "matters-asked");
  });

  test("are provided by the customer, held, and given back when it asks for them", async () => {
    const page = await openFor("owner");
    await page.getByRole("link", { name: t.kinds.materialRequest, exact: true }).click();
    await follow(page, provide.title);
    await page.fill("textarea[name=note]", "添付のとおりです。");
    await choose(page, "構成図.png", png);
    await lookTwice(page, "matters-provide");
    await press(page, provide.submit);
    await page.getByText(provide.done ?? "-").waitFor();
    await lookTwice(page, "matters-provided");
    const staff = await openFor("operations");
    await openTask(staff, "checkAnswer");
    const accept = actOf("materialRequest", "accept");
    await follow(staff, accept.title);
    await press(staff, accept.submit);
    await staff.getByText(accept.done ?? "-").waitFor();
    await page.reload();
    const askReturn = actOf("materialRequest", "askReturn");
    await follow(page, askReturn.title);
    await page.fill("textarea[name=note]", "廃棄してください。");
    await press(page, askReturn.submit);
    await page.getByText(askReturn.done ?? "-").waitFor();
    await openTask(staff, "returnMaterials");
    const dispose = actOf("materialRequest", "dispose");
    await follow(staff, dispose.title);
    await staff.fill("input[name=handledOn]", "2030-03-01");
    await staff.fill("textarea[name=note]", "データを消去しました。");
    await lookTwice(staff, "matters-dispose");
    await press(staff, dispose.submit);
    await staff.getByText(dispose.done ?? "-").waitFor();
  });
});

describe("notices and secrets, without scripts", () => {
  test("a claim is reported and its receipt acknowledged", async () => {
    const report = actOf("claim", "report");
    const page = await openFor("owner");
    await follow(page, report.title);
    await press(page, report.submit);
    await page.locator("#note-error").waitFor();
    await lookTwice(page, "matters-claim-wrong");
    await page.check("input[name=about][value=intellectualProperty]");
    await page.selectOption("select[name=contractId]", { label: contractNumber });
    await page.fill("input[name=happenedOn]", "2030-02-28");
    await page.fill("textarea[name=note]", "特許を侵害しているとの警告書が届きました。");
    await page.check("input[name=grantsAuthority]");
    await press(page, report.submit);
    await page.getByText(t.begun).waitFor();
    const staff = await openFor("operations");
    await openTask(staff, "answerClaim");
    const acknowledge = actOf("claim", "acknowledge");
    await follow(staff, acknowledge.title);
    await press(staff, acknowledge.submit);
    await staff.getByText(acknowledge.done ?? "-").waitFor();
    await lookTwice(staff, "matters-claim");
  });

  test("a person is named for incident information", async () => {
    const name = actOf("incidentContact", "name");
    const page = await openFor("owner");
    await follow(page, name.title);
    await page.selectOption("select[name=contractId]", { label: contractNumber });
    await page.fill("input[name=personName]", "港 四郎");
    await page.fill("input[name=department]", "情報システム部");
    await page.fill("input[name=email]", "shiro@minato.example");
    await page.fill("input[name=phone]", "03-1234-5678");
    await press(page, name.submit);
    await page.locator("#isBound-error").waitFor();
    await lookTwice(page, "matters-person-wrong");
    await page.check("input[name=isBound]");
    await press(page, name.submit);
    await page.getByText(t.begun).waitFor();
    await lookTwice(page, "matters-person");
  });

  test("a spoken disclosure is confirmed in writing, with its duty of three years", async () => {
    const disclose = actOf("confidentialItem", "disclose");
    const confirm = actOf("confidentialItem", "confirm");
    const page = await openFor("owner");
    await follow(page, disclose.title);
    await page.selectOption("select[name=contractId]", { label: contractNumber });
    await page.check("input[name=about][value=oral]");
    await page.fill("input[name=happenedOn]", "2030-02-27");
    await page.fill("textarea[name=note]", "新しい拠点の計画");
    await press(page, disclose.submit);
    await page.getByText("2030/03/29").first().waitFor();
    await lookTwice(page, "matters-spoken");
    await follow(page, confirm.title);
    await page.fill("textarea[name=note]", "2030年2月27日に伝えた、新しい拠点の計画");
    await press(page, confirm.submit);
    await page.getByText("2033/02/27").first().waitFor();
    await lookTwice(page, "matters-confidential");
  });
});
