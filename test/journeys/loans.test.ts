import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ja } from "#app/i18n/ja.ts";
import { newIdentifier } from "#app/identifier.ts";
import { createCustomerAccount, createStaff } from "#app/usecases/accounts/create-account.ts";
import { deviceIdOf, importDevices } from "#app/usecases/devices/import-devices.ts";
import { makeAvailable } from "#app/usecases/devices/move-device.ts";
import type { ActName } from "#app/usecases/loans/acts.ts";
import { acceptedContract } from "#test/helpers/accepted-contract.ts";
import { openBrowser, type TestBrowser } from "#test/helpers/browser.ts";
import { workEffects } from "#test/helpers/effects-worked.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { openTestWeb, type TestWeb } from "#test/helpers/web.ts";
import { lookTwice } from "./look.ts";
import { expectHeading, press, signIn } from "./people.ts";

const password = "correct horse battery";
const { loans: t, order } = ja;
const emails = { technical: "technical@minato.example", staff: "operations@operator.example" };
let fixture: TestPortal;
let web: TestWeb;
let browser: TestBrowser;
let url = "";
let customer: Page;
let staff: Page;

async function stock(serialNumber: string): Promise<void> {
  const bytes = new TextEncoder().encode(`シリアル番号,機種\r\n${serialNumber},VPN-50`);
  await importDevices(await fixture.staff(), { name: "kiki.csv", isCut: false, bytes });
  const target = { deviceId: deviceIdOf(serialNumber), clickId: newIdentifier() };
  await makeAvailable(await fixture.staff(), target);
}

async function open(email: string): Promise<Page> {
  const page = await browser.newPage({ width: 1440, javaScript: false });
  await page.goto(url);
  await signIn(page, email, password);
  return page;
}

beforeAll(async () => {
  fixture = await openTestPortal();
  web = await openTestWeb(fixture.portal);
  url = `http://127.0.0.1:${web.port}`;
  browser = await openBrowser();
  await fixture.moveTo("2030-03-01T10:00:00+09:00");
  const account = { companyName: "株式会社みなと商事", password };
  const { customerId } = await createCustomerAccount(fixture.portal, {
    ...{ ...account, name: "港 一郎", email: "owner@minato.example", role: "owner" },
  });
  await createCustomerAccount(fixture.portal, {
    ...{ ...account, name: "港 二郎", email: emails.technical, role: "technical" },
  });
  await createStaff(fixture.portal, {
    ...{ name: "運用 花子", email: emails.staff, password, role: "operations" },
  });
  await acceptedContract(fixture, customerId, "2030-04-01", ["NDR-MVPN"]);
  customer = await open(emails.technical);
  staff = await open(emails.staff);
});

afterAll(async () => {
  await browser?.close();
  await web?.close();
  await fixture?.close();
});

/** The one loan's page, by its side's list. */
async function openLoan(page: Page): Promise<void> {
  await page.goto(`${url}${page === staff ? "/operations/loans" : "/portal/devices"}`);
  await page.locator("tbody th a").first().click();
}

/** Does one thing with the loan: its own page, its fields, its button, and the word of it. */
async function act(page: Page, name: ActName, fields: Record<string, string> = {}): Promise<void> {
  await openLoan(page);
  await page.getByRole("link", { name: t.acts[name].title, exact: true }).click();
  await expectHeading(page, t.acts[name].title);
  for (const [field, value] of Object.entries(fields)) {
    if (field === "prefecture") await page.selectOption(`[name=${field}]`, value);
    else if (value === "on") await page.check(`[name=${field}]`);
    else if (["finding", "isDamaged"].includes(field)) await page.check(`[value=${value}]`);
    else await page.fill(`[name=${field}]`, value);
  }
  await press(page, t.acts[name].submit);
}

async function done(page: Page, name: ActName, fields?: Record<string, string>): Promise<void> {
  await act(page, name, fields);
  await page.getByText(t.acts[name].done).waitFor();
  await workEffects(fixture.portal, fixture.test, ["command"]);
}

describe("a lent device, without scripts", () => {
  test("waits visibly while none is free, and is shipped", async () => {
    await customer.goto(`${url}/portal/devices`);
    await lookTwice(customer, "loans-own-waiting");
    await openLoan(staff);
    await press(staff, t.allocate.submit);
    await staff.getByText(t.allocate.none).waitFor();
    await lookTwice(staff, "loans-none-free");
    await stock("SN-250001");
    await openLoan(staff);
    await press(staff, t.allocate.submit);
    await staff.getByText(t.allocate.done).waitFor();
    await workEffects(fixture.portal, fixture.test, ["command"]);
    await act(staff, "ship", { postalCode: "75001" });
    const wrong = order.errors.siteInJapan(order.fields.postalCode);
    await staff.getByText(wrong).first().waitFor();
    await lookTwice(staff, "loans-ship-wrong");
    expect(await staff.inputValue("[name=phone]")).toBe("03-1234-5678");
    await done(staff, "ship", { carrier: "ヤマト運輸", trackingNumber: "1234-5678-9012" });
    await lookTwice(staff, "loans-shipped");
  });

  test("is delivered and installed with its duties in view", async () => {
    await act(customer, "confirmDelivery", { happenedOn: "2030-02-28" });
    await customer.getByText(t.errors["dayBefore"]!(t.fields["happenedOn"]!)).first().waitFor();
    await done(customer, "confirmDelivery");
    await act(customer, "confirmInstallation");
    await customer.getByText(t.duties.title).waitFor();
    await lookTwice(customer, "loans-install-wrong");
    const ticks = { isConnected: "on", isLabelled: "on", takesCare: "on" };
    await done(customer, "confirmInstallation", ticks);
    await fixture.moveTo("2030-04-10T10:00:00+09:00");
    await openLoan(customer);
    await customer.getByText(ja.status.device.inService).first().waitFor();
    await lookTwice(customer, "loans-in-service");
  });

  test("is moved once the operator has approved, and not before", async () => {
    const site = {
      ...{ siteName: "新社屋", postalCode: "1000001", prefecture: "東京都", city: "千代田区" },
      ...{ street: "千代田1-1", contactName: "港 二郎", phone: "0312345678" },
    };
    await act(customer, "requestRelocation", { ...site, wishedDay: "2030-04-01" });
    await lookTwice(customer, "loans-move-wrong");
    await press(customer, order.fillAddress.button);
    await customer.getByText(order.fillAddress.filled).waitFor();
    expect(await customer.inputValue("[name=city]")).toBe("千代田区千代田");
    expect(await customer.inputValue("[name=siteName]")).toBe("新社屋");
    await done(customer, "requestRelocation", { ...site, wishedDay: "2030-04-20" });
    await done(staff, "refuseRelocation", { note: "回線の工事が終わっていません。" });
    await openLoan(customer);
    await customer.getByText("回線の工事が終わっていません。").waitFor();
    await done(customer, "requestRelocation", { ...site, wishedDay: "2030-04-25" });
    await done(staff, "approveRelocation", { note: "電源を切ってから運んでください。" });
    await done(customer, "confirmMove");
    await customer.getByText(t.history).waitFor();
    await lookTwice(customer, "loans-moved");
  });

  test("is lost, and its part of the contract ends that day", async () => {
    await done(customer, "reportLoss", { note: "火災で焼失しました。" });
    await act(staff, "confirmLoss");
    await lookTwice(staff, "loans-loss-wrong");
    await done(staff, "confirmLoss", { finding: "customer" });
    await lookTwice(staff, "loans-lost");
    await openLoan(customer);
    await customer.getByText(ja.status.device.lost).first().waitFor();
    await staff.goto(`${url}/operations/loans`);
    await lookTwice(staff, "loans-list");
  });
});
