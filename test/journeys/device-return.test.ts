import type { Page } from "playwright-core";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ja } from "#app/i18n/ja.ts";
import { newIdentifier } from "#app/identifier.ts";
import { createCustomerAccount, createStaff } from "#app/usecases/accounts/create-account.ts";
import { deviceIdOf, importDevices } from "#app/usecases/devices/import-devices.ts";
import { makeAvailable } from "#app/usecases/devices/move-device.ts";
import { actOnLoan } from "#app/usecases/loans/act-on-loan.ts";
import type { ActName } from "#app/usecases/loans/acts.ts";
import { allocateDevice } from "#app/usecases/loans/allocate-device.ts";
import { listOwnLoans } from "#app/usecases/loans/list-loans.ts";
import { acceptedContract } from "#test/helpers/accepted-contract.ts";
import { openBrowser, type TestBrowser } from "#test/helpers/browser.ts";
import { workEffects } from "#test/helpers/effects-worked.ts";
import { readPdf } from "#test/helpers/pdf-text.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { openTestWeb, type TestWeb } from "#test/helpers/web.ts";
import { lookTwice } from "./look.ts";
import { press, signIn } from "./people.ts";

const password = "correct horse battery";
const { loans: t, matters } = ja;
const emails = {
  owner: "owner@minato.example",
  operations: "operations@operator.example",
  finance: "finance@operator.example",
};
const serialNumber = "SN-260001";
let fixture: TestPortal;
let web: TestWeb;
let browser: TestBrowser;
let url = "";
let customer: Page;
let staff: Page;
let ids = { customerId: "", loanId: "" };

const work = () => workEffects(fixture.portal, fixture.test, ["command"]);

async function open(email: string): Promise<Page> {
  const page = await browser.newPage({ width: 1440, javaScript: false });
  await page.goto(url);
  await signIn(page, email, password);
  return page;
}

/** Lends the device as far as the customer has it in service. */
async function lend(contractStart: string): Promise<void> {
  const bytes = new TextEncoder().encode(`シリアル番号,機種\r\n${serialNumber},VPN-50`);
  await importDevices(await fixture.staff(), { name: "kiki.csv", isCut: false, bytes });
  const device = { deviceId: deviceIdOf(serialNumber), clickId: newIdentifier() };
  await makeAvailable(await fixture.staff(), device);
  const [loan] = await listOwnLoans(await fixture.member(ids.customerId));
  ids = { ...ids, loanId: loan?.loanId ?? "" };
  await allocateDevice(await fixture.staff(), { ...ids, clickId: newIdentifier() });
  await work();
  const does = async (side: "operations" | "customer", name: ActName, typed: object) => {
    const form = new FormData();
    for (const [field, value] of Object.entries(typed)) form.set(field, String(value));
    const by = side === "customer" ? fixture.member(ids.customerId) : fixture.staff();
    const target = { ...ids, clickId: newIdentifier() };
    expect(await actOnLoan(await by, side, target, name, form)).toBeNull();
  };
  await does("operations", "ship", {
    ...{ siteName: "本社", postalCode: "105-0011", prefecture: "東京都", city: "港区芝公園" },
    ...{ street: "4-2-8", contactName: "港 二郎", phone: "03-1234-5678" },
    ...{ carrier: "ヤマト運輸", trackingNumber: "1234-5678-9012" },
  });
  await does("customer", "confirmDelivery", { happenedOn: "2030-03-01" });
  await does("customer", "confirmInstallation", {
    ...{ isConnected: "on", isLabelled: "on", takesCare: "on" },
  });
  await work();
  await fixture.moveTo(`${contractStart}T10:00:00+09:00`);
}

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
  for (const role of ["operations", "finance"] as const) {
    await createStaff(fixture.portal, {
      name: `担当 ${role}`,
      email: emails[role],
      password,
      role,
    });
  }
  const contractId = await acceptedContract(fixture, customerId, "2030-04-01", ["NDR-MVPN"]);
  ids = { customerId, loanId: "" };
  await lend("2030-04-01");
  const owner = await fixture.member(customerId);
  const sent = await fixture.portal.dispatch({
    ...{ customerId, kind: "contract", machineId: contractId, commandId: "c" },
    event: { type: "cancel", wish: "earliest" },
    receivedAt: owner.receivedAt,
    actor: { kind: "member", userId: owner.userId, role: "owner" },
  });
  expect(sent.ok).toBe(true);
  customer = await open(emails.owner);
  staff = await open(emails.operations);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await web?.close();
  await fixture?.close();
});

const loanPage = () => `${url}/operations/loans/${ids.customerId}/${ids.loanId}`;
const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");

/** Does one thing with the loan as staff, on its own page. */
async function act(name: ActName, fields: Record<string, string> = {}): Promise<void> {
  await staff.goto(loanPage());
  await staff.getByRole("link", { name: t.acts[name].title, exact: true }).click();
  for (const [field, value] of Object.entries(fields)) {
    if (value === "on") await staff.check(`[name=${field}]`);
    else if (field === "isDamaged") await staff.check(`[value=${value}]`);
    else await staff.fill(`[name=${field}]`, value);
  }
  await press(staff, t.acts[name].submit);
}

async function done(name: ActName, fields?: Record<string, string>): Promise<void> {
  await act(name, fields);
  await staff.getByText(t.acts[name].done).waitFor();
  await work();
}

describe("a device that does not come back in time, without scripts", () => {
  test("is asked about, and the customer answers with a photograph", async () => {
    const ask = matters.acts.deviceInquiry["ask"]!;
    const answer = matters.acts.deviceInquiry["answer"]!;
    await staff.goto(loanPage());
    await staff.getByRole("link", { name: matters.askAboutDevice, exact: true }).click();
    expect(await staff.inputValue("input[name=serialNumber]")).toBe(serialNumber);
    await staff.check("input[name=about][value=inspection]");
    await staff.fill("input[name=dueOn]", "2030-04-10");
    await staff.fill("textarea[name=note]", "ランプの様子を写真でお知らせください。");
    await press(staff, ask.submit);
    await staff.getByText(matters.begun).waitFor();
    await customer.goto(`${url}/portal/matters`);
    await customer.getByRole("link", { name: matters.kinds.deviceInquiry, exact: true }).click();
    await customer.getByRole("link", { name: answer.title, exact: true }).click();
    await customer.fill("textarea[name=note]", "緑に点灯しています。");
    const choose = (name: string, buffer: Buffer) =>
      customer.locator("input[type=file]").setInputFiles({ name, buffer, mimeType: "image/jpeg" });
    await choose("lamp.jpg", Buffer.from("#!/bin/sh\necho photo"));
    await press(customer, answer.submit);
    await customer.getByText(ja.breach.files.disguised("lamp.jpg")).first().waitFor();
    expect(await customer.inputValue("textarea[name=note]")).toBe("緑に点灯しています。");
    await lookTwice(customer, "device-inquiry-wrong");
    await choose("lamp.png", png);
    await press(customer, answer.submit);
    await customer.getByText(answer.done ?? "-").waitFor();
  });

  test("is to go back within a month, with instructions and an address label", async () => {
    await fixture.moveTo("2030-06-02T10:00:00+09:00");
    await customer.goto(`${url}/portal/devices/${ids.loanId}`);
    await customer.getByText("2030/07/01").first().waitFor();
    await lookTwice(customer, "device-return-due");
    const download = customer.waitForEvent("download");
    await customer.getByRole("link", { name: t.papers["return-slip"] }).click();
    const { text } = readPdf(readFileSync(await (await download).path()));
    for (const words of [serialNumber, "2030/07/01", "105-0011"]) expect(text).toContain(words);
  });

  test("is overdue the day after, fetched, checked and charged", async () => {
    await fixture.moveTo("2030-07-02T10:00:00+09:00");
    await staff.goto(`${url}/operations?kind=recoverDevice`);
    await staff.locator("tbody th a").first().click();
    await lookTwice(staff, "device-overdue");
    await done("startRecovery");
    await act("recover", { happenedOn: "2030-07-10" });
    await staff.locator("#happenedOn-error").waitFor();
    await lookTwice(staff, "device-recover-wrong");
    await staff.fill("[name=happenedOn]", "2030-07-02");
    await press(staff, t.acts.recover.submit);
    await staff.getByText(t.acts.recover.done).waitFor();
    await act("check", { isDamaged: "no" });
    await staff.locator("#isWiped-error").waitFor();
    await lookTwice(staff, "device-check-wrong");
    await staff.check("[name=isWiped]");
    await press(staff, t.acts.check.submit);
    await staff.getByText(t.acts.check.done).waitFor();
    await work();
    const finance = await open(emails.finance);
    await finance.goto(`${url}/finance/device-charges/${ids.customerId}/${ids.loanId}`);
    await press(finance, t.settlement.submit);
    await finance.locator("#text-error").waitFor();
    await lookTwice(finance, "device-charge");
    await finance.check("[name=by][value=waiver]");
    await finance.fill("[name=text]", "はじめての遅れのため、請求しません。");
    await press(finance, t.settlement.submit);
    await finance.getByText(t.settlement.done).waitFor();
    await customer.goto(`${url}/portal/devices/${ids.loanId}`);
    const download = customer.waitForEvent("download");
    await customer.getByRole("link", { name: t.papers["wipe-certificate"] }).click();
    const { text } = readPdf(readFileSync(await (await download).path()));
    expect(text).toContain(serialNumber);
    await lookTwice(customer, "device-checked");
  });
});
