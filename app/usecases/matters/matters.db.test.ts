import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newIdentifier } from "#app/identifier.ts";
import { erasureCertificateForStaff } from "#app/usecases/contracts/erasure/erasure-certificate.ts";
import { erasureQuestions, recordErasure } from "#app/usecases/contracts/erasure/record-erasure.ts";
import { recordSettlement } from "#app/usecases/contracts/record-settlement.ts";
import { sendAsOperations } from "#app/usecases/contracts/staff-command.ts";
import { readFileForStaff } from "#app/usecases/files/read-file.ts";
import { readWork } from "#app/usecases/work/read-work.ts";
import type { TaskKindName } from "#app/usecases/work/task-kinds.ts";
import { matterMailProps, readMatterWords } from "#app/workflow/mails/matter-mails.ts";
import { readRecipientOf, readRegistration } from "#db/queries/order-papers.ts";
import { acceptedContract } from "#test/helpers/accepted-contract.ts";
import { readPdf } from "#test/helpers/pdf-text.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { actOnMatter, openMatter } from "./act-on-matter.ts";
import { registeredFields, type MatterSide } from "./acts.ts";
import { kindsBegunBy, listMattersFor } from "./list-matters.ts";
import { readMatterFile } from "./matter-file.ts";
import { readMatter } from "./read-matter.ts";
import { readOpening } from "./read-opening.ts";

let fixture: TestPortal;
beforeAll(async () => {
  fixture = await openTestPortal();
  await fixture.moveTo("2030-02-20T03:00:00Z");
});
afterAll(() => fixture.close());

const png = Buffer.from("89504e470d0a1a0a0000", "hex");
const file = (name: string, bytes: Uint8Array = png, isCut = false) => ({ name, bytes, isCut });
type File = ReturnType<typeof file>;

/** A customer with a contract that has a start day. */
async function customerWith(name: string) {
  const customerId = await fixture.addCustomer(name);
  const contractId = await acceptedContract(fixture, customerId, "2030-05-01");
  const [row] = await fixture.test.asSuperuser<{ number: string }>(
    "select number from contract where contract_id = $1",
    [contractId],
  );
  return { customerId, contractId, contractNumber: row?.number ?? "" };
}

const formOf = (typed: Record<string, string>, files: readonly File[] = []) => ({
  fields: new URLSearchParams(typed),
  files,
});

const principalOf = (side: MatterSide, customerId: string) =>
  side === "customer" ? fixture.member(customerId) : fixture.staff();

async function open(
  side: MatterSide,
  customerId: string,
  kind: string,
  typed: Record<string, string>,
  files: readonly File[] = [],
) {
  const principal = await principalOf(side, customerId);
  return openMatter(principal, side, { kind, matterId: newIdentifier() }, formOf(typed, files));
}

async function begun(...given: Parameters<typeof open>) {
  const outcome = await open(...given);
  if (outcome.outcome !== "done") throw new Error(JSON.stringify(outcome));
  return { customerId: outcome.customerId, matterId: outcome.matterId };
}

type Matter = Awaited<ReturnType<typeof begun>>;

async function act(
  side: MatterSide,
  matter: Matter,
  type: string,
  typed: Record<string, string> = {},
  files: readonly File[] = [],
) {
  const principal = await principalOf(side, matter.customerId);
  const target = { ...matter, clickId: newIdentifier() };
  return actOnMatter(principal, side, target, type, formOf(typed, files));
}

const seen = async (matter: Matter, side: MatterSide = "operations") =>
  readMatter(await principalOf(side, matter.customerId), side, matter);
const statusOf = async (matter: Matter) => (await seen(matter)).matter.status;

async function tasks(kind: TaskKindName, customerId: string) {
  const all = { role: null, owner: null, page: null };
  const { items } = await readWork(await fixture.staff(), { kind, ...all });
  return items.filter((item) => item.customerId === customerId);
}

async function registered(customerId: string) {
  const opening = await readOpening(
    await fixture.member(customerId),
    "customer",
    "informationChange",
  );
  return opening.beginning;
}

describe("a change of registered information (A13.1)", () => {
  const change = { about: "merger", happenedOn: "2030-02-15" };

  test("is applied by staff: both values stay, and documents from then on use the new one", async () => {
    const { customerId, contractId } = await customerWith("みなと商事");
    const before = await registered(customerId);
    expect(Object.keys(before).toSorted()).toEqual([...registeredFields].toSorted());
    const typed = { ...before, ...change, companyName: "みなとホールディングス" };
    const matter = await begun("customer", customerId, "informationChange", typed, [file("t.png")]);
    expect(await tasks("checkInformation", customerId)).toHaveLength(1);
    expect((await registered(customerId))["companyName"]).toBe(before["companyName"]);
    await act("operations", matter, "apply");
    expect(await tasks("checkInformation", customerId)).toEqual([]);
    const view = await seen(matter, "customer");
    expect(view).toMatchObject({
      matter: { status: "applied", about: "merger", customerName: "みなとホールディングス" },
      values: [
        { name: "companyName", before: before["companyName"], after: "みなとホールディングス" },
      ],
      acts: [],
    });
    expect(await registered(customerId)).toEqual({
      ...before,
      companyName: "みなとホールディングス",
    });
    const { database } = fixture.portal;
    const names = await database.transaction({ role: "portal_engine" }, async (tx) => {
      const on = async (day: string) =>
        readRecipientOf(tx, { customerId, contractId, before: new Date(day) });
      return [
        (await readRegistration(tx, customerId))?.companyName,
        (await on("2030-02-19T15:00:00Z"))?.companyName,
        (await on("2030-02-20T15:00:00Z"))?.companyName,
      ];
    });
    expect(names).toEqual([
      ...["みなとホールディングス", before["companyName"], "みなとホールディングス"],
    ]);
    const rows = await fixture.test.asSuperuser<{ template: string }>(
      `select params->>'template' as template from effect where machine_id = $1 order by seq`,
      [matter.matterId],
    );
    expect(rows.map(({ template }) => template)).toEqual(["change-received", "change-applied"]);
  });

  test("keeps what another change brought in between", async () => {
    const { customerId } = await customerWith("あさひ産業");
    const before = await registered(customerId);
    const one = { ...before, ...change, phone: "03-9999-0000" };
    const other = { ...before, ...change, contactName: "佐藤次郎" };
    const [first, second] = [
      await begun("customer", customerId, "informationChange", one),
      await begun("customer", customerId, "informationChange", other),
    ];
    await act("operations", second, "apply");
    await act("operations", first, "apply");
    expect(await registered(customerId)).toEqual({
      ...{ ...before, phone: "03-9999-0000", contactName: "佐藤次郎" },
    });
  });

  test("says what is wrong, at its field", async () => {
    const { customerId } = await customerWith("ひので工業");
    const before = await registered(customerId);
    const send = (typed: Record<string, string>, files: readonly File[] = []) =>
      open("customer", customerId, "informationChange", { ...before, ...change, ...typed }, files);
    const wrong = (problems: object, refused: object[] = []) => ({
      ...{ outcome: "invalid", problems, refused },
    });
    expect(await send({})).toEqual(wrong({ companyName: "unchanged" }));
    expect(await send({ companyName: "新" })).toEqual(wrong({ files: "evidence" }));
    expect(await send({ happenedOn: "2030-02-21", phone: "03-9999-0000" })).toEqual(
      wrong({ happenedOn: "tooLate 2030-02-20" }),
    );
    expect(await send({ postalCode: "90210", prefecture: "California" })).toEqual(
      wrong({ postalCode: "postalCode", prefecture: "notChosen" }),
    );
    const script = file("photo.jpg", Buffer.from("<script>alert(1)</script>"));
    const huge = file("large.png", png, true);
    expect(await send({ companyName: "新" }, [script, huge])).toEqual(
      wrong({}, [
        { name: "photo.jpg", problem: "disguised" },
        { name: "large.png", problem: "tooLarge" },
      ]),
    );
    const list = await listMattersFor(await fixture.member(customerId), "customer", {
      ...{ kind: null, waiting: null, page: null },
    });
    expect(list.rows).toEqual([]);
  });

  test("is asked for evidence, refused and withdrawn", async () => {
    const { customerId } = await customerWith("つばさ運輸");
    const before = await registered(customerId);
    const typed = { ...before, ...change, phone: "03-9999-0000" };
    const matter = await begun("customer", customerId, "informationChange", typed);
    await act("operations", matter, "askEvidence", { note: "登記を" });
    expect(await act("customer", matter, "addEvidence", { note: "添付します" })).toMatchObject({
      problems: { files: "missing" },
    });
    await act("customer", matter, "addEvidence", { note: "添付します" }, [file("r.png")]);
    expect(await statusOf(matter)).toBe("reported");
    await act("operations", matter, "refuse", { note: "読めません" });
    const { notes, files } = await seen(matter, "customer");
    expect(notes.map(({ side, text }) => [side, text])).toEqual([
      ...[
        ["operator", "登記を"],
        ["customer", "添付します"],
        ["operator", "読めません"],
      ],
    ]);
    expect(files).toMatchObject([{ name: "r.png", contentType: "image/png" }]);
    expect((await registered(customerId))["phone"]).toBe(before["phone"]);
    await expect(act("customer", matter, "withdraw")).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("materials (A6, A25)", () => {
  test("are asked for, provided, and given back after the request of the customer", async () => {
    const { customerId, contractNumber } = await customerWith("かえで食品");
    const asked = { about: "document", dueOn: "2030-02-25", note: "構成図をお送りください。" };
    expect(
      await open("operations", customerId, "materialRequest", { ...asked, contractNumber: "X" }),
    ).toMatchObject({ problems: { contractNumber: "unknownContract" } });
    expect(
      await open("operations", customerId, "materialRequest", {
        ...{ ...asked, contractNumber, dueOn: "2030-02-19" },
      }),
    ).toMatchObject({ problems: { dueOn: "tooEarly 2030-02-20" } });
    const matter = await begun("operations", customerId, "materialRequest", {
      ...{ ...asked, contractNumber },
    });
    await act("customer", matter, "provide", { note: "添付します" }, [file("map.png")]);
    expect(await tasks("checkAnswer", customerId)).toHaveLength(1);
    await act("operations", matter, "accept");
    await act("customer", matter, "askReturn", { note: "返してください" });
    expect(await tasks("returnMaterials", customerId)).toHaveLength(1);
    await act("operations", matter, "giveBack", { handledOn: "2030-02-20", note: "郵送" });
    expect(await seen(matter, "customer")).toMatchObject({
      matter: { status: "returned", settledOn: "2030-02-20" },
      acts: [],
    });
  });

  test("that are held when the contract ends go back before it is settled (A25.5)", async () => {
    const { customerId, contractId } = await customerWith("あけぼの印刷");
    const typed = { about: "equipment", contractId, note: "ルーターをお送りします。" };
    const matter = await begun("customer", customerId, "materialRequest", typed);
    await act("operations", matter, "accept");
    const staff = await fixture.staff();
    const target = () => ({ customerId, contractId, clickId: newIdentifier() });
    const ends = { type: "terminate", caseId: newIdentifier(), clause: "A16.1(5)", by: "operator" };
    await sendAsOperations(staff, target(), ends);
    expect(await statusOf(matter)).toBe("returnDue");
    const settles = async () => recordSettlement(staff, target(), "materialsSettled");
    await expect(settles()).rejects.toMatchObject({ code: "conflict" });
    await act("operations", matter, "dispose", { handledOn: "2030-02-20", note: "溶解" });
    await settles();
  });

  test("that do not come are reminded of, and followed by staff", async () => {
    const { customerId, contractNumber } = await customerWith("すみれ製薬");
    const typed = { about: "assistance", dueOn: "2030-02-21", note: "再起動を", contractNumber };
    const matter = await begun("operations", customerId, "materialRequest", typed);
    expect(await tasks("followRequest", customerId)).toEqual([]);
    await fixture.moveTo("2030-02-22T03:00:00Z");
    expect(await tasks("followRequest", customerId)).toHaveLength(1);
    const mails = await fixture.test.asSuperuser<{ params: never }>(
      `select params from effect where machine_id = $1 order by seq`,
      [matter.matterId],
    );
    const params = mails.map((row) => row.params as { template: string });
    expect(params.map(({ template }) => template)).toEqual(["material-asked", "material-reminder"]);
    const said = await fixture.portal.database.transaction({ role: "portal_engine" }, (tx) =>
      readMatterWords(tx, customerId, params[1] as never),
    );
    const around = { appUrl: "https://portal.example", contractNumber };
    expect(matterMailProps(params[1] as never, around, said)).toMatchObject({
      url: `https://portal.example/portal/matters/${matter.matterId}`,
      contractNumber,
      facts: { dueOn: "2030-02-21", note: "再起動を" },
    });
    await act("customer", matter, "provide", { note: "済みました" });
    await act("operations", matter, "accept");
    expect(await statusOf(matter)).toBe("done");
  });
});

describe("a third party's claim (A8.3, A26)", () => {
  test("is reported in writing, received and resolved only with full authority", async () => {
    const { customerId, contractId } = await customerWith("まつば電機");
    const typed = { about: "intellectualProperty", contractId, happenedOn: "2030-02-19" };
    const matter = await begun("customer", customerId, "claim", { ...typed, note: "特許" });
    expect(await tasks("answerClaim", customerId)).toHaveLength(1);
    await act("operations", matter, "acknowledge");
    expect((await seen(matter)).acts).toEqual(["exclude", "close"]);
    await act("customer", matter, "supplement", { note: "委任します", grantsAuthority: "on" });
    expect((await seen(matter)).acts).toEqual(["defend", "exclude", "close"]);
    await act("operations", matter, "defend", { note: "弁護士に依頼" });
    await act("operations", matter, "close", { note: "和解" });
    expect(await seen(matter)).toMatchObject({
      matter: { status: "closed" },
      grantsAuthority: true,
    });
    expect(await tasks("answerClaim", customerId)).toEqual([]);
  });

  test("names contracts and devices of the customer only", async () => {
    const one = await customerWith("さくら銀行");
    const other = await customerWith("うめだ商店");
    const typed = { about: "device", happenedOn: "2030-02-19", note: "差押え" };
    expect(
      await open("customer", one.customerId, "claim", {
        ...{ ...typed, contractId: other.contractId, loanId: newIdentifier() },
      }),
    ).toMatchObject({ problems: { contractId: "notChosen", loanId: "notChosen" } });
  });
});

test("a person is entitled to incident information only when bound to secrecy (A28.4)", async () => {
  const { customerId, contractId } = await customerWith("いずみ電力");
  const person = { personName: "佐藤次郎", department: "情報システム部" };
  const typed = { ...person, contractId, email: "sato@izumi.example", phone: "03-1234-5678" };
  expect(await open("customer", customerId, "incidentContact", typed)).toMatchObject({
    problems: { isBound: "notTicked" },
  });
  const matter = await begun("customer", customerId, "incidentContact", {
    ...typed,
    isBound: "on",
  });
  const { values, matter: row } = await seen(matter);
  expect(row.status).toBe("named");
  expect(values.map(({ name, after }) => [name, after])).toContainEqual(["personName", "佐藤次郎"]);
  await act("customer", matter, "remove");
  expect(await statusOf(matter)).toBe("removed");
});

describe("what is disclosed in confidence (A30)", () => {
  test("is told by the operator and confirmed by it within thirty days", async () => {
    const { customerId, contractNumber } = await customerWith("ときわ化学");
    const typed = { about: "oral", happenedOn: "2030-02-18", note: "新機能", contractNumber };
    const matter = await begun("operations", customerId, "confidentialItem", typed);
    expect((await seen(matter)).matter).toMatchObject({ status: "spoken", dueOn: "2030-03-20" });
    expect(await tasks("confirmDisclosure", customerId)).toHaveLength(1);
    expect((await seen(matter, "customer")).acts).toEqual([]);
    await act("operations", matter, "confirmToCustomer", { note: "新機能の仕様" }, [file("s.png")]);
    expect((await seen(matter, "customer")).matter).toMatchObject({
      ...{ status: "confidential", dutyUntil: "2033-02-18" },
    });
    const [stored] = (await seen(matter, "customer")).files;
    const fileId = stored?.fileId ?? "";
    const own = await readMatterFile(await fixture.member(customerId), fileId);
    expect(Buffer.from(own.bytes).equals(png)).toBe(true);
    expect((await readFileForStaff(await fixture.staff(), customerId, fileId)).name).toBe("s.png");
    const stranger = await customerWith("よその会社");
    await expect(
      readMatterFile(await fixture.member(stranger.customerId), fileId),
    ).rejects.toMatchObject({ code: "notFound" });
  });

  test("lapses unconfirmed", async () => {
    const { customerId, contractId } = await customerWith("わかば物産");
    const typed = { about: "oral", happenedOn: "2030-02-20", note: "構成", contractId };
    const matter = await begun("customer", customerId, "confidentialItem", typed);
    await fixture.moveTo("2030-03-22T16:00:00Z");
    expect(await statusOf(matter)).toBe("lapsed");
  });
});

test("the erasure of a contract takes away people, materials and their files, and nothing else (A18.1)", async () => {
  const { customerId, contractId } = await customerWith("ゆうなぎ海運");
  const person = { personName: "佐藤次郎", department: "部", email: "sato@yunagi.example" };
  const named = await begun("customer", customerId, "incidentContact", {
    ...{ ...person, contractId, phone: "03-1234-5678", isBound: "on" },
  });
  const offered = { about: "document", contractId, note: "構成図です。" };
  const lent = await begun("customer", customerId, "materialRequest", offered, [file("m.png")]);
  const claimed = { about: "device", contractId, happenedOn: "2030-02-19", note: "差押え" };
  const claim = await begun("customer", customerId, "claim", claimed, [file("c.png")]);
  const staff = await fixture.staff();
  const target = () => ({ customerId, contractId, clickId: newIdentifier() });
  const ends = { type: "terminate", caseId: newIdentifier(), clause: "A16.1(5)", by: "operator" };
  await sendAsOperations(staff, target(), ends);
  const { stores } = erasureQuestions;
  const partly = Object.fromEntries(stores.slice(1).map((store) => [store, "erased"]));
  expect(await recordErasure(staff, target(), partly)).toEqual({ missing: [stores[0]] });
  expect((await seen(lent)).files).toHaveLength(1);
  const all = Object.fromEntries(stores.map((store) => [store, "erased"]));
  expect(await recordErasure(staff, target(), all)).toBe("erased");
  expect(await seen(named)).toMatchObject({ values: [], matter: { status: "named" } });
  expect(await seen(lent)).toMatchObject({ notes: [], files: [] });
  expect(await seen(claim)).toMatchObject({ notes: [{ text: "差押え" }], files: [{}] });
  const rest = fixture.portal.database.transaction({ role: "portal_engine" }, (tx) =>
    tx.execute(sql`delete from matter_note where customer_id = ${customerId}`),
  );
  await expect(rest).rejects.toThrow();
  expect((await seen(claim)).notes).toHaveLength(1);
  const certificate = await erasureCertificateForStaff(staff, customerId, contractId, "ja");
  expect(readPdf(certificate.bytes).text).toContain("会社法第432条第2項");
});

describe("matters", () => {
  test("are begun and read by those who may", async () => {
    const { customerId, contractId } = await customerWith("みどり商事");
    const viewer = await fixture.member(customerId, "viewer");
    const technical = await fixture.member(customerId, "technical");
    expect(kindsBegunBy("customer", viewer.roles)).toEqual([]);
    expect(kindsBegunBy("customer", technical.roles)).toEqual([
      ...["materialRequest", "claim", "confidentialItem"],
    ]);
    const person = { contractId, personName: "佐", department: "部", email: "a@b.example" };
    const typed = { ...person, phone: "03-1234-5678", isBound: "on" };
    const ids = { kind: "incidentContact", matterId: newIdentifier() };
    await expect(openMatter(technical, "customer", ids, formOf(typed))).rejects.toMatchObject({
      code: "notAllowed",
    });
    await expect(readOpening(technical, "customer", "incidentContact")).rejects.toMatchObject({
      code: "notAllowed",
    });
    const matter = await begun("customer", customerId, "incidentContact", typed);
    const stranger = await customerWith("別会社");
    const asStranger = await fixture.member(stranger.customerId);
    await expect(readMatter(asStranger, "customer", matter)).rejects.toMatchObject({
      code: "notFound",
    });
    const finance = await fixture.staff("finance");
    await expect(readMatter(finance, "operations", matter)).rejects.toMatchObject({
      code: "notAllowed",
    });
  });

  test("are listed by kind and by what waits", async () => {
    const { customerId, contractId } = await customerWith("はやぶさ通信");
    const typed = { about: "device", contractId, happenedOn: "2030-02-19", note: "差押え" };
    const claim = await begun("customer", customerId, "claim", typed);
    const list = async (side: MatterSide, kind: string | null, waiting: string | null) => {
      const principal = await principalOf(side, customerId);
      const { rows } = await listMattersFor(principal, side, { kind, waiting, page: null });
      return rows.filter((row) => row.customerId === customerId).map(({ matterId }) => matterId);
    };
    expect(await list("customer", null, null)).toEqual([claim.matterId]);
    expect(await list("customer", null, "on")).toEqual([]);
    expect(await list("operations", "claim", "on")).toEqual([claim.matterId]);
    expect(await list("operations", "deviceInquiry", null)).toEqual([]);
  });

  test("are begun once by a form that is sent twice", async () => {
    const { customerId, contractId } = await customerWith("ふたば建設");
    const typed = { about: "device", contractId, happenedOn: "2030-02-19", note: "差押え" };
    const ids = { kind: "claim", matterId: newIdentifier() };
    const member = await fixture.member(customerId);
    await openMatter(member, "customer", ids, formOf(typed));
    await openMatter(member, "customer", ids, formOf(typed));
    expect((await seen({ customerId, matterId: ids.matterId })).notes).toHaveLength(1);
  });
});
