import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newIdentifier } from "#app/identifier.ts";
import { createCustomerAccount } from "#app/usecases/accounts/create-account.ts";
import { readContractForStaff } from "#app/usecases/contracts/read-contract-for-staff.ts";
import { readContractPage } from "#app/usecases/contracts/read-contract-page.ts";
import { setStartDay } from "#app/usecases/contracts/set-start-day.ts";
import { acceptOrder, verifyMaintenance } from "#app/usecases/orders/decide-order.ts";
import { workAssignments } from "#test/helpers/assignments.ts";
import type { SentMail } from "#test/helpers/effect-work.ts";
import { placeOrder, typedOrder } from "#test/helpers/orders.ts";
import { openTestPortal, testTermsVersion, type TestPortal } from "#test/helpers/portal.ts";
import { readPdf } from "#test/helpers/pdf-text.ts";
import { successorOf } from "#machines/consent-request/successor.ts";
import { answerConsent, readAnswerPage, takeOverDeclarations } from "./answer-consent.ts";
import { askConsent, withdrawConsent } from "./ask-consent.ts";
import { nameAssignee, verifyAssignee, writeToAssignee } from "./assignee.ts";
import { callOffForOperator, callOffOwn } from "./call-off.ts";
import { consentDocument } from "./consent-document.ts";
import { decideConsent } from "./decide-consent.ts";
import { listOwnConsents, readConsentForMember, readConsentForStaff } from "./read-consents.ts";

let opened: TestPortal;
let customerId: string;
let contractId: string;
let assigneeId: string;
let assigneeNumber: string;
const sent: SentMail[] = [];

const emails = { assignor: "owner@minato.example", assignee: "owner@aoi.example" };
const password = "correct horse battery";
const { company, maintenance } = typedOrder("2030-05-01");
const staff = () => opened.staff();
const owner = (id = customerId) => opened.member(id);
const papers = { company: {}, maintenance };
const agreeing = {
  ...({ answer: "agree", text: "", termsVersion: testTermsVersion } as const),
  ticked: [...takeOverDeclarations],
  papers,
};

const targetOf = (requestId: string, id = customerId) => ({
  ...{ customerId: id, requestId, clickId: newIdentifier() },
});
const work = (cut?: (kind: string) => boolean) =>
  workAssignments(opened.portal, opened.test, sent, cut);
const mailsTo = (address: string) => sent.filter(({ to }) => to === address);
const newestTo = (address: string) => mailsTo(address).at(-1)?.text ?? "";

const addCompany = (name: string, email: string) =>
  createCustomerAccount(opened.portal, { companyName: name, name: "山田 太郎", email, password });

const numberOf = async (id: string) => {
  const [row] = await opened.test.asSuperuser<{ number: number }>(
    "select number from customer where customer_id = $1",
    [id],
  );
  return String(row?.number);
};

async function startedContract(id: string, startDay: string, options: string[] = []) {
  const ordered = await placeOrder(await owner(id), startDay, options);
  const target = () => ({ customerId: id, contractId: ordered, clickId: newIdentifier() });
  await verifyMaintenance(await staff(), target());
  await acceptOrder(await staff(), target());
  await setStartDay(await staff(), target(), startDay);
  return ordered;
}

async function ask(about = contractId, more: object = {}) {
  const requestId = newIdentifier();
  const asked = await askConsent(await owner(), requestId, {
    ...{ kind: "assignment", contractId: about, text: "子会社に移します。" },
    ...{ assigneeName: "あおい製作所", assigneeEmail: emails.assignee },
    ...more,
  });
  expect(asked).toEqual({ outcome: "asked" });
  return requestId;
}

const statusOf = async (requestId: string, id = customerId) =>
  (await readConsentForStaff(await staff(), id, requestId)).request.status;

/** The assignor's request, with the assignee named and asked; and the assignee's side of it. */
async function named(about = contractId): Promise<{ requestId: string; takeOverId: string }> {
  const requestId = await ask(about);
  expect(await nameAssignee(await staff(), targetOf(requestId), assigneeNumber)).toBe("named");
  await work();
  const { request } = await readConsentForStaff(await staff(), customerId, requestId);
  return { requestId, takeOverId: request.otherRequestId ?? "" };
}

const agree = async (takeOverId: string, more: object = {}) =>
  answerConsent(await owner(assigneeId), targetOf(takeOverId, assigneeId), {
    ...agreeing,
    ...more,
  });

const consent = async (requestId: string, effectiveDay: string | null) =>
  decideConsent(await staff(), targetOf(requestId), "consent", {
    ...{ text: "条件はありません。", effectiveDay, reason: null },
  });

/** An assignment to which everybody has said yes. */
async function agreed(effectiveDay: string, about = contractId) {
  const both = await named(about);
  await agree(both.takeOverId);
  await work();
  await verifyAssignee(await staff(), targetOf(both.requestId));
  expect(await consent(both.requestId, effectiveDay)).toEqual({ outcome: "decided" });
  await work();
  return both;
}

beforeAll(async () => {
  opened = await openTestPortal();
  await opened.moveTo("2030-03-01T10:00:00+09:00");
  ({ customerId } = await addCompany("みなと商事", emails.assignor));
  contractId = await startedContract(customerId, "2030-03-20", ["NDR-MVPN"]);
  await opened.moveTo("2030-03-21T10:00:00+09:00");
});
afterAll(() => opened.close());

describe("an assignee without an account", () => {
  test("must be proposed with a company and an address that can be one", async () => {
    const typed = {
      ...{ kind: "assignment", contractId, text: "移します。" },
      ...{ assigneeName: " ", assigneeEmail: "aoi" },
    };
    expect(await askConsent(await owner(), newIdentifier(), typed)).toEqual({
      outcome: "invalid",
      problems: { assigneeName: "missing", assigneeEmail: "email" },
    });
  });

  test("is written to by staff, registers, and is named, without registered information yet", async () => {
    const requestId = await ask();
    await work();
    expect(mailsTo(emails.assignee)).toEqual([]);
    const staffPage = async () => readConsentForStaff(await staff(), customerId, requestId);
    expect(await staffPage()).toMatchObject({
      ...{ registeredAs: null, assignee: null },
      proposed: { companyName: "あおい製作所", email: emails.assignee },
    });
    await writeToAssignee(await staff(), targetOf(requestId));
    await work();
    expect(newestTo(emails.assignee)).toContain("みなと商事");
    expect(newestTo(emails.assignee)).toContain("/sign-up");
    await expect(writeToAssignee(await staff(), targetOf(requestId))).rejects.toMatchObject({
      code: "conflict",
    });
    expect(sent.filter(({ to }) => to === emails.assignee)).toHaveLength(1);

    ({ customerId: assigneeId } = await addCompany("あおい製作所", emails.assignee));
    assigneeNumber = await numberOf(assigneeId);
    const { registeredAs } = await staffPage();
    expect(registeredAs).toMatchObject({ customerId: assigneeId, name: "あおい製作所" });
    const name = async (typed: string | null) =>
      nameAssignee(await staff(), targetOf(requestId), typed);
    expect(await name("99999")).toBe("unknown");
    expect(await name(null)).toBe("unknown");
    expect(await name(await numberOf(customerId))).toBe("same");
    expect(await name(String(registeredAs?.number))).toBe("named");
    await work();
    expect((await staffPage()).assignee).toMatchObject({ registration: null, maintenance: null });
  });

  test("answers with its company, its maintenance contract and every declaration", async () => {
    const [invitation] = await listOwnConsents(await owner(assigneeId));
    expect(invitation).toMatchObject({ kind: "takeOver", status: "requested", number: null });
    const takeOverId = invitation?.requestId ?? "";
    const page = await readAnswerPage(await owner(assigneeId), takeOverId);
    expect(page).toMatchObject({
      company: { companyName: "あおい製作所" },
      page: { assignorName: "みなと商事", request: { assignorId: null, otherRequestId: null } },
    });
    expect(await agree(takeOverId, { ticked: ["terms"] })).toMatchObject({ problem: "undeclared" });
    expect(await agree(takeOverId, { termsVersion: "0.9" })).toMatchObject({
      problem: "termsChanged",
    });
    const lapsed = { ...maintenance, validUntil: "2030-03-20" };
    const wrong = await agree(takeOverId, { papers: { company: {}, maintenance: lapsed } });
    const fields = wrong.outcome === "invalid" ? wrong.papers.map(({ field }) => field) : [];
    expect(fields).toEqual([...Object.keys(company), "validUntil"]);
    const whole = { company: { ...company, companyName: "あおい製作所" }, maintenance };
    expect(await agree(takeOverId, { papers: whole })).toEqual({ outcome: "answered" });
    await work();
    const own = await readAnswerPage(await owner(assigneeId), takeOverId);
    expect(own.company).toBeNull();
  });

  test("lets staff see and record every check before they consent", async () => {
    const [request] = await listOwnConsents(await owner());
    const requestId = request?.requestId ?? "";
    const page = await readConsentForStaff(await staff(), customerId, requestId);
    expect(page.assignee).toMatchObject({
      registration: { companyName: "あおい製作所" },
      maintenance: { contractNumber: maintenance.contractNumber },
      ...{ earlierBreaches: [], endedForCause: [] },
    });
    expect(page.assignee?.consents.map(({ kind }) => kind)).toEqual(takeOverDeclarations);
    expect(await consent(requestId, "2030-06-10")).toMatchObject({
      problems: { maintenance: "missing" },
    });
    await verifyAssignee(await staff(), targetOf(requestId));
    expect(await consent(requestId, "2030-03-21")).toMatchObject({
      problems: { effectiveDay: "notAhead" },
    });
    expect(await consent(requestId, null)).toMatchObject({ problems: { effectiveDay: "missing" } });
    expect(await consent(requestId, "2040-01-01")).toMatchObject({
      problems: { effectiveDay: "uncovered" },
    });
    await withdrawConsent(await owner(), targetOf(requestId));
    await work();
    expect(newestTo(emails.assignee)).toContain("取り下げられた");
  });
});

describe("an assignee that is not accepted", () => {
  test("is refused in writing for one of the nine reasons, and both sides read it", async () => {
    const { requestId, takeOverId } = await named();
    const refuse = async (reason: string | null) =>
      decideConsent(await staff(), targetOf(requestId), "refuseAssignee", {
        ...{ text: "審査の結果です。", effectiveDay: null, reason },
      });
    expect(await refuse("gut feeling")).toEqual({
      outcome: "invalid",
      problems: { reason: "missing" },
    });
    expect(await refuse("paymentDoubtful")).toEqual({ outcome: "decided" });
    await work();
    const page = await readConsentForMember(await owner(), requestId);
    expect(page.request).toMatchObject({ status: "refused", refusalReason: "paymentDoubtful" });
    expect(await statusOf(takeOverId, assigneeId)).toBe("withdrawn");
    const { text } = readPdf((await consentDocument(await owner(), requestId, "ja")).bytes);
    for (const words of ["料金のお支払いに懸念", "第5条第4項第2号", "審査の結果です。"]) {
      expect(text).toContain(words);
    }
    for (const address of Object.values(emails)) {
      expect(newestTo(address)).toContain("料金のお支払いに懸念");
      expect(newestTo(address)).toContain("第5条第4項第2号");
    }
  });

  test("is not told of a refusal for the assignor's reasons", async () => {
    const { requestId } = await named();
    await decideConsent(await staff(), targetOf(requestId), "refuse", {
      ...{ text: "譲渡人だけに伝える事情です。", effectiveDay: null, reason: null },
    });
    await work();
    expect(newestTo(emails.assignor)).toContain("譲渡人だけに伝える事情です。");
    expect(newestTo(emails.assignee)).toContain("承諾しない");
    expect(newestTo(emails.assignee)).not.toContain("譲渡人だけに");
  });

  test("is shown with the contracts that were ended for its breach (A5.4(7))", async () => {
    const ended = await startedContract(assigneeId, "2030-04-20");
    const receivedAt = (await opened.portal.clock.now()).toISOString();
    await opened.portal.dispatch({
      ...{ customerId: assigneeId, machineId: ended, kind: "contract", commandId: "t", receivedAt },
      actor: { kind: "staff", userId: "s", role: "operations" },
      event: { type: "terminate", caseId: newIdentifier(), clause: "A16.1(5)" },
    });
    const { requestId } = await named();
    const { assignee } = await readConsentForStaff(await staff(), customerId, requestId);
    expect(assignee?.endedForCause).toMatchObject([{ contractId: ended, endDay: "2030-03-21" }]);
    expect(assignee?.reasons.filter(({ prompted }) => prompted)).toMatchObject([
      { reason: "earlierBreach", clause: "A5.4(7)" },
    ]);
    await withdrawConsent(await owner(), targetOf(requestId));
    await work();
  });
});

describe("an assignment that is called off", () => {
  const endOf = async () => (await readContractPage(await owner(), contractId)).end;

  test("by the assignor: the contract stays, and both are told why", async () => {
    const { requestId, takeOverId } = await agreed("2030-06-10");
    expect(await endOf()).toMatchObject({ day: "2030-06-09", cause: "assigned" });
    const off = async (typed: string) => callOffOwn(await owner(), targetOf(requestId), typed);
    expect(await off(" ")).toEqual({ outcome: "invalid", problem: "missing" });
    expect(await off("事業の計画が変わりました。")).toEqual({ outcome: "calledOff" });
    await work();
    expect(await endOf()).toBeNull();
    const page = await readConsentForMember(await owner(), requestId);
    expect(page).toMatchObject({
      request: { status: "calledOff", offBy: "assignor", offOn: "2030-03-21" },
      offText: "事業の計画が変わりました。",
    });
    expect(await statusOf(takeOverId, assigneeId)).toBe("withdrawn");
    for (const address of Object.values(emails)) {
      expect(newestTo(address)).toContain("事業の計画が変わりました。");
      expect(newestTo(address)).toContain("譲渡人");
    }
    expect(newestTo(emails.assignor)).toContain("2030/06/10");
    await expect(off("もう一度")).rejects.toMatchObject({ code: "conflict" });
    expect((await consentDocument(await owner(), requestId, "ja")).fileName).toContain("consent");
  });

  test("by the operator", async () => {
    const { requestId, takeOverId } = await agreed("2030-06-10");
    const off = (typed: string | null) => async () =>
      callOffForOperator(await staff(), targetOf(requestId), typed);
    expect(await off(null)()).toEqual({ outcome: "invalid", problem: "missing" });
    expect(await off("保守契約が終了しました。")()).toEqual({ outcome: "calledOff" });
    await work();
    expect(await endOf()).toBeNull();
    expect(await statusOf(takeOverId, assigneeId)).toBe("withdrawn");
    expect(newestTo(emails.assignee)).toContain("保守契約が終了しました。");
  });

  test("by the assignee, whose words the assignor reads by mail", async () => {
    const { requestId, takeOverId } = await agreed("2030-06-10");
    const target = targetOf(takeOverId, assigneeId);
    await callOffOwn(await owner(assigneeId), target, "引き受けられなくなりました。");
    await work();
    expect(await statusOf(requestId)).toBe("calledOff");
    expect(await statusOf(takeOverId, assigneeId)).toBe("withdrawn");
    expect(await endOf()).toBeNull();
    expect(newestTo(emails.assignor)).toContain("引き受けられなくなりました。");
    const staffPage = await readConsentForStaff(await staff(), customerId, requestId);
    expect(staffPage.offText).toBe("引き受けられなくなりました。");
  });

  test("is nobody else's to call off", async () => {
    const { requestId, takeOverId } = await agreed("2030-06-10");
    const viewer = await opened.member(customerId, "viewer");
    await expect(callOffOwn(viewer, targetOf(requestId), "x")).rejects.toMatchObject({
      code: "notAllowed",
    });
    await expect(callOffOwn(await owner(), targetOf(takeOverId), "x")).rejects.toMatchObject({
      code: "notFound",
    });
    const finance = await opened.staff("finance");
    await expect(callOffForOperator(finance, targetOf(requestId), "x")).rejects.toMatchObject({
      code: "notAllowed",
    });
    await callOffForOperator(await staff(), targetOf(requestId), "試験の終わり");
    await work();
  });
});

describe("an assignment on its day", () => {
  test("hands the contract over, whenever the work is cut off", async () => {
    const { requestId, takeOverId } = await agreed("2030-06-10");
    expect(await statusOf(requestId)).toBe("assigning");
    await opened.moveTo("2030-06-10T09:00:00+09:00");
    expect(await statusOf(requestId)).toBe("handingOver");
    // Too late for everybody: the contract has ended with the assignor.
    await expect(callOffOwn(await owner(), targetOf(requestId), "x")).rejects.toMatchObject({
      code: "conflict",
    });
    await callOffOwn(await owner(assigneeId), targetOf(takeOverId, assigneeId), "x");
    const successorId = successorOf(takeOverId);
    await expect(readContractPage(await owner(assigneeId), successorId)).rejects.toMatchObject({
      code: "notFound",
    });
    // Cut off before the hand-over, then between the two sides, then a repetition of all that was done.
    await work((kind) => kind === "handOver");
    expect(await statusOf(takeOverId, assigneeId)).toBe("agreed");
    const repeat = `update effect set state = 'pending', finished_at = null
      where kind in ('command', 'handOver')`;
    await work();
    await opened.test.asSuperuser(repeat);
    await work();
    expect([await statusOf(takeOverId, assigneeId), await statusOf(requestId)]).toEqual([
      "takenOver",
      "assigned",
    ]);

    const old = await readContractPage(await owner(), contractId);
    const taken = await readContractPage(await owner(assigneeId), successorId);
    expect(old).toMatchObject({ status: "ended", end: { day: "2030-06-09", cause: "assigned" } });
    expect(taken).toMatchObject({ status: "active", end: null, invoices: [] });
    expect(taken.options.map(({ status }) => status)).toEqual(["active"]);
    expect(old.invoices).toHaveLength(1);
    const terms = await opened.test.asSuperuser<{ term_start: string; term_end: string }>(
      `select term_start::text, term_end::text from contract where contract_id in ($1, $2)`,
      [contractId, successorId],
    );
    expect(terms[0]).toEqual(terms[1]);
    const consents = await opened.test.asSuperuser<{ kind: string }>(
      "select kind from consent where contract_id = $1",
      [successorId],
    );
    expect(consents.map(({ kind }) => kind).toSorted()).toEqual(takeOverDeclarations.toSorted());
    await expect(readContractPage(await owner(assigneeId), contractId)).rejects.toMatchObject({
      code: "notFound",
    });

    // Each side reads the other contract's name and no way to it; staff find both.
    const successor = { number: taken.number, companyName: "あおい製作所" };
    const predecessor = { number: old.number, companyName: "みなと商事" };
    expect(old.links).toEqual({ predecessor: null, successor });
    expect(taken.links).toEqual({ predecessor, successor: null });
    const forStaff = async (id: string, one: string) =>
      (await readContractForStaff(await staff(), id, one)).links;
    expect(await forStaff(customerId, contractId)).toMatchObject({
      successor: { customerId: assigneeId, contractId: successorId },
    });
    expect(await forStaff(assigneeId, successorId)).toMatchObject({
      predecessor: { customerId, contractId },
    });
  });

  test("falls through where the contract ended otherwise before, and both are told", async () => {
    const other = await startedContract(customerId, "2030-07-20");
    await opened.moveTo("2030-07-20T10:00:00+09:00");
    const { requestId, takeOverId } = await agreed("2030-09-01", other);
    const receivedAt = (await opened.portal.clock.now()).toISOString();
    await opened.portal.dispatch({
      ...{ customerId, machineId: other, kind: "contract", commandId: "t", receivedAt },
      actor: { kind: "staff", userId: "s", role: "operations" },
      event: { type: "terminate", caseId: newIdentifier(), clause: "A16.1(5)" },
    });
    await opened.moveTo("2030-09-01T09:00:00+09:00");
    await work();
    expect(await statusOf(requestId)).toBe("fallenThrough");
    expect(await statusOf(takeOverId, assigneeId)).toBe("withdrawn");
    for (const address of Object.values(emails)) {
      expect(newestTo(address)).toContain("先に終了した");
    }
  });
});
