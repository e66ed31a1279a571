import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ja } from "#app/i18n/ja.ts";
import { newIdentifier } from "#app/identifier.ts";
import { createCustomerAccount, createStaff } from "#app/usecases/accounts/create-account.ts";
import { deviceIdOf, importDevices } from "#app/usecases/devices/import-devices.ts";
import { makeAvailable } from "#app/usecases/devices/move-device.ts";
import type { ActName } from "#app/usecases/loans/acts.ts";
import { catalog } from "#db/seed/catalog.ts";
import { openBrowser, type TestBrowser } from "#test/helpers/browser.ts";
import { workEffects } from "#test/helpers/effects-worked.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { openTestWeb, type TestWeb } from "#test/helpers/web.ts";
import { lookTwice } from "./look.ts";
import { expectHeading, press, signIn } from "./people.ts";

const password = "correct horse battery";
const emails = { owner: "owner@minato.example", staff: "operations@operator.example" };
const company = "株式会社みなと商事";
const serialNumber = "SN-270001";
const startDay = "2030-04-01";
const { order, operations: words, loans: t } = ja;
const basic = catalog.find(({ kind }) => kind === "basic");
const option = catalog.find(({ kind }) => kind === "device");
let fixture: TestPortal;
let web: TestWeb;
let browser: TestBrowser;
let url = "";
let owner: Page;
let staff: Page;

const work = () => workEffects(fixture.portal, fixture.test, ["command"]);

beforeAll(async () => {
  fixture = await openTestPortal();
  web = await openTestWeb(fixture.portal);
  url = `http://127.0.0.1:${web.port}`;
  browser = await openBrowser();
  await fixture.moveTo("2030-03-01T10:00:00+09:00");
  await createCustomerAccount(fixture.portal, {
    ...{ companyName: company, password, name: "港 一郎", email: emails.owner, role: "owner" },
  });
  const person = { name: "運用 花子", email: emails.staff, password };
  await createStaff(fixture.portal, { ...person, role: "operations" });
  const bytes = new TextEncoder().encode(`シリアル番号,機種\r\n${serialNumber},VPN-50`);
  await importDevices(await fixture.staff(), { name: "kiki.csv", isCut: false, bytes });
  const device = { deviceId: deviceIdOf(serialNumber), clickId: newIdentifier() };
  await makeAvailable(await fixture.staff(), device);
  const open = async (email: string) => {
    const page = await browser.newPage({ width: 1440, javaScript: false });
    await page.goto(url);
    await signIn(page, email, password);
    return page;
  };
  owner = await open(emails.owner);
  staff = await open(emails.staff);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await web?.close();
  await fixture?.close();
});

async function fill(page: Page, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) await page.fill(`input[name=${name}]`, value);
}

/** The one loan's page, by its side's list. */
async function openLoan(page: Page): Promise<void> {
  await page.goto(`${url}${page === staff ? "/operations/loans" : "/portal/devices"}`);
  await page.locator("tbody th a").first().click();
}

async function act(page: Page, name: ActName, values: Record<string, string> = {}): Promise<void> {
  await openLoan(page);
  await page.getByRole("link", { name: t.acts[name].title, exact: true }).click();
  await fill(page, values);
  for (const box of await page.locator("main input[type=checkbox]").all()) await box.check();
  await press(page, t.acts[name].submit);
  await page.getByText(t.acts[name].done).waitFor();
  await work();
}

test("a device is ordered online with its contract", async () => {
  await owner.goto(`${url}/portal/orders/new`);
  await press(owner, order.begin.submit);
  await expectHeading(owner, order.steps.company);
  await fill(owner, {
    ...{ companyName: company, companyNameKana: "カブシキガイシャミナトショウジ" },
    ...{ representative: "代表取締役 港 一郎", postalCode: "105-0011", city: "港区芝公園" },
    ...{ street: "4-2-8", phone: "03-1234-5678", contactName: "港 一郎" },
    contactEmail: emails.owner,
  });
  await owner.selectOption("select[name=prefecture]", "東京都");
  await press(owner, order.form.next);
  await expectHeading(owner, order.steps.site);
  await owner.fill("input[name=siteName]", "本社");
  await owner.check("input[name=sameAsCompany]");
  await press(owner, order.form.next);
  await expectHeading(owner, order.steps.maintenance);
  await fill(owner, {
    ...{ vendor: "保守サービス株式会社", contractNumber: "HM-77", hardwareModel: "NS-3000" },
    ...{ serialNumber: "SN-1", validUntil: "2033-03-01" },
  });
  await press(owner, order.form.next);
  await expectHeading(owner, order.steps.menus);
  await owner.check(`input[name=basic][value="${basic?.code}"]`);
  await owner.check(`input[name=options][value="${option?.code}"]`);
  await owner.fill("input[name=wishedStart]", startDay);
  await lookTwice(owner, "device-order-menus");
  await press(owner, order.form.next);
  await expectHeading(owner, order.steps.declarations);
  for (const box of await owner.locator("main input[type=checkbox]").all()) await box.check();
  await press(owner, order.form.next);
  await expectHeading(owner, order.steps.review);
  await owner.check("input[name=consent]");
  await press(owner, order.review.submit);
  await owner.waitForURL(/done=submitted/);
});

test("its acceptance opens the loan, and the device reaches the customer", async () => {
  await staff.goto(`${url}/operations`);
  await staff
    .getByRole("row", { name: new RegExp(company) })
    .getByRole("link")
    .first()
    .click();
  await press(staff, words.order.verify);
  await staff.getByText(words.done.verified).first().waitFor();
  await staff.getByRole("link", { name: words.order.toAccept }).click();
  await press(staff, words.order.accept);
  await staff.getByText(words.done.accepted).first().waitFor();
  await staff.fill("input[type=date]", startDay);
  await press(staff, words.order.setStart);
  await staff.getByText(words.done.fixed).first().waitFor();
  await openLoan(staff);
  await press(staff, t.allocate.submit);
  await staff.getByText(t.allocate.done).waitFor();
  await work();
  // The site of the order stands in the form already.
  await act(staff, "ship", { carrier: "ヤマト運輸", trackingNumber: "1234-5678-9012" });
  await act(owner, "confirmDelivery");
  await act(owner, "confirmInstallation");
});

test("with the contract's first day it is in service", async () => {
  await openLoan(owner);
  await owner.getByText(ja.status.device.installed).first().waitFor();
  await fixture.moveTo(`${startDay}T10:00:00+09:00`);
  await openLoan(owner);
  await owner.getByText(ja.status.device.inService).first().waitFor();
  expect(await owner.locator("main").innerText()).toContain(serialNumber);
  await lookTwice(owner, "device-order-in-service");
});
