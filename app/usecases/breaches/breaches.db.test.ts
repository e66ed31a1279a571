import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newIdentifier } from "#app/identifier.ts";
import { contractForOperations } from "#app/usecases/contracts/contract-for-operations.ts";
import { setStartDay } from "#app/usecases/contracts/set-start-day.ts";
import { liftSuspension, suspendService } from "#app/usecases/contracts/suspension.ts";
import { readFileForStaff } from "#app/usecases/files/read-file.ts";
import { acceptOrder, verifyMaintenance } from "#app/usecases/orders/decide-order.ts";
import { readOrderDossier } from "#app/usecases/orders/order-dossier.ts";
import { readBreachCase } from "#db/queries/breach-cases.ts";
import { readContract } from "#db/queries/contracts.ts";
import { readUnsettledInvoices } from "#db/queries/unsettled-invoices.ts";
import { placeOrder } from "#test/helpers/orders.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { addEvidence } from "./add-evidence.ts";
import {
  closeCase,
  cureBreach,
  discardBreach,
  moveService,
  recordBreach,
  recordUncured,
} from "./decide-case.ts";
import { demandCure } from "./demand-cure.ts";
import { demandsOnCustomer } from "./demands-on-customer.ts";
import { draftBreach, type TypedBreach } from "./draft-breach.ts";
import { listBreaches } from "./list-breaches.ts";
import { readCase } from "./read-case.ts";
import { previewTermination, terminateContracts } from "./terminate-contracts.ts";

let opened: TestPortal;
const staff = () => opened.staff();
const reading = { role: "portal_staff" } as const;
const start = "2030-04-01";

/** A customer with contracts that run since the start day. */
async function customerWith(contracts: number) {
  const customerId = await opened.addCustomer(`会社${newIdentifier()}`);
  const ids: string[] = [];
  for (let n = 0; n < contracts; n += 1) {
    const contractId = await placeOrder(await opened.member(customerId), start);
    const target = () => ({ customerId, contractId, clickId: newIdentifier() });
    await verifyMaintenance(await staff(), target());
    await acceptOrder(await staff(), target());
    await setStartDay(await staff(), target(), start);
    ids.push(contractId);
  }
  return { customerId, ids };
}

type Customer = Awaited<ReturnType<typeof customerWith>>;

const text = (content: string, name = "log.txt") => ({
  ...{ name, bytes: Buffer.from(content), isCut: false },
});

/** A case that was noted about a customer's first contract. */
async function drafted({ customerId, ids }: Customer, item: string, more?: Partial<TypedBreach>) {
  const caseId = newIdentifier();
  const happenedOn = (await staff()).receivedAt.slice(0, 10);
  const typed = { item, happenedOn, contractIds: ids.slice(0, 1), facts: "経緯", ...more };
  const result = await draftBreach(await staff(), { customerId, caseId }, typed, [text("a")]);
  return { caseId, result, click: () => ({ customerId, caseId, clickId: newIdentifier() }) };
}

async function recorded(customer: Customer, item: string) {
  const noted = await drafted(customer, item);
  expect(noted.result).toEqual({ outcome: "drafted" });
  await recordBreach(await staff(), noted.click());
  return noted;
}

const statusOf = async (customerId: string, contractId: string) =>
  opened.portal.database.transaction(reading, (tx) => readContract(tx, customerId, contractId));
const caseOf = async (customerId: string, caseId: string) =>
  opened.portal.database.transaction(reading, (tx) => readBreachCase(tx, customerId, caseId));
const dueDays = async (customerId: string) => {
  const rows = await opened.portal.database.transaction(reading, (tx) =>
    readUnsettledInvoices(tx, customerId),
  );
  return rows.map(({ dueDay }) => dueDay);
};
const mails = async (customerId: string) => {
  const rows = await opened.test.asSuperuser<{ template: string }>(
    "select params->>'template' as template from effect where customer_id = $1 and kind = 'mail'",
    [customerId],
  );
  return rows.map(({ template }) => template);
};

/** The customers of the tests, by what happens to them; all begin on one day. */
const customers: Record<string, Customer> = {};
beforeAll(async () => {
  opened = await openTestPortal();
  await opened.moveTo("2030-03-01T10:00:00+09:00");
  for (const [name, contracts] of [
    ["uncured", 2],
    ["cured", 1],
    ["grave", 2],
    ["antiSocial", 1],
    ["careful", 1],
    ["twice", 1],
    ["suspended", 1],
  ] as const) {
    customers[name] = await customerWith(contracts);
  }
  await opened.moveTo("2030-04-02T10:00:00+09:00");
}, 120_000);
afterAll(() => opened.close());

describe("what is noted", () => {
  test("has no effect until it is recorded, and can be discarded", async () => {
    const customer = customers["careful"]!;
    const { caseId, click } = await drafted(customer, "A16.1(5)");
    expect(await dueDays(customer.customerId)).toEqual(["2030-05-31"]);
    const view = await readCase(await staff(), customer.customerId, caseId);
    expect(view).toMatchObject({ status: "draft", item: "A16.1(5)", happenedOn: "2030-04-02" });
    expect(view.debts).toMatchObject([{ dueDay: "2030-05-31", newDueDay: "2030-04-02" }]);
    await discardBreach(await staff(), click());
    expect(await caseOf(customer.customerId, caseId)).toMatchObject({ status: "discarded" });
    await expect(recordBreach(await staff(), click())).rejects.toMatchObject({ code: "conflict" });
    expect(await dueDays(customer.customerId)).toEqual(["2030-05-31"]);
  });

  test.each<[string, Partial<TypedBreach>, object]>([
    ["no item", { item: "" }, { item: "missing" }],
    ["an item that is none", { item: "A15.1(18)" }, { item: "missing" }],
    ["no day", { happenedOn: "" }, { happenedOn: "missing" }],
    ["a day ahead", { happenedOn: "2030-04-03" }, { happenedOn: "ahead" }],
    ["no contract", { contractIds: [] }, { contracts: "missing" }],
    ["another's contract", { contractIds: [newIdentifier()] }, { contracts: "missing" }],
    ["no facts", { facts: " \r\n " }, { facts: "missing" }],
    ["too much text", { facts: "あ".repeat(2001) }, { facts: "tooLong" }],
  ])("is asked for again with %s, and nothing is kept", async (_, typed, problems) => {
    const customer = customers["careful"]!;
    const { caseId, result } = await drafted(customer, "A15.1(1)", typed);
    expect(result).toEqual({ outcome: "invalid", problems, files: [] });
    expect(await caseOf(customer.customerId, caseId)).toBeNull();
  });

  test("is kept with all its files or not at all", async () => {
    const { customerId, ids } = customers["careful"]!;
    const caseId = newIdentifier();
    const typed = { item: "A32", happenedOn: "2030-04-01", contractIds: ids, facts: "x" };
    const program = { name: "a.pdf", bytes: Buffer.from("4d5a9000", "hex"), isCut: false };
    const result = await draftBreach(await staff(), { customerId, caseId }, typed, [
      ...[text("a"), text("", "b.txt"), program],
      { ...text("c", "c.txt"), isCut: true },
    ]);
    expect(result).toEqual({
      ...{ outcome: "invalid", problems: {} },
      files: [
        { name: "b.txt", problem: "empty" },
        { name: "a.pdf", problem: "wrongType" },
        { name: "c.txt", problem: "tooLarge" },
      ],
    });
    const stored = await opened.test.asSuperuser(
      "select 1 from stored_file where subject_id = $1",
      [caseId],
    );
    expect(stored).toEqual([]);
  });

  test("belongs to operations alone", async () => {
    const { customerId, ids } = customers["careful"]!;
    const typed = { item: "A32", happenedOn: "2030-04-01", contractIds: ids, facts: "x" };
    const finance = await opened.staff("finance");
    const ask = draftBreach(finance, { customerId, caseId: newIdentifier() }, typed, []);
    await expect(ask).rejects.toMatchObject({ code: "notAllowed" });
    const member = await opened.member(customerId);
    await expect(listBreaches(member, { status: null, page: null })).rejects.toMatchObject({
      code: "notAllowed",
    });
  });
});

describe("evidence", () => {
  test("is stored whole, with the digest that the log names, and read by operations alone", async () => {
    const customer = customers["careful"]!;
    const { customerId } = customer;
    const { caseId, click } = await drafted(customer, "A15.1(9)");
    const asking = await staff();
    const target = click();
    const photo = {
      name: "写真.png",
      isCut: false,
      bytes: Buffer.from("89504e470d0a1a0aff00", "hex"),
    };
    // Sent twice, as by a second click.
    for (let n = 0; n < 2; n += 1) await addEvidence(asking, target, [photo]);
    const { evidence } = await readCase(await staff(), customerId, caseId);
    expect(evidence.map(({ name, size, contentType }) => [name, size, contentType])).toEqual([
      ["log.txt", 1, "text/plain"],
      ["写真.png", 10, "image/png"],
    ]);
    const [, stored] = evidence;
    const file = await readFileForStaff(await staff(), customerId, stored!.fileId);
    expect(Buffer.from(file.bytes).toString("hex")).toBe("89504e470d0a1a0aff00");
    const events = await opened.test.asSuperuser<{ sha256: string }>(
      `select event->>'sha256' as sha256 from machine_event
       where machine_id = $1 and event->>'type' = 'addEvidence' order by seq`,
      [caseId],
    );
    expect(events.map(({ sha256 }) => sha256)).toEqual(evidence.map(({ sha256 }) => sha256));

    const refused = async (role: "finance" | "admin") =>
      readFileForStaff(await opened.staff(role), customerId, stored!.fileId);
    await expect(refused("finance")).rejects.toMatchObject({ code: "notAllowed" });
    await expect(refused("admin")).rejects.toMatchObject({ code: "notAllowed" });
    const other = readFileForStaff(await staff(), customers["cured"]!.customerId, stored!.fileId);
    await expect(other).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("a grave breach", () => {
  test("makes every debt due on the day of its record, and suspends without notice", async () => {
    const customer = customers["grave"]!;
    const { customerId, ids } = customer;
    const { caseId, click } = await recorded(customer, "A16.1(5)");
    expect(await dueDays(customerId)).toEqual(["2030-04-02", "2030-04-02"]);
    const clickTwice = click();
    const asking = await staff();
    for (let n = 0; n < 2; n += 1) await moveService(asking, clickTwice, "suspend", ids);
    const suspended = await readCase(await staff(), customerId, caseId);
    expect(suspended.contracts.map((one) => one.suspended)).toEqual([true, true]);
    expect(await moveService(await staff(), click(), "lift", [])).toBe("contractsMissing");
    await moveService(await staff(), click(), "lift", [ids[0]!]);
    const lifted = await readCase(await staff(), customerId, caseId);
    expect(lifted.contracts.filter((one) => one.suspended)).toHaveLength(1);
    expect(lifted.can).toMatchObject({ demand: false, terminate: true, close: true });
  });

  test("ends the contracts that staff choose; one left out can follow", async () => {
    const { customerId, ids } = customers["grave"]!;
    const { rows } = await listBreaches(await staff(), { status: "opened", page: null });
    const { caseId } = rows.find((row) => row.customerId === customerId)!;
    const click = () => ({ customerId, caseId, clickId: newIdentifier() });
    const preview = await previewTermination(await staff(), { customerId, caseId });
    expect(preview).toMatchObject({ clause: "A16.1(5)", today: "2030-04-02", accelerates: true });
    expect(preview.contracts.map(({ contractId }) => contractId).toSorted()).toEqual(
      ids.toSorted(),
    );
    const end = async (contracts: string[], day = "2030-04-02") =>
      terminateContracts(await staff(), click(), contracts, day);
    expect(await end([])).toBe("contractsMissing");
    await expect(end(ids, "2030-04-01")).rejects.toMatchObject({ code: "conflict" });
    expect(await end([ids[0]!])).toBeNull();
    expect(await statusOf(customerId, ids[0]!)).toMatchObject({
      ...{ status: "ended", endDay: "2030-04-02", endCause: "terminated" },
    });
    expect(await statusOf(customerId, ids[1]!)).toMatchObject({ status: "active" });
    await expect(end([ids[0]!])).rejects.toMatchObject({ code: "conflict" });
    expect(await end([ids[1]!])).toBeNull();
    expect(await statusOf(customerId, ids[1]!)).toMatchObject({ status: "ended" });
  });
});

test("a breach of A32 ends contracts at once and moves no debt by itself", async () => {
  const customer = customers["antiSocial"]!;
  const { customerId, ids } = customer;
  const { caseId, click } = await recorded(customer, "A32");
  expect(await dueDays(customerId)).toEqual(["2030-05-31"]);
  const preview = await previewTermination(await staff(), { customerId, caseId });
  expect(preview).toMatchObject({ clause: "A32.3", accelerates: false });
  expect(preview.debts).toMatchObject([{ dueDay: "2030-05-31", newDueDay: "2030-05-31" }]);
  expect(await terminateContracts(await staff(), click(), ids, "2030-04-02")).toBeNull();
  expect(await statusOf(customerId, ids[0]!)).toMatchObject({ status: "ended" });
  expect(await dueDays(customerId)).toEqual(["2030-05-31"]);
});

test("of two who end the contracts at once, one does and the other is told", async () => {
  const customer = customers["twice"]!;
  const { customerId, ids } = customer;
  const { click } = await recorded(customer, "A16.1(2)");
  const asking = await staff();
  const both = [click(), click()].map((target) =>
    terminateContracts(asking, target, ids, "2030-04-02"),
  );
  const results = await Promise.allSettled(both);
  expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const refused = results.find((result) => result.status === "rejected");
  expect(refused?.reason).toMatchObject({ code: "conflict" });
  const events = await opened.test.asSuperuser(
    "select 1 from machine_event where customer_id = $1 and event->>'type' = 'terminate'",
    [customerId],
  );
  // One of the case, one of its contract.
  expect(events).toHaveLength(2);
});

describe("a demand", () => {
  const demand = {
    until: "2030-04-16",
    text: "機器の設定を元に戻してください。\r\n完了後にご連絡ください。",
  };

  test.each([
    ["no day", { until: "" }, { until: "missing" }],
    ["a day that does not exist", { until: "2030-02-30" }, { until: "missing" }],
    ["today", { until: "2030-04-02" }, { until: "notAhead" }],
    ["a day years ahead", { until: "2040-04-02" }, { until: "tooFar" }],
    ["no words", { text: " " }, { text: "missing" }],
  ])("is asked for again with %s", async (_, typed, problems) => {
    const { click } = await recorded(customers["careful"]!, "A15.1(1)");
    expect(await demandCure(await staff(), click(), { ...demand, ...typed })).toEqual(problems);
    await closeCase(await staff(), click(), "テスト");
  });

  test("that is met in time settles the case and lifts its suspensions", async () => {
    const customer = customers["cured"]!;
    const { customerId, ids } = customer;
    const { caseId, click } = await recorded(customer, "A15.1(10)");
    await moveService(await staff(), click(), "suspend", ids);
    expect(await demandCure(await staff(), click(), demand)).toEqual({});
    const [notice] = await demandsOnCustomer(await opened.member(customerId), ids[0]);
    expect(notice).toMatchObject({
      ...{ until: "2030-04-16", demandedOn: "2030-04-02", isOver: false },
      text: "機器の設定を元に戻してください。\n完了後にご連絡ください。",
    });
    expect(JSON.stringify(notice)).not.toContain("経緯");
    const foreign = await opened.member(customers["grave"]!.customerId);
    expect(await demandsOnCustomer(foreign)).toEqual([]);
    expect(await cureBreach(await staff(), click(), "")).toBe("missing");
    expect(await cureBreach(await staff(), click(), "復旧を確認")).toBeNull();
    const view = await readCase(await staff(), customerId, caseId);
    expect(view.status).toBe("cured");
    expect(view.contracts.map((one) => one.suspended)).toEqual([false]);
    expect(view.notes.map(({ kind }) => kind)).toEqual(["facts", "demand", "cure"]);
    expect(await demandsOnCustomer(await opened.member(customerId))).toEqual([]);
    expect(await dueDays(customerId)).toEqual(["2030-05-31"]);
    expect(await mails(customerId)).toEqual(
      expect.arrayContaining(["breach-demand", "breach-cured", "suspension-lifted"]),
    );
  });

  test("that is not met ends all contracts and makes all debts due", async () => {
    const customer = customers["uncured"]!;
    const { customerId, ids } = customer;
    const { caseId, click } = await recorded(customer, "A16.1(1)");
    const tooEarly = () => terminateAll("2030-04-02");
    const terminateAll = async (day: string) =>
      terminateContracts(await staff(), click(), ids, day);
    await expect(tooEarly()).rejects.toMatchObject({ code: "conflict" });
    await demandCure(await staff(), click(), demand);
    await expect(tooEarly()).rejects.toMatchObject({ code: "conflict" });

    await opened.moveTo("2030-04-16T23:59:00+09:00");
    expect(await caseOf(customerId, caseId)).toMatchObject({ status: "demanded" });
    await opened.moveTo("2030-04-17T09:00:00+09:00");
    expect(await caseOf(customerId, caseId)).toMatchObject({ status: "periodOver" });
    expect(await demandsOnCustomer(await opened.member(customerId))).toMatchObject([
      { isOver: true },
    ]);
    expect(await dueDays(customerId)).toEqual(["2030-05-31", "2030-05-31"]);
    await recordUncured(await staff(), click());
    expect(await dueDays(customerId)).toEqual(["2030-04-17", "2030-04-17"]);

    const preview = await previewTermination(await staff(), { customerId, caseId });
    expect(preview).toMatchObject({ clause: "A16.1(1)", returnDay: null });
    expect(preview.debts.map(({ owed, newDueDay }) => [owed > 0, newDueDay])).toEqual([
      [true, "2030-04-17"],
      [true, "2030-04-17"],
    ]);
    expect(await terminateAll("2030-04-17")).toBeNull();
    for (const id of ids) {
      expect(await statusOf(customerId, id)).toMatchObject({
        ...{ status: "ended", endDay: "2030-04-17", endCause: "terminated" },
      });
    }
    expect(await caseOf(customerId, caseId)).toMatchObject({
      ...{ status: "terminated", acceleratedOn: "2030-04-17", terminatedOn: "2030-04-17" },
    });
    expect((await mails(customerId)).filter((name) => name === "contract-terminated")).toHaveLength(
      2,
    );
    const after = await readCase(await staff(), customerId, caseId);
    expect(after.can).toMatchObject({ terminate: false, close: true });
    expect(after.endedContracts).toHaveLength(2);
  });
});

test("the next order of the same company shows the breach, under whichever account", async () => {
  // Every order of the tests gives the same company name.
  const other = await opened.addCustomer("港の別会社");
  const own = customers["cured"]!.customerId;
  for (const [customerId, sameBy] of [
    [own, "customer"],
    [other, "name"],
  ] as const) {
    const contractId = await placeOrder(await opened.member(customerId), "2030-06-01");
    const dossier = await readOrderDossier(await staff(), customerId, contractId);
    const shown = dossier.earlierBreaches.find((one) => one.customerId === own);
    expect(shown).toMatchObject({ item: "A15.1(10)", status: "cured", sameBy });
    expect(dossier.earlierBreaches.filter(({ status }) => status === "discarded")).toEqual([]);
    const prompted = dossier.reasons.filter((one) => one.prompted).map(({ clause }) => clause);
    expect(prompted).toEqual(["A5.4(7)"]);
  }
});

test("the list shows what waits, the nearest period first, and what is over on demand", async () => {
  const open = await listBreaches(await staff(), { status: "nonsense", page: "x" });
  expect(open).toMatchObject({ filter: "open", page: 1 });
  const closed = ["cured", "closed", "discarded"];
  expect(open.rows.filter(({ status }) => closed.includes(status))).toEqual([]);
  const days = open.rows.flatMap(({ demandUntil }) => demandUntil ?? []);
  expect(days).toEqual(days.toSorted());
  const cured = await listBreaches(await staff(), { status: "cured", page: "1" });
  expect(cured.rows.map(({ customerId }) => customerId)).toEqual([customers["cured"]!.customerId]);
});

test("the contract's page suspends by an open case of its customer, and by no other breach (A15.2)", async () => {
  const customer = customers["suspended"]!;
  const { customerId, ids } = customer;
  const contractId = ids[0]!;
  const target = () => ({ customerId, contractId, clickId: newIdentifier() });
  const page = async () => contractForOperations(await staff(), customerId, contractId);
  const suspend = async (typed: unknown) => suspendService(await staff(), target(), typed);
  const draft = await drafted(customer, "A15.1(1)");
  expect((await page()).openCases).toEqual([]);
  for (const typed of [null, "", "breach"]) expect(await suspend(typed)).toBe("causeMissing");
  await expect(suspend(draft.caseId)).rejects.toMatchObject({ code: "conflict" });
  await expect(suspend("nonPayment")).rejects.toMatchObject({ code: "conflict" });
  const another = await recorded(customers["careful"]!, "A15.1(1)");
  await expect(suspend(another.caseId)).rejects.toMatchObject({ code: "notFound" });

  const { caseId, click } = await recorded(customer, "A15.1(2)");
  expect((await page()).openCases).toMatchObject([{ caseId, status: "opened" }]);
  expect(await suspend(caseId)).toBe("suspended");
  expect((await page()).view.suspensions).toEqual([{ kind: "breach", ref: caseId }]);
  await expect(suspend(caseId)).rejects.toMatchObject({ code: "conflict" });
  const lift = liftSuspension(await staff(), target(), "breach");
  await expect(lift).rejects.toMatchObject({ code: "conflict" });
  await moveService(await staff(), click(), "lift", [contractId]);
  expect((await page()).view.suspensions).toEqual([]);
});
