import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newIdentifier } from "#app/identifier.ts";
import { openAssignments, sideEmails, type Assignments } from "#test/helpers/assignments.ts";
import { typedOrder } from "#test/helpers/orders.ts";
import { readPdf } from "#test/helpers/pdf-text.ts";
import { readAnswerPage, takeOverDeclarations } from "./answer-consent.ts";
import { askConsent, withdrawConsent } from "./ask-consent.ts";
import { nameAssignee, verifyAssignee, writeToAssignee } from "./assignee.ts";
import { consentDocument } from "./consent-document.ts";
import { decideConsent } from "./decide-consent.ts";
import { listOwnConsents, readConsentForMember, readConsentForStaff } from "./read-consents.ts";

let world: Assignments;
let assigneeId: string;

const { company, maintenance } = typedOrder("2030-05-01");
const owner = (id = world.customerId) => world.opened.member(id);

const numberOf = async (id: string) => {
  const [row] = await world.opened.test.asSuperuser<{ number: number }>(
    "select number from customer where customer_id = $1",
    [id],
  );
  return String(row?.number);
};

beforeAll(async () => {
  world = await openAssignments();
});
afterAll(() => world.opened.close());

describe("an assignee without an account", () => {
  test("must be proposed with a company and an address that can be one", async () => {
    const typed = {
      ...{ kind: "assignment", contractId: world.contractId, text: "移します。" },
      ...{ assigneeName: " ", assigneeEmail: "aoi" },
    };
    expect(await askConsent(await owner(), newIdentifier(), typed)).toEqual({
      outcome: "invalid",
      problems: { assigneeName: "missing", assigneeEmail: "email" },
    });
  });

  test("is written to by staff, registers, and is named, without registered information yet", async () => {
    const requestId = await world.ask();
    await world.work();
    expect(world.newestTo(sideEmails.assignee)).toBe("");
    const staffPage = async () =>
      readConsentForStaff(await world.opened.staff(), world.customerId, requestId);
    expect(await staffPage()).toMatchObject({
      ...{ registeredAs: null, assignee: null },
      proposed: { companyName: "あおい製作所", email: sideEmails.assignee },
    });
    await writeToAssignee(await world.opened.staff(), world.targetOf(requestId));
    await world.work();
    expect(world.newestTo(sideEmails.assignee)).toContain("みなと商事");
    expect(world.newestTo(sideEmails.assignee)).toContain("/sign-up");
    await expect(
      writeToAssignee(await world.opened.staff(), world.targetOf(requestId)),
    ).rejects.toMatchObject({
      code: "conflict",
    });
    expect(world.sent.filter(({ to }) => to === sideEmails.assignee)).toHaveLength(1);

    ({ customerId: assigneeId } = await world.addCompany("あおい製作所", sideEmails.assignee));
    const { registeredAs } = await staffPage();
    expect(registeredAs).toMatchObject({ customerId: assigneeId, name: "あおい製作所" });
    const name = async (typed: string | null) =>
      nameAssignee(await world.opened.staff(), world.targetOf(requestId), typed);
    expect(await name("99999")).toBe("unknown");
    expect(await name(null)).toBe("unknown");
    expect(await name(await numberOf(world.customerId))).toBe("same");
    expect(await name(String(registeredAs?.number))).toBe("named");
    await world.work();
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
    expect(await world.answer(assigneeId, takeOverId, { ticked: ["terms"] })).toMatchObject({
      problem: "undeclared",
    });
    expect(await world.answer(assigneeId, takeOverId, { termsVersion: "0.9" })).toMatchObject({
      problem: "termsChanged",
    });
    const lapsed = { ...maintenance, validUntil: "2030-03-20" };
    const wrong = await world.answer(assigneeId, takeOverId, {
      papers: { company: {}, maintenance: lapsed },
    });
    const fields = wrong.outcome === "invalid" ? wrong.papers.map(({ field }) => field) : [];
    expect(fields).toEqual([...Object.keys(company), "validUntil"]);
    const whole = { company: { ...company, companyName: "あおい製作所" }, maintenance };
    expect(await world.answer(assigneeId, takeOverId, { papers: whole })).toEqual({
      outcome: "answered",
    });
    await world.work();
    const own = await readAnswerPage(await owner(assigneeId), takeOverId);
    expect(own.company).toBeNull();
  });

  test("lets staff see and record every check before they consent", async () => {
    const [request] = await listOwnConsents(await owner());
    const requestId = request?.requestId ?? "";
    const page = await readConsentForStaff(await world.opened.staff(), world.customerId, requestId);
    expect(page.assignee).toMatchObject({
      registration: { companyName: "あおい製作所" },
      maintenance: { contractNumber: maintenance.contractNumber },
      ...{ earlierBreaches: [], endedForCause: [] },
    });
    expect(page.assignee?.consents.map(({ kind }) => kind)).toEqual(takeOverDeclarations);
    expect(await world.consent(requestId, "2030-06-10")).toMatchObject({
      problems: { maintenance: "missing" },
    });
    await verifyAssignee(await world.opened.staff(), world.targetOf(requestId));
    expect(await world.consent(requestId, "2030-03-21")).toMatchObject({
      problems: { effectiveDay: "notAhead" },
    });
    expect(await world.consent(requestId, null)).toMatchObject({
      problems: { effectiveDay: "missing" },
    });
    expect(await world.consent(requestId, "2040-01-01")).toMatchObject({
      problems: { effectiveDay: "uncovered" },
    });
    await withdrawConsent(await owner(), world.targetOf(requestId));
    await world.work();
    expect(world.newestTo(sideEmails.assignee)).toContain("取り下げられた");
  });
});

describe("an assignee that is not accepted", () => {
  test("is refused in writing for one of the nine reasons, and both sides read it", async () => {
    const { requestId, takeOverId } = await world.named(assigneeId);
    const refuse = async (reason: string | null) =>
      decideConsent(await world.opened.staff(), world.targetOf(requestId), "refuseAssignee", {
        ...{ text: "審査の結果です。", effectiveDay: null, reason },
      });
    expect(await refuse("gut feeling")).toEqual({
      outcome: "invalid",
      problems: { reason: "missing" },
    });
    expect(await refuse("paymentDoubtful")).toEqual({ outcome: "decided" });
    await world.work();
    const page = await readConsentForMember(await owner(), requestId);
    expect(page.request).toMatchObject({ status: "refused", refusalReason: "paymentDoubtful" });
    expect(await world.statusOf(takeOverId, assigneeId)).toBe("withdrawn");
    const { text } = readPdf((await consentDocument(await owner(), requestId, "ja")).bytes);
    for (const words of ["料金のお支払いに懸念", "第5条第4項第2号", "審査の結果です。"]) {
      expect(text).toContain(words);
    }
    for (const address of Object.values(sideEmails)) {
      expect(world.newestTo(address)).toContain("料金のお支払いに懸念");
      expect(world.newestTo(address)).toContain("第5条第4項第2号");
    }
  });

  test("is not told of a refusal for the assignor's reasons", async () => {
    const { requestId } = await world.named(assigneeId);
    await decideConsent(await world.opened.staff(), world.targetOf(requestId), "refuse", {
      ...{ text: "譲渡人だけに伝える事情です。", effectiveDay: null, reason: null },
    });
    await world.work();
    expect(world.newestTo(sideEmails.assignor)).toContain("譲渡人だけに伝える事情です。");
    expect(world.newestTo(sideEmails.assignee)).toContain("承諾しない");
    expect(world.newestTo(sideEmails.assignee)).not.toContain("譲渡人だけに");
  });

  test("is shown with the contracts that were ended for its breach (A5.4(7))", async () => {
    const ended = await world.startContract(assigneeId, "2030-04-20");
    await world.terminate(assigneeId, ended);
    const { requestId } = await world.named(assigneeId);
    const { assignee } = await readConsentForStaff(
      await world.opened.staff(),
      world.customerId,
      requestId,
    );
    expect(assignee?.endedForCause).toMatchObject([{ contractId: ended, endDay: "2030-03-21" }]);
    expect(assignee?.reasons.filter(({ prompted }) => prompted)).toMatchObject([
      { reason: "earlierBreach", clause: "A5.4(7)" },
    ]);
    await withdrawConsent(await owner(), world.targetOf(requestId));
    await world.work();
  });
});
