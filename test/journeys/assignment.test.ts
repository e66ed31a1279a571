import { lookTwice } from "./look.ts";
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { formatDay } from "#app/i18n/format.ts";
import { ja } from "#app/i18n/ja.ts";
import { createStaff } from "#app/usecases/accounts/create-account.ts";
import { openAssignments, sideEmails, type Assignments } from "#test/helpers/assignments.ts";
import { openBrowser, screenshot, type TestBrowser } from "#test/helpers/browser.ts";
import { typedOrder } from "#test/helpers/orders.ts";
import { readPdf } from "#test/helpers/pdf-text.ts";
import { openTestWeb, type TestWeb } from "#test/helpers/web.ts";
import { expectHeading, press, signIn } from "./people.ts";

const { consents: t, status } = ja;
const { cancellation } = ja.contract;
const password = "correct horse battery";
const staff = "operations@operator.example";
const companyName = "株式会社あおい製作所";
const effectiveDay = "2030-04-01";
const dayBefore = "2030-03-31";
const termEnd = "2031-03-19";

/** One contract passes to a company that had no account; another assignment is called off (A31). */
describe("an assignment, without scripts", () => {
  let world: Assignments;
  let web: TestWeb;
  let browser: TestBrowser;
  let url = "";
  let owner: Page;
  let operations: Page;
  let successor: Page;
  let contractUrl = "";
  let staffUrl = "";
  let assigneeId = "";

  beforeAll(async () => {
    world = await openAssignments();
    web = await openTestWeb(world.opened.portal);
    url = `http://127.0.0.1:${web.port}`;
    browser = await openBrowser();
    const person = { email: staff, name: "運用 花子", password, role: "operations" } as const;
    await createStaff(world.opened.portal, person);
    owner = await openAs(sideEmails.assignor);
    operations = await openAs(staff);
    contractUrl = `${url}/portal/contracts/${world.contractId}`;
  });

  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    await screenshot(owner, "failed-assignment-owner");
    await screenshot(operations, "failed-assignment-operations");
    if (successor) await screenshot(successor, "failed-assignment-successor");
  });

  afterAll(async () => {
    await browser?.close();
    await web?.close();
    await world?.opened.close();
  });

  async function openAs(email: string): Promise<Page> {
    const page = await browser.newPage({ width: 1440, javaScript: false });
    await page.goto(url);
    await signIn(page, email, password);
    return page;
  }

  const look = (page: Page, name: string) => lookTwice(page, `assignment-${name}`);

  /** A session may have run out while the clock was moved. */
  async function visit(page: Page, email: string, address: string): Promise<void> {
    await page.goto(address);
    if (!page.url().includes("/sign-in")) return;
    await signIn(page, email, password);
    await page.goto(address);
  }

  test("the assignor, whose notice is pending, asks for consent and proposes a company", async () => {
    await owner.goto(`${contractUrl}/cancellation`);
    await owner.check("input[type=radio][value=term]");
    await press(owner, cancellation.preview);
    await press(owner, cancellation.review.confirm(formatDay(termEnd)));
    await owner.waitForURL(/notice=cancelled/);

    await owner.goto(`${url}/portal/consents/new`);
    await owner.locator("input[name=kind][value=assignment]").check();
    await press(owner, t.send);
    await owner.locator("#assigneeEmail-error").waitFor();
    await look(owner, "asking-errors");
    await owner.fill("input[name=assigneeName]", companyName);
    await owner.fill("input[name=assigneeEmail]", sideEmails.assignee);
    await owner.fill("textarea[name=text]", "事業の承継のためです。");
    await press(owner, t.send);
    await owner.getByRole("status").waitFor();
    await look(owner, "asked");
  });

  test("staff see that the company has not registered, write to it, and name it once it has", async () => {
    await operations.goto(`${url}/operations/consents`);
    await operations.getByRole("link", { name: t.kinds["assignment"]!, exact: true }).click();
    await operations.getByText(t.proposal.none).waitFor();
    staffUrl = operations.url();
    await look(operations, "unregistered");
    await press(operations, t.proposal.write);
    await operations.getByText(t.done["written"]!).waitFor();
    await world.work();
    expect(world.newestTo(sideEmails.assignee)).toContain("/sign-up");

    ({ customerId: assigneeId } = await world.addCompany(companyName, sideEmails.assignee));
    await operations.goto(staffUrl);
    await look(operations, "registered");
    await press(operations, t.proposal.nameIt);
    await operations.getByText(t.done["named"]!).waitFor();
    await look(operations, "named");
    await world.work();
  });

  test("the assignee sees what it would take over, says who it is, and declares", async () => {
    expect(world.newestTo(sideEmails.assignee)).toContain("契約の引受け");
    successor = await openAs(sideEmails.assignee);
    await successor.goto(`${url}/portal/consents`);
    await successor.getByRole("link", { name: t.kinds["takeOver"]!, exact: true }).click();
    await successor.getByText("みなと商事").waitFor();
    await successor.locator("input[name=ticked]").first().check();
    await press(successor, t.takeOver);
    await successor.locator("#companyNameKana-error").waitFor();
    await successor.getByText(t.problems["undeclared"]!).waitFor();
    await look(successor, "answer-errors");
    expect(await successor.locator("input[name=ticked]").first().isChecked()).toBe(true);
    const typed = typedOrder("2030-05-01");
    const { prefecture, ...company } = { ...typed.company, companyName };
    for (const [name, value] of Object.entries({ ...company, ...typed.maintenance })) {
      await successor.fill(`input[name=${name}]`, value);
    }
    await successor.selectOption("select[name=prefecture]", prefecture);
    for (const box of await successor.locator("input[name=ticked]").all()) await box.check();
    await press(successor, t.takeOver);
    await successor.getByText(t.done["answered"]!).waitFor();
    await look(successor, "answered");
    await world.work();
  });

  test("staff check the assignee and consent to a day", async () => {
    await operations.goto(staffUrl);
    await operations.getByText(t.unchecked, { exact: false }).waitFor();
    await look(operations, "checks");
    await operations.goto(`${staffUrl}?step=refuseAssignee`);
    await press(operations, t.submitRefuse);
    await operations.locator("#reason-error").waitFor();
    await look(operations, "refusal-errors");
    await operations.goto(staffUrl);
    await press(operations, t.checks.verify);
    await operations.getByText(t.done["verified"]!).waitFor();
    await operations.getByRole("link", { name: t.toConsent, exact: true }).click();
    await operations.fill("input[name=effectiveDay]", "2030-03-21");
    await operations.fill("textarea[name=text]", "条件はありません。");
    await press(operations, t.submitConsent);
    await operations.locator("#effectiveDay-error").waitFor();
    await look(operations, "consent-errors");
    await operations.fill("input[name=effectiveDay]", effectiveDay);
    await press(operations, t.submitConsent);
    await operations.getByText(t.done["decided"]!).waitFor();
    await look(operations, "assigning");
    await owner.goto(contractUrl);
    await owner.getByText(formatDay(dayBefore)).first().waitFor();
    await look(owner, "contract-before");
    await world.work();
  });

  test("on its day the contract goes on under the assignee, as it was", async () => {
    await world.opened.moveTo(`${effectiveDay}T09:00:00+09:00`);
    await world.work();
    await visit(operations, staff, staffUrl);
    const badge = operations.getByText(status.consentRequest.assigned);
    await badge.first().waitFor();
    await look(operations, "assigned");
    await visit(successor, sideEmails.assignee, `${url}/portal`);
    const link = successor.locator('main a[href^="/portal/contracts/"]').first();
    const path = ((await link.getAttribute("href")) ?? "").replace(/\/cancellation$/, "");
    await successor.goto(url + path);
    const after = await successor.locator("main").innerText();
    await visit(owner, sideEmails.assignor, contractUrl);
    const before = await owner.locator("main").innerText();
    for (const words of ["2030/03/20〜2031/03/19", /¥[\d,]+/.exec(before)?.[0] ?? "no price"]) {
      expect(after).toContain(words);
      expect(before).toContain(words);
    }
    // The notice that the assignor gave ends the assignee's contract, too.
    expect(after).toContain(formatDay(termEnd));
    expect(after).toContain(status.endCause.expired);
    expect(after).toContain(t.links.predecessor);
    expect(before).toContain(status.endCause.assigned);
    expect(before).toContain(t.links.successor);
    expect(before).toContain(companyName);
    await look(owner, "predecessor");
    await look(successor, "successor");
  });

  test("each side keeps its own time, and staff see both", async () => {
    const invoices = 'main a[href^="/portal/invoices/"]';
    await successor.goto(`${url}/portal/invoices`);
    await expectHeading(successor, ja.invoice.title);
    expect(await successor.locator(invoices).count()).toBe(0);
    await owner.goto(`${url}/portal/invoices`);
    const path = (await owner.locator(invoices).first().getAttribute("href")) ?? "";
    expect((await successor.goto(url + path))?.status()).toBe(404);
    expect((await successor.goto(contractUrl))?.status()).toBe(404);

    await operations.goto(staffUrl);
    await operations.locator('main dd a[href^="/operations/contracts/"]').first().click();
    await operations.getByRole("link", { name: new RegExp(companyName) }).click();
    await operations.getByRole("link", { name: /みなと商事/ }).waitFor();
    await look(operations, "staff-successor");
    expect(world.newestTo(sideEmails.assignor)).toContain("譲受人");
    expect(world.newestTo(sideEmails.assignee)).toContain("引き継");
  });

  test("another one is called off before its day, and both are told why", async () => {
    const other = await world.startContract(world.customerId, "2030-04-20");
    const { requestId, takeOverId } = await world.agreed(assigneeId, "2030-06-01", other);
    await owner.goto(`${url}/portal/consents/${requestId}`);
    await owner.getByRole("link", { name: t.callOff.link }).click();
    await press(owner, t.callOff.submit);
    await owner.locator("#callOff-error").waitFor();
    await look(owner, "call-off-errors");
    await owner.fill("textarea[name=callOff]", "事業の計画が変わりました。");
    await press(owner, t.callOff.submit);
    await owner.getByText(t.done["calledOff"]!).waitFor();
    await look(owner, "called-off");
    await world.work();
    for (const address of Object.values(sideEmails)) {
      expect(world.newestTo(address)).toContain("事業の計画が変わりました。");
    }
    await successor.goto(`${url}/portal/consents/${takeOverId}`);
    await successor.getByText(t.off.causes["calledOff"]!, { exact: false }).waitFor();
    await look(successor, "called-off-assignee");
    const [download] = await Promise.all([
      owner.waitForEvent("download"),
      owner.getByRole("link", { name: t.save }).click(),
    ]);
    expect(readPdf(readFileSync(await download.path())).text).toContain("承諾書");
    await owner.goto(`${url}/portal/contracts/${other}`);
    expect(await owner.locator("main").innerText()).not.toContain(status.endCause.assigned);
  });
});
