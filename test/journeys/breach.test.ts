import { lookTwice } from "./look.ts";
import { acceptedContract } from "#test/helpers/accepted-contract.ts";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatDay, formatYen } from "#app/i18n/format.ts";
import { ja } from "#app/i18n/ja.ts";
import { createCustomerAccount, createStaff } from "#app/usecases/accounts/create-account.ts";
import { newIdentifier } from "#app/identifier.ts";
import { sendAsOperations } from "#app/usecases/contracts/staff-command.ts";
import { readContracts } from "#db/queries/contracts.ts";
import { readUnsettledInvoices } from "#db/queries/unsettled-invoices.ts";
import { recordedBreach } from "#test/helpers/breaches.ts";
import { openBrowser, type TestBrowser } from "#test/helpers/browser.ts";
import { placeOrder } from "#test/helpers/orders.ts";
import { readPdf } from "#test/helpers/pdf-text.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { openTestWeb, type TestWeb } from "#test/helpers/web.ts";
import { expectHeading, press, signIn } from "./people.ts";

const password = "correct horse battery";
const { breach } = ja;
let fixture: TestPortal;
let web: TestWeb;
let browser: TestBrowser;
let url = "";
let customerId = "";
let contracts: string[] = [];

const runningContract = () => acceptedContract(fixture, customerId, "2030-04-01");

const read = <T>(work: Parameters<TestPortal["portal"]["database"]["transaction"]>[1]) =>
  fixture.portal.database.transaction({ role: "portal_staff" }, work) as Promise<T>;
const numberOf = async (contractId: string) => {
  const rows = await read<Awaited<ReturnType<typeof readContracts>>>((tx) =>
    readContracts(tx, customerId),
  );
  return rows.find((row) => row.contractId === contractId)?.number ?? "";
};
const statuses = async () => {
  const rows = await read<Awaited<ReturnType<typeof readContracts>>>((tx) =>
    readContracts(tx, customerId),
  );
  return rows.map(({ status }) => status);
};

beforeAll(async () => {
  fixture = await openTestPortal();
  web = await openTestWeb(fixture.portal);
  url = `http://127.0.0.1:${web.port}`;
  browser = await openBrowser();
  await fixture.moveTo("2030-03-01T10:00:00+09:00");
  const account = { companyName: "株式会社みなと商事", name: "港 一郎", password };
  const owner = await createCustomerAccount(fixture.portal, {
    ...account,
    email: "owner@minato.example",
  });
  customerId = owner.customerId;
  const email = "operations@operator.example";
  await createStaff(fixture.portal, { email, name: "運用 花子", password, role: "operations" });
  contracts = [await runningContract(), await runningContract()];
  await fixture.moveTo("2030-04-02T10:00:00+09:00");
});

afterAll(async () => {
  await browser?.close();
  await web?.close();
  await fixture?.close();
});

async function openAs(name: "owner" | "operations", width: number, javaScript: boolean) {
  const page = await browser.newPage({ width, javaScript });
  await page.goto(url);
  const email = name === "owner" ? "owner@minato.example" : "operations@operator.example";
  await signIn(page, email, password);
  return page;
}

describe("termination for cause, without scripts", () => {
  let page: Page;
  let caseUrl = "";

  test("a breach is noted; a bad file is refused and nothing typed is lost", async () => {
    page = await openAs("operations", 1440, false);
    await page.goto(`${url}/operations/contracts/${customerId}/${contracts[0]}`);
    await page.getByRole("link", { name: breach.contractLink }).click();
    await expectHeading(page, breach.form.title);
    await page.selectOption("select[name=item]", "A16.1(1)");
    await page.fill("textarea[name=facts]", "届出のない場所へ機器を移設していた。");
    const empty = { name: "空.txt", mimeType: "text/plain", buffer: Buffer.alloc(0) };
    const program = { name: "a.exe", mimeType: "application/pdf", buffer: Buffer.from("MZ\0\0") };
    const big = {
      name: "大.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.alloc(6_000_000, "%"),
    };
    await page.setInputFiles("input[name=files]", [empty, program, big]);
    await press(page, breach.form.submit);
    await page.getByText(ja.frame.form.errorSummary).waitFor();
    const text = await page.locator("main").innerText();
    for (const words of [
      breach.form.errors.happenedOnMissing,
      breach.files.empty("空.txt"),
      breach.files.wrongType("a.exe"),
      breach.files.tooLarge("大.pdf"),
    ]) {
      expect(text).toContain(words);
    }
    expect(await page.title()).toContain(ja.frame.form.errorPrefix.trim());
    expect(await page.inputValue("textarea[name=facts]")).toContain("移設");
    expect(await page.inputValue("select[name=item]")).toBe("A16.1(1)");
    expect(await page.isChecked(`input[value="${contracts[0]}"]`)).toBe(true);
    await lookTwice(page, "breach-new-errors");
  });

  test("it is recorded after its consequences were read", async () => {
    await page.fill("input[name=happenedOn]", "2030-04-01");
    const log = {
      name: "移設の記録.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("04-01 移設"),
    };
    await page.setInputFiles("input[name=files]", [log]);
    await press(page, breach.form.submit);
    await page.getByText(breach.case.recordHappens.demand.text).waitFor();
    caseUrl = page.url().replace(/\?.*/, "");
    await lookTwice(page, "breach-review");
    await press(page, breach.case.record);
    await page.getByText(breach.done["recorded"]!).waitFor();
    await lookTwice(page, "breach-case");

    const link = page.getByRole("link", { name: "移設の記録.txt" });
    const file = await page.context().request.get(`${url}${await link.getAttribute("href")}`);
    expect(await file.text()).toBe("04-01 移設");
    expect(file.headers()).toMatchObject({
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    });
    expect(file.headers()["content-disposition"]).toMatch(/^attachment; .*filename\*=UTF-8''%E7/);
  });

  test("a formal demand reaches the customer with its period", async () => {
    await page.getByRole("link", { name: breach.case.toDemand }).click();
    await expectHeading(page, breach.demand.title);
    expect(await page.inputValue("input[name=until]")).toBe("2030-04-16");
    await press(page, breach.demand.submit);
    await page.getByText(breach.form.errors.textMissing(breach.demand.text)).first().waitFor();
    await lookTwice(page, "breach-demand");
    await page.fill("textarea[name=text]", "機器を届け出た場所に戻してください。");
    await press(page, breach.demand.submit);
    await page.getByText(breach.done["demanded"]!).waitFor();

    const owner = await openAs("owner", 1440, false);
    await owner.goto(`${url}/portal`);
    await owner.getByText(breach.portal.running(formatDay("2030-04-16"))).waitFor();
    const seen = await owner.locator("main").innerText();
    expect(seen).toContain("機器を届け出た場所に戻してください。");
    expect(seen).not.toContain("移設していた");
    await lookTwice(owner, "demand-portal");
    await owner.goto(`${url}/portal/contracts/${contracts[0]}`);
    await owner.getByText(breach.portal.title).waitFor();
    await lookTwice(owner, "demand-contract");
  });

  test("uncured, it ends all contracts, and says before what falls due", async () => {
    await fixture.moveTo("2030-04-17T10:00:00+09:00");
    await page.goto(`${url}/operations/breaches`);
    await page.locator("td [data-tone]", { hasText: ja.status.breachCase.periodOver }).waitFor();
    await lookTwice(page, "breaches");
    await page.goto(`${caseUrl}?confirm=recordUncured`);
    await lookTwice(page, "breach-uncured");
    await page.goto(caseUrl);
    await page.getByRole("link", { name: breach.case.toTermination }).click();
    await expectHeading(page, breach.termination.title);
    const owed = await read<Awaited<ReturnType<typeof readUnsettledInvoices>>>((tx) =>
      readUnsettledInvoices(tx, customerId),
    );
    expect(owed.map(({ dueDay }) => dueDay)).toEqual(["2030-05-31", "2030-05-31"]);
    const total = owed.reduce((sum, invoice) => sum + invoice.owed, 0);
    const text = await page.locator("main").innerText();
    expect(text).toContain(formatYen(total));
    expect(text).toContain(formatDay("2030-04-17"));
    for (const id of contracts) {
      expect(text).toContain(await numberOf(id));
      expect(await page.isChecked(`input[value="${id}"]`)).toBe(true);
    }
    await lookTwice(page, "termination");
    await press(page, breach.termination.submit);
    await page.getByText(breach.done["terminated"]!).waitFor();
    await lookTwice(page, "breach-terminated");
    expect(await statuses()).toEqual(["ended", "ended"]);
  });

  test("the data are erased place by place, and the customer has it in writing", async () => {
    const { erasure, operations } = ja;
    const staffUrl = `${url}/operations/contracts/${customerId}/${contracts[0]}`;
    await page.goto(staffUrl);
    await lookTwice(page, "contract-ended");
    await page.getByRole("link", { name: operations.contract.dataErased }).click();
    await expectHeading(page, erasure.title);
    const places = Object.keys(erasure.stores);
    const [first = "", ...others] = places;
    const found = (place: string) => page.locator(`input[name=${place}][value=erased]`);
    await found(first).check();
    await press(page, erasure.submit);
    await page.getByText(ja.frame.form.errorSummary).waitFor();
    expect(await page.locator('[id$="-error"]').count()).toBe(others.length);
    expect(await found(first).isChecked()).toBe(true);
    await lookTwice(page, "erasure-errors");
    for (const place of others) await found(place).check();
    await press(page, erasure.submit);
    await page.getByText(operations.done["dataErased"]!).waitFor();

    const owner = await openAs("owner", 1440, false);
    await owner.goto(`${url}/portal/contracts/${contracts[0]}`);
    await owner
      .getByText(erasure.done(formatDay("2030-04-17")))
      .first()
      .waitFor();
    await lookTwice(owner, "contract-erased");
    const href = await owner.getByRole("link", { name: erasure.certificate }).getAttribute("href");
    const file = await owner.context().request.get(`${url}${href}`);
    expect(readPdf(await file.body()).text).toContain("データ消去証明書");
  });
});

describe("suspension and lift", () => {
  test.each([
    [true, "2030-06-01"],
    [false, "2030-08-01"],
  ])("with scripts: %s", async (javaScript, startDay) => {
    const contractId = await placeOrder(await fixture.member(customerId), startDay);
    const page = await openAs("operations", 1440, javaScript);
    // The order of a company with a breach on record says so (A5.4(7)).
    await page.goto(`${url}/operations/orders/${customerId}/${contractId}`);
    await page.getByText(breach.order.warning).waitFor();
    if (javaScript) await lookTwice(page, "order-earlier-breach");
    for (const event of [
      { type: "verifyMaintenance" },
      { type: "accept" },
      { type: "setStart", startDay },
    ]) {
      const target = { customerId, contractId, clickId: newIdentifier() };
      await sendAsOperations(await fixture.staff(), target, event);
    }
    await fixture.moveTo(`${startDay}T10:00:00+09:00`);
    const { caseId } = await recordedBreach(await fixture.staff(), { customerId, contractId });
    const caseUrl = `${url}/operations/breaches/${customerId}/${caseId}`;
    await page.goto(caseUrl);
    await press(page, breach.case.add);
    await page.getByText(breach.files.missing).first().waitFor();
    const picture = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
    const photo = { name: "画面.png", mimeType: "image/png", buffer: picture };
    await page.setInputFiles("input[name=files]", [photo]);
    await press(page, breach.case.add);
    await page.getByText(breach.done["added"]!).waitFor();
    await page.getByRole("link", { name: "画面.png" }).waitFor();
    await page.getByRole("link", { name: breach.case.toSuspend }).click();
    await page.locator(`input[name=contracts][value="${contractId}"]`).uncheck();
    await press(page, breach.suspend.submit);
    await page.getByText(breach.suspend.missing).first().waitFor();
    if (javaScript) await lookTwice(page, "breach-suspend");
    await page.locator(`input[name=contracts][value="${contractId}"]`).check();
    await press(page, breach.suspend.submit);
    await page.getByText(breach.done["suspended"]!).waitFor();
    await page.getByText(breach.case.serviceSuspended).first().waitFor();

    const owner = await openAs("owner", 1440, javaScript);
    await owner.goto(`${url}/portal/contracts/${contractId}`);
    await owner.getByText(ja.status.service.suspended, { exact: true }).first().waitFor();

    await page.getByRole("link", { name: breach.case.toLift }).click();
    if (javaScript) await lookTwice(page, "breach-lift");
    await press(page, breach.lift.submit);
    await page.getByText(breach.done["lifted"]!).waitFor();
    await owner.reload();
    const badges = owner.getByText(ja.status.service.suspended, { exact: true });
    expect(await badges.filter({ visible: true }).count()).toBeLessThan(2);
    await page.getByRole("link", { name: breach.case.toClose }).click();
    await page.fill("textarea[name=text]", "設定が戻されたことを確認した。");
    await press(page, breach.close.submit);
    await page.getByText(breach.done["closed"]!).waitFor();
  });
});
