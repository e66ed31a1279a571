import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newIdentifier } from "#app/identifier.ts";
import { readContractPage } from "#app/usecases/contracts/read-contract-page.ts";
import { setStartDay } from "#app/usecases/contracts/set-start-day.ts";
import { acceptOrder, verifyMaintenance } from "#app/usecases/orders/decide-order.ts";
import { readWork } from "#app/usecases/work/read-work.ts";
import { placeOrder } from "#test/helpers/orders.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { readPdf } from "#test/helpers/pdf-text.ts";
import { answerConsent } from "./answer-consent.ts";
import { askCustomer } from "./ask-customer.ts";
import { askConsent, withdrawConsent } from "./ask-consent.ts";
import { consentDocument } from "./consent-document.ts";
import { decideConsent } from "./decide-consent.ts";
import { listOwnConsents, readConsentForMember, readConsentForStaff } from "./read-consents.ts";

let opened: TestPortal;
let customerId: string;
let contractId: string;

const owner = (id = customerId) => opened.member(id);
const staff = () => opened.staff();
const none = { effectiveDay: null, reason: null };
const nobody = { assigneeName: null, assigneeEmail: null };

beforeAll(async () => {
  opened = await openTestPortal();
  await opened.moveTo("2030-03-01T10:00:00+09:00");
  customerId = await opened.addCustomer("みなと商事");
  contractId = await startedContract(customerId, "2030-03-20", ["NDR-MVPN"]);
  await opened.moveTo("2030-03-21T10:00:00+09:00");
});
afterAll(() => opened.close());

async function startedContract(id: string, startDay: string, options: string[] = []) {
  const ordered = await placeOrder(await owner(id), startDay, options);
  const target = () => ({ customerId: id, contractId: ordered, clickId: newIdentifier() });
  await verifyMaintenance(await staff(), target());
  await acceptOrder(await staff(), target());
  await setStartDay(await staff(), target(), startDay);
  return ordered;
}

const targetOf = (requestId: string, id = customerId) => ({
  ...{ customerId: id, requestId, clickId: newIdentifier() },
});

async function ask(kind: string, text = "グループ会社に使わせます。", about = contractId) {
  const requestId = newIdentifier();
  const asked = await askConsent(await owner(), requestId, {
    ...{ kind, contractId: about, text },
    ...nobody,
  });
  expect(asked).toEqual({ outcome: "asked" });
  return requestId;
}

const statusOf = async (requestId: string, id = customerId) =>
  (await readConsentForStaff(await staff(), id, requestId)).request.status;

describe("a request to resell", () => {
  test("is decided in writing, with a PDF that says what was decided and why", async () => {
    const requestId = await ask("resale");
    const queue = await readWork(await staff(), {
      ...{ kind: "decideConsent", role: null, owner: null, page: null },
    });
    expect(queue.items.map(({ subject }) => subject)).toContain(requestId);
    await expect(consentDocument(await owner(), requestId, "ja")).rejects.toMatchObject({
      code: "notFound",
    });
    const empty = await decideConsent(await staff(), targetOf(requestId), "consent", {
      ...{ text: " ", ...none },
    });
    expect(empty).toEqual({ outcome: "invalid", problems: { text: "missing" } });
    const decision = { text: "再販売先を\n当社に知らせること。", ...none };
    await decideConsent(await staff(), targetOf(requestId), "consent", decision);
    const page = await readConsentForMember(await owner(), requestId);
    expect(page).toMatchObject({
      request: { status: "consented", decidedOn: "2030-03-21" },
      ...{ text: "グループ会社に使わせます。", decision: decision.text },
    });
    const { bytes, fileName } = await consentDocument(await owner(), requestId, "ja");
    const { text } = readPdf(bytes);
    for (const words of [
      "承諾書",
      "2030/03/21",
      "グループ会社",
      "当社に知らせること",
      "第14条第5項",
    ]) {
      expect(text).toContain(words);
    }
    expect(fileName).toMatch(/^consent-[\w-]+-2030-03-21\.pdf$/);
    await expect(
      decideConsent(await staff(), targetOf(requestId), "refuse", decision),
    ).rejects.toMatchObject({ code: "conflict" });
  });

  test("is refused with a reason, or withdrawn before", async () => {
    const requestId = await ask("resale");
    const reason = { text: "再販売は認めていません。", ...none };
    await decideConsent(await staff(), targetOf(requestId), "refuse", reason);
    const { text } = readPdf((await consentDocument(await owner(), requestId, "ja")).bytes);
    expect(text).toContain("再販売は認めていません。");
    const other = await ask("resale");
    await withdrawConsent(await owner(), targetOf(other));
    expect(await statusOf(other)).toBe("withdrawn");
  });

  test("is the owner's, of its own company, and complete", async () => {
    const requestId = newIdentifier();
    const typed = { kind: "gift", contractId: newIdentifier(), text: "", ...nobody };
    expect(await askConsent(await owner(), requestId, typed)).toEqual({
      outcome: "invalid",
      problems: { kind: "missing", contractId: "missing", text: "missing" },
    });
    const whole = { kind: "resale", contractId, text: "再販売", ...nobody };
    const viewer = await opened.member(customerId, "viewer");
    await expect(askConsent(viewer, requestId, whole)).rejects.toMatchObject({
      code: "notAllowed",
    });
    const stranger = await owner(await opened.addCustomer("よその会社"));
    const mine = await ask("resale");
    await expect(readConsentForMember(stranger, mine)).rejects.toMatchObject({ code: "notFound" });
    await expect(withdrawConsent(stranger, targetOf(mine))).rejects.toMatchObject({
      code: "notFound",
    });
    expect(await listOwnConsents(stranger)).toEqual([]);
  });
});

test("the operator asks the customer in the same way (A31)", async () => {
  const requestId = newIdentifier();
  const { number } = await readContractPage(await owner(), contractId);
  expect(await askCustomer(await staff(), requestId, { number: "C9", text: "" })).toEqual({
    outcome: "invalid",
    problems: { number: "missing", text: "missing" },
  });
  await askCustomer(await staff(), requestId, { number, text: "事業を承継させます。" });
  const answer = {
    ...({ answer: "agree", text: "", ticked: [], termsVersion: null } as const),
    papers: { company: {}, maintenance: {} },
  };
  const viewer = await opened.member(customerId, "viewer");
  await expect(answerConsent(viewer, targetOf(requestId), answer)).rejects.toMatchObject({
    code: "notAllowed",
  });
  expect(await answerConsent(await owner(), targetOf(requestId), answer)).toEqual({
    outcome: "answered",
  });
  expect(await statusOf(requestId)).toBe("consented");
  const { text } = readPdf((await consentDocument(await owner(), requestId, "ja")).bytes);
  expect(text).toContain("お客様が承諾したこと");
});
