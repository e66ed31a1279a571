import { afterAll, beforeAll, expect, test } from "vitest";
import { newIdentifier } from "#app/identifier.ts";
import { adoptTerms } from "#app/usecases/terms/adopt-terms.ts";
import { readContract } from "#db/queries/contracts.ts";
import { readConsents, readQuote, readRegistration } from "#db/queries/order-papers.ts";
import { menu } from "#db/schema/operator.ts";
import { fillDraft, placeOrder, shownNow, typedOrder } from "#test/helpers/orders.ts";
import { openTestPortal, testTermsVersion, type TestPortal } from "#test/helpers/portal.ts";
import { openDraft } from "./open-draft.ts";
import { asFormData } from "./order-form/typed.ts";
import { readDraft } from "./read-draft.ts";
import { reviewOrder } from "./review-order.ts";
import { saveOrderStep } from "./save-order-step.ts";
import { submitOrder } from "./submit-order.ts";
import { withdrawOrder } from "./withdraw-order.ts";

let opened: TestPortal;
let customerId: string;
const owner = () => opened.member(customerId);
const read = <Row>(work: Parameters<typeof opened.portal.database.transaction<Row>>[1]) =>
  opened.portal.database.transaction({ role: "portal_app", customerId }, work);

beforeAll(async () => {
  opened = await openTestPortal();
  await opened.moveTo("2030-03-01T10:00:00+09:00");
  customerId = await opened.addCustomer("みなと商事");
});
afterAll(() => opened.close());

test("a draft opened twice under one id is one draft", async () => {
  const contractId = newIdentifier();
  await openDraft(await owner(), contractId);
  await openDraft(await owner(), contractId);
  const row = await read((tx) => readContract(tx, customerId, contractId));
  expect(row).toMatchObject({ status: "draft", number: null });
});

test("a draft needs an identifier and an owner", async () => {
  await expect(openDraft(await owner(), "1")).rejects.toMatchObject({ code: "invalid" });
  const viewer = await opened.member(customerId, "viewer");
  await expect(openDraft(viewer, newIdentifier())).rejects.toMatchObject({ code: "notAllowed" });
});

test("what was typed is kept although it is wrong, and NUL does not get in its way", async () => {
  const contractId = newIdentifier();
  await openDraft(await owner(), contractId);
  const form = asFormData({
    companyName: "みなと\0商事",
    postalCode: "94105",
    phone: "x".repeat(9999),
  });
  const reply = await saveOrderStep(await owner(), contractId, "company", form);
  expect(reply?.error).toMatchObject({
    companyName: ["characters"],
    postalCode: ["postalCode"],
    representative: ["missing"],
  });
  const { typed } = await readDraft(await owner(), contractId);
  expect(typed.company).toEqual({
    companyName: "みなと商事",
    postalCode: "94105",
    phone: "x".repeat(2000),
  });
});

test("saving one page leaves the others as they are, also when both are saved at once", async () => {
  const contractId = newIdentifier();
  await openDraft(await owner(), contractId);
  const { company, maintenance } = typedOrder("2030-04-01");
  const [one, other] = [await owner(), await owner()];
  await Promise.all([
    saveOrderStep(one, contractId, "company", asFormData(company)),
    saveOrderStep(other, contractId, "maintenance", asFormData(maintenance)),
  ]);
  const { typed } = await readDraft(await owner(), contractId);
  expect(typed).toEqual({ company, maintenance });
});

test("a maintenance contract that ends before the service starts is an error on its page", async () => {
  const typed = typedOrder("2030-04-01");
  const contractId = await fillDraft(await owner(), typed);
  const short = { ...typed.maintenance, validUntil: "2030-03-31" };
  const reply = await saveOrderStep(await owner(), contractId, "maintenance", asFormData(short));
  expect(reply?.error).toEqual({ validUntil: ["lapsesBefore 2030-04-01"] });
});

test("an order leaves its quote, registered information and every consent behind", async () => {
  const sender = await owner();
  const contractId = await placeOrder(sender, "2030-04-01", ["NDR-MVPN", "NDR-TUNE"]);
  const row = await read((tx) => readContract(tx, customerId, contractId));
  expect(row).toMatchObject({
    status: "submitted",
    menuCode: "NDR-BASE",
    annualPrice: 3_960_000,
    wishedStart: "2030-04-01",
  });
  const quote = await read((tx) => readQuote(tx, customerId, contractId));
  expect(quote).toMatchObject({
    number: row?.number?.replace("C", "Q"),
    quotedDay: "2030-03-01",
    validUntil: "2030-03-31",
    subtotal: 3_960_000 + 396_000 + 580_000,
    tax: 493_600,
    total: 5_429_600,
    taxes: [{ ratePercent: 10, taxable: 4_936_000, tax: 493_600 }],
  });
  const registered = await read((tx) => readRegistration(tx, customerId));
  expect(registered).toMatchObject({ ...typedOrder("2030-04-01").company, contractId });
  const consents = await read((tx) => readConsents(tx, customerId, contractId));
  expect(consents.map(({ kind }) => kind).toSorted()).toEqual([
    "antiSocialForces",
    "communication",
    "dataAccess",
    "deviceCare",
    "exemptions",
    "internalApproval",
    "noGuarantee",
    "terms",
  ]);
  for (const given of consents) {
    expect(given).toMatchObject({
      termsVersion: testTermsVersion,
      userId: sender.userId,
      ipAddress: sender.ipAddress,
      consentedAt: new Date(sender.receivedAt),
    });
  }
});

test("nothing personal stands in the events and the machine of an order", async () => {
  const contractId = await placeOrder(await owner(), "2030-04-01");
  const rows = await opened.test.asSuperuser<{ text: string }>(
    `select event::text || actor::text as text from machine_event where customer_id = $1
     union all select snapshot::text from machine where machine_id = $2
     union all select params::text from effect where machine_id = $2`,
    [customerId, contractId],
  );
  const { company, maintenance, site } = typedOrder("2030-04-01");
  const personal = [...Object.values(company), ...Object.values(maintenance), site.siteName];
  const written = rows.map(({ text }) => text).join("\n");
  expect(written).toContain("NDR-BASE");
  expect(personal.filter((value) => written.includes(value))).toEqual([]);
});

test("an order sent twice, even at the same moment, is one order", async () => {
  const contractId = await fillDraft(await owner(), typedOrder("2030-04-01"));
  const shown = await shownNow(await owner(), contractId);
  const sender = await owner();
  const results = await Promise.all([
    submitOrder(sender, contractId, shown),
    submitOrder(sender, contractId, shown),
  ]);
  expect(results).toEqual([{ outcome: "submitted" }, { outcome: "submitted" }]);
  expect(await submitOrder(await owner(), contractId, shown)).toEqual({ outcome: "submitted" });
  const consents = await read((tx) => readConsents(tx, customerId, contractId));
  expect(consents).toHaveLength(7);
  const events = await opened.test.asSuperuser<{ type: string }>(
    "select event->>'type' as type from machine_event where machine_id = $1 order by seq",
    [contractId],
  );
  expect(events.map(({ type }) => type)).toEqual(["openDraft", "submit"]);
});

test("an incomplete order is not sent, and the review says where something is missing", async () => {
  const contractId = await fillDraft(await owner(), typedOrder("2030-04-01"));
  const shown = await shownNow(await owner(), contractId);
  const typed = { ...typedOrder("2030-04-01").declarations, antiSocialForces: "" };
  await saveOrderStep(await owner(), contractId, "declarations", asFormData(typed));
  expect(await submitOrder(await owner(), contractId, shown)).toEqual({ outcome: "incomplete" });
  const { problems, quote } = await reviewOrder(await owner(), contractId);
  expect(problems).toEqual([
    { step: "declarations", field: "antiSocialForces", code: "notTicked" },
  ]);
  expect(quote).toBeNull();
});

test("an order without the basic menu is not sent", async () => {
  const contractId = await fillDraft(await owner(), typedOrder("2030-04-01"));
  const shown = await shownNow(await owner(), contractId);
  const alone = { options: ["NDR-HUNT"], wishedStart: "2030-04-01" };
  await saveOrderStep(await owner(), contractId, "menus", asFormData(alone));
  expect(await submitOrder(await owner(), contractId, shown)).toEqual({ outcome: "incomplete" });
  const { problems } = await reviewOrder(await owner(), contractId);
  expect(problems).toEqual([{ step: "menus", field: "basic", code: "basicMissing" }]);
});

test("where price, terms or form are not what was shown, the page asks again", async () => {
  const contractId = await fillDraft(await owner(), typedOrder("2030-04-20"));
  const shown = await shownNow(await owner(), contractId);
  const { company } = typedOrder("2030-04-20");
  await opened.moveTo("2030-03-02T10:00:00+09:00");
  await saveOrderStep(
    await owner(),
    contractId,
    "company",
    asFormData({ ...company, street: "1-1-1" }),
  );
  await opened.portal.database.transaction({ role: "portal_engine" }, async (tx) => {
    const [first] = await tx.select().from(menu).limit(1);
    const dearer = { code: "NDR-BASE", validFrom: "2030-03-02", annualPrice: 4_200_000 };
    await tx.insert(menu).values({ ...first!, kind: "basic", ...dearer });
  });
  await adoptTerms(opened.portal, [{ version: "2.0", effectiveDay: "2030-03-02", articles: [] }]);
  expect(await submitOrder(await owner(), contractId, shown)).toEqual({
    outcome: "changed",
    what: ["price", "terms", "form"],
  });
  const row = await read((tx) => readContract(tx, customerId, contractId));
  expect(row?.status).toBe("draft");
  const again = await shownNow(await owner(), contractId);
  expect(again).toMatchObject({ total: 4_620_000, termsVersion: "2.0" });
  expect(await submitOrder(await owner(), contractId, again)).toEqual({ outcome: "submitted" });
  const consents = await read((tx) => readConsents(tx, customerId, contractId));
  expect(new Set(consents.map((given) => given.termsVersion))).toEqual(new Set(["2.0"]));
});

test("an order sent again after a decision is answered as the first time", async () => {
  const contractId = await placeOrder(await owner(), "2030-04-20");
  await withdrawOrder(await owner(), contractId);
  const shown = { total: 0, termsVersion: "1.0", specifications: [], savedAt: "" };
  expect(await submitOrder(await owner(), contractId, shown)).toEqual({ outcome: "submitted" });
  const row = await read((tx) => readContract(tx, customerId, contractId));
  expect(row?.status).toBe("withdrawn");
});

test("what was sent does not change any more", async () => {
  const contractId = await placeOrder(await owner(), "2030-04-20");
  const { company } = typedOrder("2030-04-20");
  const changed = asFormData({ ...company, companyName: "別会社" });
  await expect(saveOrderStep(await owner(), contractId, "company", changed)).rejects.toMatchObject({
    code: "conflict",
  });
});

test("somebody else's order is not to be found", async () => {
  const contractId = await fillDraft(await owner(), typedOrder("2030-04-20"));
  const stranger = await opened.member(await opened.addCustomer("よその会社"));
  const shown = { total: 0, termsVersion: "1.0", specifications: [], savedAt: "" };
  for (const attempt of [
    () => reviewOrder(stranger, contractId),
    () => saveOrderStep(stranger, contractId, "site", new FormData()),
    () => submitOrder(stranger, contractId, shown),
    () => readDraft(stranger, "no-identifier"),
  ]) {
    await expect(attempt()).rejects.toMatchObject({ code: "notFound" });
  }
});
