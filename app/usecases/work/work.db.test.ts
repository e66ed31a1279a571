import { settlements } from "#test/helpers/sample-events.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newIdentifier } from "#app/identifier.ts";
import { createStaff } from "#app/usecases/accounts/create-account.ts";
import { setStartDay } from "#app/usecases/contracts/set-start-day.ts";
import { acceptOrder, verifyMaintenance } from "#app/usecases/orders/decide-order.ts";
import type { Principal } from "#app/usecases/principal.ts";
import type { Role } from "#machines/engine/actor.ts";
import { noticeIdOf } from "#machines/contract/ends.ts";
import { operatorCustomerId } from "#machines/engine/operator.ts";
import type { MachineEvent, MachineKind } from "#machines/engine/outgoing.ts";
import { actorOf } from "#test/helpers/commands.ts";
import { addEffect } from "#test/helpers/effects.ts";
import { placeOrder } from "#test/helpers/orders.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { assignTask } from "./assign-task.ts";
import { readWork } from "./read-work.ts";
import { taskKinds, type TaskKindName } from "./task-kinds.ts";

let opened: TestPortal;
let customerId: string;
/** Real people of the staff: the first two work in operations. */
let people: Record<"one" | "two" | "finance", string>;

const owner = () => opened.member(customerId);
const as = async (userId: string, role: Role = "operations"): Promise<Principal> => ({
  ...(await opened.staff(role)),
  userId,
});
const target = (contractId: string) => ({ customerId, contractId, clickId: newIdentifier() });

const send = async (
  kind: MachineKind,
  machineId: string,
  sender: Parameters<typeof actorOf>[0],
  event: MachineEvent,
) => {
  const receivedAt = (await opened.portal.clock.now()).toISOString();
  const to = { customerId, machineId, kind, commandId: newIdentifier(), receivedAt };
  const outcome = await opened.portal.dispatch({ ...to, actor: actorOf(sender), event });
  if (!outcome.ok) throw new Error(`${event.type}: ${outcome.refusal.detail}`);
};

/** The tasks of a kind of this file's present customer, or of the operator itself. */
async function waiting(kind: TaskKindName) {
  const all = { role: "all", owner: null, page: null };
  const { items } = await readWork(await opened.staff(), { kind, ...all });
  return items
    .filter((item) => item.customerId === customerId || item.customerName === null)
    .map(({ subject, due, page }) => ({ subject, due, page }));
}

const orderPage = (id: string) => `/operations/orders/${customerId}/${id}`;
const contractPage = (id: string) => `/operations/contracts/${customerId}/${id}`;

/** A contract whose service begins on a day. */
async function startedContract(startDay: string, options: string[] = []): Promise<string> {
  const contractId = await placeOrder(await owner(), startDay, options);
  await verifyMaintenance(await opened.staff(), target(contractId));
  await acceptOrder(await opened.staff(), target(contractId));
  await setStartDay(await opened.staff(), target(contractId), startDay);
  return contractId;
}

beforeAll(async () => {
  opened = await openTestPortal();
  await opened.moveTo("2030-03-01T10:00:00+09:00");
  const person = (name: string, role: "operations" | "finance") =>
    createStaff(opened.portal, {
      ...{ email: `${name}@operator.example`, name, role, password: "correct horse battery" },
    });
  people = {
    one: await person("青木", "operations"),
    two: await person("馬場", "operations"),
    finance: await person("千葉", "finance"),
  };
});
afterAll(() => opened.close());

describe("a task follows from where things stand", () => {
  test("from an order to the start", async () => {
    customerId = await opened.addCustomer("みなと商事");
    const contractId = await placeOrder(await owner(), "2030-04-01");
    const ordered = { subject: contractId, due: "2030-03-01", page: orderPage(contractId) };
    expect(await waiting("verifyOrder")).toEqual([ordered]);
    expect(await waiting("decideOrder")).toEqual([]);
    await verifyMaintenance(await opened.staff(), target(contractId));
    expect(await waiting("verifyOrder")).toEqual([]);
    expect(await waiting("decideOrder")).toEqual([ordered]);
    await send("contract", contractId, "operations", { type: "bindTerms", versionId: "2.0" });
    expect(await waiting("decideOrder")).toEqual([]);
    expect(await waiting("followConsent")).toEqual([ordered]);
    await send("contract", contractId, "owner", { type: "consentToTerms", versionId: "2.0" });
    expect(await waiting("followConsent")).toEqual([]);
    await acceptOrder(await opened.staff(), target(contractId));
    expect(await waiting("decideOrder")).toEqual([]);
    expect(await waiting("fixStart")).toEqual([{ ...ordered, due: "2030-04-01" }]);
    await setStartDay(await opened.staff(), target(contractId), "2030-04-02");
    expect(await waiting("fixStart")).toEqual([]);
    expect(await waiting("followProposal")).toEqual([{ ...ordered, due: "2030-04-02" }]);
    await send("contract", contractId, "owner", { type: "confirmStart" });
    expect(await waiting("followProposal")).toEqual([]);
    expect(await waiting("prepareStart")).toEqual([]);
    await opened.moveTo("2030-03-19T10:00:00+09:00");
    expect(await waiting("prepareStart")).toEqual([
      { subject: contractId, due: "2030-04-02", page: contractPage(contractId) },
    ]);
    await opened.moveTo("2030-04-02T10:00:00+09:00");
    expect(await waiting("prepareStart")).toEqual([]);
  });

  test("through a contract's life", async () => {
    customerId = await opened.addCustomer("あおい製作所");
    const contractId = await startedContract("2030-04-20", ["NDR-MVPN"]);
    await opened.moveTo("2030-04-20T10:00:00+09:00");
    const here = contractPage(contractId);
    const optionId = newIdentifier();
    const names = { menuCode: "NDR-TUNE", nameJa: "調整", nameEn: "Tuning" };
    const option = { optionId, kind: "subscription", annualPrice: 1200, ...names };
    await send("contract", contractId, "owner", { type: "addOption", option });
    const asked = { subject: optionId, due: "2030-04-20", page: here };
    expect(await waiting("decideOption")).toEqual([asked]);
    await send("option", optionId, "operations", { type: "rejectAddition" });
    expect(await waiting("decideOption")).toEqual([]);

    await send("contract", contractId, "operations", { type: "cancelByOperator", wish: null });
    const noticeId = noticeIdOf(contractId, 1);
    expect(await waiting("deliverNotice")).toEqual([]);
    await send("contract", contractId, "portal", { type: "noticeBounced", noticeId });
    const notices = `${here}/notices`;
    const bounced = { subject: noticeId, due: "2030-04-20", page: notices };
    expect(await waiting("deliverNotice")).toEqual([bounced]);
    await send("contract", contractId, "operations", { type: "offerWithdrawal", noticeId });
    expect(await waiting("deliverNotice")).toEqual([]);

    await send("contract", contractId, "owner", { type: "cancel", wish: "earliest" });
    const own = noticeIdOf(contractId, 2);
    expect(await waiting("answerWithdrawal")).toEqual([]);
    await opened.moveTo("2030-04-22T10:00:00+09:00");
    await send("contract", contractId, "owner", { type: "requestWithdrawal", noticeId: own });
    const withdrawal = { subject: `${own}/2030-04-22`, due: "2030-04-22", page: notices };
    expect(await waiting("answerWithdrawal")).toEqual([withdrawal]);
    await send("contract", contractId, "operations", { type: "refuseWithdrawal", noticeId: own });
    expect(await waiting("answerWithdrawal")).toEqual([]);

    // Due 2030/05/31; demanded on the 14th day, with 14 days to pay.
    await opened.moveTo("2030-06-28T10:00:00+09:00");
    const parts = ["settleDevices", "eraseData", "settleMaterials"] as const;
    const ended = { subject: contractId, page: here };
    // Its device was never delivered: there is nothing to get back.
    expect(await waiting("settleDevices")).toEqual([]);
    expect(await waiting("eraseData")).toEqual([{ ...ended, due: "2030-08-20" }]);
    for (const settled of settlements.filter(({ type }) => type !== "devicesSettled")) {
      await send("contract", contractId, "operations", settled);
    }
    for (const kind of parts) expect(await waiting(kind)).toEqual([]);
  });

  test("where fees stay unpaid after the demand's period", async () => {
    customerId = await opened.addCustomer("しらかば物流");
    const contractId = await startedContract("2030-07-15");
    await opened.moveTo("2030-09-29T00:00:00+09:00");
    // Due on Saturday 2030/08/31, so on Monday 2030/09/02; the 29th day after it is 2030/10/01.
    await opened.moveTo("2030-09-30T23:59:00+09:00");
    expect(await waiting("suspendUnpaid")).toEqual([]);
    await opened.moveTo("2030-10-01T00:10:00+09:00");
    expect(await waiting("suspendUnpaid")).toMatchObject([
      { due: "2030-10-01", page: contractPage(contractId) },
    ]);
    const suspend = { type: "suspend", cause: { kind: "nonPayment", ref: null } };
    await send("contract", contractId, "operations", suspend);
    expect(await waiting("suspendUnpaid")).toEqual([]);
  });

  test("through a breach case", async () => {
    customerId = await opened.addCustomer("こだま印刷");
    const contractId = await startedContract("2030-10-20");
    await opened.moveTo("2030-10-20T10:00:00+09:00");
    const [caseId, noteId] = [newIdentifier(), newIdentifier()];
    const tell = (event: MachineEvent) => send("breachCase", caseId, "operations", event);
    const page = `/operations/breaches/${customerId}/${caseId}`;
    const found = { subject: caseId, due: "2030-10-20", page };
    const about = { item: "A15.1(10)", happenedOn: "2030-10-19", contractIds: [contractId] };
    await tell({ type: "draft", ...about, noteId });
    expect(await waiting("recordBreach")).toEqual([found]);
    await tell({ type: "record", debtorIds: [contractId] });
    await tell({ type: "demand", until: "2030-10-31", noteId });
    expect(await waiting("recordBreach")).toEqual([]);
    expect(await waiting("judgeDemand")).toEqual([]);
    await opened.moveTo("2030-11-01T00:10:00+09:00");
    expect(await waiting("judgeDemand")).toEqual([{ ...found, due: "2030-11-01" }]);
    await tell({ type: "recordUncured", debtorIds: [contractId] });
    expect(await waiting("judgeDemand")).toEqual([]);
    expect(await waiting("decideTermination")).toEqual([{ ...found, due: "2030-11-01" }]);
    await tell({ type: "terminate", contractIds: [contractId], debtorIds: [contractId] });
    expect(await waiting("decideTermination")).toEqual([]);
  });

  test("where a restriction has lasted for a month without an end", async () => {
    const restrictionId = newIdentifier();
    await opened.test.asSuperuser(
      `insert into restriction (customer_id, restriction_id, status, clause, menus, contracts,
         starts_at, begun_at, text_ja, text_en, planned_at, changed_at)
       values ($1, $2, 'inForce', 'A19.1(4)', '[]', '[]', '2030-10-03T00:00:00+09:00',
         '2030-10-03T00:00:00+09:00', 'x', 'x', now(), now())`,
      [operatorCustomerId, restrictionId],
    );
    expect(await waiting("reviewRestriction")).toEqual([]);
    await opened.moveTo("2030-11-02T00:10:00+09:00");
    const page = `/operations/restrictions/${restrictionId}`;
    expect(await waiting("reviewRestriction")).toEqual([
      { subject: restrictionId, due: "2030-11-02", page },
    ]);
    await opened.test.asSuperuser("update restriction set end_day = '2030-12-31'");
    expect(await waiting("reviewRestriction")).toEqual([]);
  });

  test("of the operator itself: payouts and what was given up", async () => {
    const kinds = ["retryDeadEffects", "resolveEffects", "retryEvents", "explainPayout"] as const;
    for (const kind of kinds) expect(await waiting(kind), kind).toEqual([]);
    await addEffect(opened.test, { state: "dead", attempts: 1 });
    await addEffect(opened.test, { state: "dead", attempts: 1 });
    await addEffect(opened.test, { state: "unresolved", attempts: 1, keySince: "2026-01-05" });
    await opened.test.asSuperuser(
      `insert into inbox (provider, event_id, type, body, received_at, state)
       values ('stripe', 'evt_1', 'x', '{}', now(), 'failed')`,
    );
    await opened.test.asSuperuser(
      `insert into payout (payout_id, amount, status, arrival_day, pulled_at)
       values ('po_1', 1, 'paid', '2030-05-07', now())`,
    );
    await opened.test.asSuperuser(
      `insert into payout_line (payout_id, line_id, type, amount, fee, net, state, reason)
       values ('po_1', 'a', 'charge', 1, 0, 1, 'exception', 'unknown'),
         ('po_1', 'b', 'charge', 1, 0, 1, 'matched', '')`,
    );
    expect(await waiting("retryDeadEffects")).toMatchObject([
      { page: "/admin/effects?state=dead" },
    ]);
    expect(await waiting("resolveEffects")).toMatchObject([
      { page: "/admin/effects?state=unresolved" },
    ]);
    expect(await waiting("retryEvents")).toMatchObject([{ page: "/admin/effects/events" }]);
    expect(await waiting("explainPayout")).toEqual([
      { subject: "po_1", due: "2030-05-07", page: "/finance/payouts/po_1" },
    ]);
  });
});

describe("the list", () => {
  const read = async (
    principal: Principal,
    wanted: Partial<Record<"kind" | "role" | "owner" | "page", string>> = {},
  ) => readWork(principal, { kind: null, role: null, owner: null, page: null, ...wanted });

  test("is in the order of the due days, and counts what it lists", async () => {
    const { items, counts, total } = await read(await opened.staff(), { role: "all" });
    const due = items.map((item) => item.due);
    expect(due).toEqual(due.toSorted());
    expect(total).toBeGreaterThan(3);
    expect(counts.reduce((sum, { waiting: some }) => sum + some, 0)).toBe(total);
    expect(items.find(({ kind }) => kind === "explainPayout")).toMatchObject({
      ...{ isOverdue: true, isMine: false, customerName: null, ownerId: null },
    });
  });

  test("shows each role its own tasks first", async () => {
    for (const role of ["operations", "finance", "admin"] as const) {
      const { items, filter } = await read(await opened.staff(role));
      expect(filter.role).toBe(role);
      expect(items.length).toBeGreaterThan(0);
      expect(items.every((item) => item.role === role && item.isMine)).toBe(true);
    }
    await expect(read(await opened.member(customerId))).rejects.toMatchObject({
      code: "notAllowed",
    });
  });

  test("takes odd filters for none", async () => {
    const odd = { kind: "toString", role: "owner", owner: "'; --", page: "-3" };
    const { filter, page } = await read(await opened.staff(), odd);
    expect({ filter, page }).toEqual({
      filter: { kind: null, role: "operations", owner: "all" },
      page: 1,
    });
    expect((await read(await opened.staff(), { page: "999" })).page).toBe(1);
  });

  test("names every kind once", () => {
    const names = taskKinds.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("a task's owner", () => {
  let contractId: string;
  let task: { customerId: string; kind: string; subject: string };
  beforeAll(async () => {
    customerId = await opened.addCustomer("ほたる電機");
    contractId = await placeOrder(await owner(), "2030-12-15");
    task = { customerId, kind: "verifyOrder", subject: contractId };
  });
  const seen = async (as_: Principal, who: string) => {
    const { items } = await readWork(as_, { kind: null, role: null, owner: who, page: null });
    return items.filter(({ subject }) => subject === contractId);
  };

  test("takes it, gives it to a colleague and gives it back, each with a line in the audit log", async () => {
    const [one, two] = [await as(people.one), await as(people.two)];
    expect(await assignTask(one, task, people.one, null)).toBe("taken");
    expect(await seen(one, "me")).toMatchObject([{ ownerId: people.one, ownerName: "青木" }]);
    expect(await seen(two, "me")).toEqual([]);
    expect(await seen(two, "nobody")).toEqual([]);
    expect(await assignTask(one, task, people.two, people.one)).toBe("given");
    expect(await seen(two, "me")).toHaveLength(1);
    expect(await assignTask(two, task, null, people.two)).toBe("released");
    expect(await seen(two, "nobody")).toHaveLength(1);
    const lines = await opened.test.asSuperuser<{ action: string; to: string | null }>(
      `select action, detail->>'to' as to from audit where machine_id = $1 order by at, audit_id`,
      [contractId],
    );
    expect(lines).toEqual([
      { action: "task.assign", to: people.one },
      { action: "task.assign", to: people.two },
      { action: "task.release", to: null },
    ]);
  });

  test("is one, also where two reach for it at once", async () => {
    const both = await Promise.all([
      assignTask(await as(people.one), task, people.one, null),
      assignTask(await as(people.two), task, people.two, null),
    ]);
    expect(both.toSorted()).toEqual(["heldByOther", "taken"]);
    const [held] = await seen(await as(people.one), "all");
    const winner = both[0] === "taken" ? people.one : people.two;
    expect(held?.ownerId).toBe(winner);
    expect(await assignTask(await as(winner), task, null, winner)).toBe("released");
  });

  test("has the task's role, as has whoever gives it", async () => {
    const one = await as(people.one);
    await expect(assignTask(one, task, people.finance, null)).rejects.toMatchObject({
      code: "invalid",
    });
    const finance = await as(people.finance, "finance");
    await expect(assignTask(finance, task, people.one, null)).rejects.toMatchObject({
      code: "notAllowed",
    });
    await expect(assignTask(one, { ...task, kind: "none" }, null, null)).rejects.toMatchObject({
      code: "notFound",
    });
  });

  test("is nobody once it is done, and a page of before says so", async () => {
    const one = await as(people.one);
    await verifyMaintenance(await opened.staff(), target(contractId));
    expect(await assignTask(one, task, people.one, null)).toBe("gone");
    expect(await assignTask(one, { ...task, subject: "x".repeat(500) }, null, null)).toBe("gone");
  });
});
