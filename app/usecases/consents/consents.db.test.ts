import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newIdentifier } from "#app/identifier.ts";
import { readContractPage } from "#app/usecases/contracts/read-contract-page.ts";
import { setStartDay } from "#app/usecases/contracts/set-start-day.ts";
import { acceptOrder, verifyMaintenance } from "#app/usecases/orders/decide-order.ts";
import { readWork } from "#app/usecases/work/read-work.ts";
import { commandEffect } from "#app/workflow/command-effect.ts";
import type { EffectHandlers } from "#app/workflow/effect-handler.ts";
import { runEffect } from "#app/workflow/effects.ts";
import { handOverEffect } from "#app/workflow/hand-over-effect.ts";
import type { EffectKey } from "#db/queries/effects.ts";
import { placeOrder } from "#test/helpers/orders.ts";
import { openTestPortal, testTermsVersion, type TestPortal } from "#test/helpers/portal.ts";
import { readPdf } from "#test/helpers/pdf-text.ts";
import { successorOf } from "#machines/consent-request/successor.ts";
import { answerConsent, takeOverDeclarations } from "./answer-consent.ts";
import { askConsent, withdrawConsent } from "./ask-consent.ts";
import { consentDocument } from "./consent-document.ts";
import { askCustomer, decideConsent, nameAssignee } from "./decide-consent.ts";
import { listOwnConsents, readConsentForMember, readConsentForStaff } from "./read-consents.ts";

let opened: TestPortal;
let customerId: string;
let contractId: string;

const owner = (id = customerId) => opened.member(id);
const staff = () => opened.staff();
const none = { effectiveDay: null, maintenance: null };

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
  const asked = await askConsent(await owner(), requestId, { kind, contractId: about, text });
  expect(asked).toEqual({ outcome: "asked" });
  return requestId;
}

const statusOf = async (requestId: string, id = customerId) =>
  (await readConsentForStaff(await staff(), id, requestId)).request.status;

/** Does the effects of these kinds that wait, as a worker would; those that can't be done yet stay. */
async function work(cut?: (kind: string) => boolean): Promise<void> {
  const { portal, test: db } = opened;
  const handlers = {
    command: commandEffect(portal),
    handOver: handOverEffect(portal),
  } as unknown as EffectHandlers;
  for (let rounds = 0; rounds < 10; rounds += 1) {
    const open = await db.asSuperuser<EffectKey & { kind: string }>(
      `select customer_id as "customerId", machine_id as "machineId", seq, n, kind from effect
       where state = 'pending' and kind in ('command', 'handOver') order by at, n`,
    );
    if (open.length === 0) return;
    for (const key of open) {
      if (cut?.(key.kind)) return;
      await runEffect({ ...portal, handlers }, key, true);
    }
  }
}

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
    const typed = { kind: "gift", contractId: newIdentifier(), text: "" };
    expect(await askConsent(await owner(), requestId, typed)).toEqual({
      outcome: "invalid",
      problems: { kind: "missing", contractId: "missing", text: "missing" },
    });
    const whole = { kind: "resale", contractId, text: "再販売" };
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
  const answer = { answer: "agree", text: "", ticked: [], termsVersion: null } as const;
  const viewer = await opened.member(customerId, "viewer");
  await expect(answerConsent(viewer, targetOf(requestId), answer)).rejects.toMatchObject({
    code: "notAllowed",
  });
  expect(await answerConsent(await owner(), targetOf(requestId), answer)).toBe("answered");
  expect(await statusOf(requestId)).toBe("consented");
  const { text } = readPdf((await consentDocument(await owner(), requestId, "ja")).bytes);
  expect(text).toContain("お客様が承諾したこと");
});

describe("an assignment", () => {
  let assigneeId: string;
  let assigneeNumber: string;

  const agreeing = {
    ...({ answer: "agree", text: "", termsVersion: testTermsVersion } as const),
    ticked: [...takeOverDeclarations],
  };

  beforeAll(async () => {
    assigneeId = await opened.addCustomer("あおい製作所");
    // Its first order registered it.
    await placeOrder(await owner(assigneeId), "2030-05-01");
    const [row] = await opened.test.asSuperuser<{ number: number }>(
      "select number from customer where customer_id = $1",
      [assigneeId],
    );
    assigneeNumber = String(row?.number);
  });

  /** The assignor's request, with the assignee named and asked; and the assignee's side of it. */
  async function asked(about = contractId): Promise<{ requestId: string; takeOverId: string }> {
    const requestId = await ask("assignment", "子会社に移します。", about);
    expect(await nameAssignee(await staff(), targetOf(requestId), assigneeNumber)).toBe("named");
    await work();
    const [newest] = (await listOwnConsents(await owner(assigneeId))).filter(
      ({ status }) => status === "requested",
    );
    return { requestId, takeOverId: newest?.requestId ?? "" };
  }

  const consent = async (requestId: string, effectiveDay: string) =>
    decideConsent(await staff(), targetOf(requestId), "consent", {
      ...{ text: "条件はありません。", effectiveDay, maintenance: "on" },
    });

  test("asks a registered customer, another one, and waits for its declarations", async () => {
    const requestId = await ask("assignment");
    const fresh = await opened.addCustomer("登録のない会社");
    const numberOf = async (id: string) => {
      const [row] = await opened.test.asSuperuser<{ number: number }>(
        "select number from customer where customer_id = $1",
        [id],
      );
      return String(row?.number);
    };
    const name = async (typed: string | null) =>
      nameAssignee(await staff(), targetOf(requestId), typed);
    expect(await name("99999")).toBe("unknown");
    expect(await name(null)).toBe("unknown");
    expect(await name(await numberOf(fresh))).toBe("unregistered");
    expect(await name(await numberOf(customerId))).toBe("same");
    expect(await consent(requestId, "2030-03-21")).toMatchObject({
      problems: { effectiveDay: "notAhead" },
    });
    await expect(consent(requestId, "2030-05-01")).rejects.toMatchObject({ code: "conflict" });
    expect(await name(assigneeNumber)).toBe("named");
    await work();
    const [invitation] = await listOwnConsents(await owner(assigneeId));
    expect(invitation).toMatchObject({ kind: "takeOver", status: "requested", number: null });
    const target = targetOf(invitation?.requestId ?? "", assigneeId);
    const answer = async (more: object) =>
      answerConsent(await owner(assigneeId), target, { ...agreeing, ...more });
    expect(await answer({ ticked: ["terms"] })).toBe("undeclared");
    expect(await answer({ termsVersion: "0.9" })).toBe("termsChanged");
    expect(await answer({ answer: "decline" })).toBe("answered");
    await work();
    expect((await readConsentForStaff(await staff(), customerId, requestId)).request.assignee).toBe(
      "declined",
    );
    await withdrawConsent(await owner(), targetOf(requestId));
  });

  test("hands the contract over on its day, whenever the work is cut off", async () => {
    const { requestId, takeOverId } = await asked();
    await answerConsent(await owner(assigneeId), targetOf(takeOverId, assigneeId), agreeing);
    await work();
    expect(await consent(requestId, "2030-06-10")).toEqual({ outcome: "decided" });
    expect(await statusOf(requestId)).toBe("assigning");
    const before = await readContractPage(await owner(), contractId);
    expect(before.end).toMatchObject({ day: "2030-06-09", cause: "assigned" });

    await opened.moveTo("2030-06-10T09:00:00+09:00");
    expect(await statusOf(requestId)).toBe("handingOver");
    const successorId = successorOf(takeOverId);
    await expect(readContractPage(await owner(assigneeId), successorId)).rejects.toMatchObject({
      code: "notFound",
    });
    // Cut off before the hand-over, then between the two sides, then a repetition of all that was done.
    await work((kind) => kind === "handOver");
    expect(await statusOf(takeOverId, assigneeId)).toBe("agreed");
    await work((kind) => kind === "command");
    expect([await statusOf(takeOverId, assigneeId), await statusOf(requestId)]).toEqual([
      "takenOver",
      "handingOver",
    ]);
    const repeat = `update effect set state = 'pending', finished_at = null
      where kind in ('command', 'handOver')`;
    await opened.test.asSuperuser(repeat);
    await work();
    await opened.test.asSuperuser(repeat);
    await work();
    expect(await statusOf(requestId)).toBe("assigned");

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
  });

  test("falls through where the contract ends otherwise before its day", async () => {
    const other = await startedContract(customerId, "2030-07-20");
    await opened.moveTo("2030-07-20T10:00:00+09:00");
    const { requestId, takeOverId } = await asked(other);
    await answerConsent(await owner(assigneeId), targetOf(takeOverId, assigneeId), agreeing);
    await work();
    await consent(requestId, "2030-09-01");
    const actor = { kind: "staff", userId: "s", role: "operations" } as const;
    const receivedAt = (await opened.portal.clock.now()).toISOString();
    const event = { type: "terminate", caseId: newIdentifier(), clause: "A16.1(5)" };
    await opened.portal.dispatch({
      ...{
        customerId,
        machineId: other,
        kind: "contract",
        commandId: "t",
        actor,
        receivedAt,
        event,
      },
    });
    await opened.moveTo("2030-09-01T09:00:00+09:00");
    await work();
    expect(await statusOf(requestId)).toBe("fallenThrough");
    expect(await statusOf(takeOverId, assigneeId)).toBe("withdrawn");
  });
});
