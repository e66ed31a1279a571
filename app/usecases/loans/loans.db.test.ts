import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newIdentifier } from "#app/identifier.ts";
import { readDevice } from "#app/usecases/devices/read-device.ts";
import { deviceIdOf, importDevices } from "#app/usecases/devices/import-devices.ts";
import { makeAvailable } from "#app/usecases/devices/move-device.ts";
import { deviceMailProps, readDeviceWords } from "#app/workflow/mails/device-mails.ts";
import { searchDevices } from "#app/usecases/devices/search-devices.ts";
import { readWork } from "#app/usecases/work/read-work.ts";
import type { TaskKindName } from "#app/usecases/work/task-kinds.ts";
import { loanIdOf } from "#machines/device/loan-id.ts";
import { acceptedContract } from "#test/helpers/accepted-contract.ts";
import { workEffects } from "#test/helpers/effects-worked.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { actOnLoan } from "./act-on-loan.ts";
import type { ActName, LoanSide } from "./acts.ts";
import { allocateDevice } from "./allocate-device.ts";
import { firstValues } from "./first-values.ts";
import { loanPaper } from "./loan-papers.ts";
import { readPdf } from "#test/helpers/pdf-text.ts";
import { listLoans, listOwnLoans } from "./list-loans.ts";
import { readLoanCharges, settleCharge } from "./settle-charge.ts";
import { readLoan, readOwnLoan } from "./read-loan.ts";

let fixture: TestPortal;
beforeAll(async () => {
  fixture = await openTestPortal();
  await fixture.moveTo("2030-02-20T03:00:00Z");
});
afterAll(() => fixture.close());

const startDay = "2030-04-01";
const work = () => workEffects(fixture.portal, fixture.test, ["command"]);

/** A customer whose order with a device was accepted; its loan waits. */
async function waitingLoan(name: string) {
  const customerId = await fixture.addCustomer(name);
  const contractId = await acceptedContract(fixture, customerId, startDay, ["NDR-MVPN"]);
  const [loan] = await listOwnLoans(await fixture.member(customerId));
  if (!loan) throw new Error("no loan was opened");
  return { customerId, contractId, loanId: loan.loanId, optionId: loan.optionId };
}

async function stock(...serialNumbers: string[]): Promise<void> {
  const lines = serialNumbers.map((serial) => `${serial},VPN-50`);
  const bytes = new TextEncoder().encode(["シリアル番号,機種", ...lines].join("\r\n"));
  await importDevices(await fixture.staff(), { name: "kiki.csv", isCut: false, bytes });
  for (const serial of serialNumbers) {
    const target = { deviceId: deviceIdOf(serial), clickId: newIdentifier() };
    await makeAvailable(await fixture.staff(), target);
  }
}

type Loan = { customerId: string; loanId: string };

async function act(side: LoanSide, loan: Loan, name: ActName, typed: Record<string, string> = {}) {
  const form = new FormData();
  for (const [field, value] of Object.entries(typed)) form.set(field, value);
  const principal =
    side === "customer" ? await fixture.member(loan.customerId) : await fixture.staff();
  const { customerId, loanId } = loan;
  const target = { customerId, loanId, clickId: newIdentifier() };
  const problems = await actOnLoan(principal, side, target, name, form);
  await work();
  return problems;
}

const view = async (loan: Loan) => readLoan(await fixture.staff(), "operations", loan);
const site = {
  ...{ siteName: "本社", postalCode: "100-0001", prefecture: "東京都", city: "千代田区千代田" },
  ...{ street: "1-1", contactName: "山田花子", phone: "03-1234-5678" },
};
const parcel = { carrier: "ヤマト運輸", trackingNumber: "1234-5678-9012" };
const allocate = async ({ customerId, loanId }: Loan) =>
  allocateDevice(await fixture.staff(), { customerId, loanId, clickId: newIdentifier() });

async function tasks(kind: TaskKindName, { customerId }: Loan) {
  const role = kind === "chargeDevice" ? "finance" : "operations";
  const all = { role: null, owner: null, page: null };
  const { items } = await readWork(await fixture.staff(role), { kind, ...all });
  return items.filter((item) => item.customerId === customerId);
}

describe("the loan of a device", () => {
  test("is opened by the acceptance of the order, and waits where no device is free (A7.1)", async () => {
    const loan = await waitingLoan("みどり商事");
    expect(loan.loanId).toBe(loanIdOf(loan.optionId));
    expect(await allocate(loan)).toBeNull();
    expect((await view(loan)).loan.status).toBe("waiting");
    await stock("W-1");
    expect(await allocate(loan)).toBe("W-1");
    expect((await view(loan)).reserved).toBe("W-1");
    await expect(allocate(loan)).rejects.toMatchObject({ code: "conflict" });
    await work();
    expect((await view(loan)).loan).toMatchObject({ status: "allocated", serialNumber: "W-1" });
    await act("operations", loan, "unallocate");
    expect((await view(loan)).loan.status).toBe("waiting");
    const device = await readDevice(await fixture.staff(), deviceIdOf("W-1"));
    expect(device).toMatchObject({ status: "free", holderId: null });
  });

  test("of many who want the last device one gets it, and the others wait", async () => {
    const loans: Loan[] = [];
    for (let n = 0; n < 10; n += 1) loans.push(await waitingLoan(`競合${n}社`));
    // Ten loans, ten clicks each: a hundred at once for one device.
    const clicks = Array.from({ length: 100 }, (_, n) => loans[n % loans.length]!);
    const answers = await Promise.allSettled(clicks.map((loan) => allocate(loan)));
    const won = answers.filter(
      (answer) => answer.status === "fulfilled" && answer.value !== null,
    ).length;
    expect(won).toBe(1);
    await work();
    const states = await Promise.all(loans.map(async (loan) => (await view(loan)).loan.status));
    expect(states.toSorted()).toEqual(["allocated", ...Array<string>(9).fill("waiting")]);
    const { counts } = await listLoans(await fixture.staff(), { view: "waiting", page: null });
    expect(counts.waiting).toBeGreaterThanOrEqual(9);
  });

  test("goes from the store to service, moves, and is exchanged", async () => {
    const loan = await waitingLoan("あさひ工業");
    await stock("L-1", "L-2");
    await allocate(loan);
    await work();
    const before = await view(loan);
    const { serialNumber } = before.loan;
    const beginning = await firstValues(await fixture.staff(), "operations", "ship", before);
    expect(Object.keys(beginning)).toContain("siteName");
    expect(await act("operations", loan, "ship", { ...site, postalCode: "75001" })).toEqual({
      ...{ carrier: "missing", trackingNumber: "missing", postalCode: "siteInJapan" },
    });
    expect(await act("operations", loan, "ship", { ...site, ...parcel })).toBeNull();
    const shipped = await readDevice(await fixture.staff(), deviceIdOf(serialNumber ?? ""));
    expect(shipped).toMatchObject({ status: "out", loanId: loan.loanId });
    const today = before.today;
    expect(await act("customer", loan, "confirmDelivery", { happenedOn: "2029-01-01" })).toEqual({
      happenedOn: "dayBefore",
    });
    expect(await act("customer", loan, "confirmDelivery", { happenedOn: "2031-01-01" })).toEqual({
      happenedOn: `tooLate ${today}`,
    });
    expect(await act("customer", loan, "confirmDelivery", { happenedOn: today })).toBeNull();
    expect(await act("customer", loan, "confirmInstallation", { isConnected: "on" })).toEqual({
      ...{ isLabelled: "notTicked", takesCare: "notTicked" },
    });
    const ticks = { isConnected: "on", isLabelled: "on", takesCare: "on" };
    expect(await act("customer", loan, "confirmInstallation", ticks)).toBeNull();
    expect((await view(loan)).loan.status).toBe("installed");
    const move = { ...site, siteName: "新社屋", wishedDay: "2020-01-01" };
    expect(await act("customer", loan, "requestRelocation", move)).toEqual({
      wishedDay: `tooEarly ${today}`,
    });
    expect(
      await act("customer", loan, "requestRelocation", { ...move, wishedDay: today }),
    ).toBeNull();
    expect(await act("operations", loan, "approveRelocation", { note: "" })).toEqual({
      note: "missing",
    });
    const note = { note: "電源を切ってから運んでください。" };
    expect(await act("operations", loan, "approveRelocation", note)).toBeNull();
    expect(await act("customer", loan, "confirmMove", { happenedOn: today })).toBeNull();
    const moved = await readOwnLoan(await fixture.member(loan.customerId), loan.loanId);
    expect(moved.stays.map((stay) => stay.site?.siteName)).toEqual(["新社屋", "本社"]);
    expect(moved.notes.map(({ text }) => text)).toEqual([note.note]);
    await act("customer", loan, "reportFault", { note: "電源が入りません。" });
    await act("operations", loan, "startReplacement");
    await act("operations", loan, "takeIn");
    expect((await view(loan)).loan).toMatchObject({ status: "waiting", serialNumber: null });
    const broken = await readDevice(await fixture.staff(), deviceIdOf(serialNumber ?? ""));
    expect(broken).toMatchObject({ status: "inRepair", holderId: null });
  });

  test("writes to the customer, with words and addresses that lie outside the log", async () => {
    const mails = await fixture.test.asSuperuser<{ template: string; machine: string }>(
      `select params->>'template' as template, machine_id as machine from effect
       where kind = 'mail' and params ? 'loanId'`,
    );
    const templates = new Set(mails.map(({ template }) => template));
    expect([...templates].toSorted()).toEqual([
      ...["device-exchanged", "device-shipped", "fault-received"],
      ...["relocation-approved", "relocation-received"],
    ]);
    const key = { role: "portal_engine" } as const;
    const [effect] = await fixture.test.asSuperuser<{ customerId: string; params: never }>(
      `select customer_id as "customerId", params from effect
       where kind = 'mail' and params->>'template' = 'relocation-approved'`,
    );
    if (!effect) throw new Error("no mail of a relocation");
    const written = await fixture.portal.database.transaction(key, async (tx) => {
      const words = await readDeviceWords(tx, effect.customerId, effect.params);
      const around = { appUrl: "https://portal.example", contractNumber: "C-1" };
      return deviceMailProps(effect.params, around, words);
    });
    expect(written).toMatchObject({
      facts: {
        newSite: "新社屋 〒100-0001 東京都千代田区千代田1-1",
        note: "電源を切ってから運んでください。",
      },
    });
  });

  test("shows nothing to another customer, and no acts to people who only read", async () => {
    const loan = await waitingLoan("ひかり物産");
    const other = await fixture.addCustomer("よそ物産");
    await expect(readOwnLoan(await fixture.member(other), loan.loanId)).rejects.toMatchObject({
      code: "notFound",
    });
    expect(await listOwnLoans(await fixture.member(other))).toEqual([]);
    const viewer = await fixture.member(loan.customerId, "viewer");
    expect((await readOwnLoan(viewer, loan.loanId)).acts).toEqual([]);
  });

  test("is fetched where it does not come back in time, and settled once that is charged", async () => {
    const loan = await waitingLoan("おそい商会");
    await stock("R-1", "R-2");
    await allocate(loan);
    await work();
    const { today } = await view(loan);
    await act("operations", loan, "ship", { ...site, ...parcel });
    await act("operations", loan, "confirmDelivery", { happenedOn: today });
    const owner = await fixture.member(loan.customerId);
    const notice = { type: "cancel", wish: "earliest" } as const;
    const command = { customerId: loan.customerId, kind: "contract", commandId: "c" } as const;
    const sent = await fixture.portal.dispatch({
      ...{ ...command, machineId: loan.contractId, event: notice, receivedAt: owner.receivedAt },
      actor: { kind: "member", userId: owner.userId, role: "owner" },
    });
    expect(sent.ok).toBe(true);
    // Notice on 2030-02-20 ends it on 2030-04-20; the device goes back by 2030-05-20 (A17.1, A8.1).
    await fixture.moveTo("2030-04-21T03:00:00Z");
    expect((await view(loan)).loan).toMatchObject({ status: "returnDue", returnDue: "2030-05-20" });
    expect(await tasks("settleDevices", loan)).toHaveLength(1);
    const paper = async (name: string) => {
      const member = await fixture.member(loan.customerId);
      return loanPaper(member, "customer", loan, { paper: name, locale: "ja" });
    };
    const serialNumber = (await view(loan)).loan.serialNumber ?? "-";
    const slip = readPdf((await paper("return-slip.pdf")).bytes);
    for (const word of [serialNumber, "2030/04/20", "2030/05/20", "100-0001"]) {
      expect(slip.text).toContain(word);
    }
    await fixture.moveTo("2030-05-20T14:59:00Z");
    expect((await view(loan)).loan.status).toBe("returnDue");
    await fixture.moveTo("2030-05-20T15:01:00Z");
    expect((await view(loan)).loan.status).toBe("overdue");
    expect(await tasks("recoverDevice", loan)).toHaveLength(1);
    await act("operations", loan, "startRecovery");
    await act("operations", loan, "recover", { happenedOn: "2030-05-21" });
    expect(await tasks("checkDevice", loan)).toHaveLength(1);
    expect(await act("operations", loan, "check", {})).toEqual({
      ...{ isDamaged: "notChosen", isWiped: "notTicked" },
    });
    await expect(paper("wipe-certificate.pdf")).rejects.toMatchObject({ code: "notFound" });
    await act("operations", loan, "check", { isDamaged: "no", isWiped: "on" });
    const certificate = await paper("wipe-certificate.pdf");
    expect(certificate.fileName).toBe(`erasure-${serialNumber}.pdf`);
    const { text: wiped } = readPdf(certificate.bytes);
    for (const word of [serialNumber, "2030/05/21"]) expect(wiped).toContain(word);
    await expect(paper("return-slip.pdf")).rejects.toMatchObject({ code: "notFound" });
    expect(await tasks("chargeDevice", loan)).toHaveLength(1);
    expect(await tasks("settleDevices", loan)).toHaveLength(1);
    const finance = await fixture.staff("finance");
    const { charges } = await readLoanCharges(finance, loan);
    expect(charges).toEqual([{ chargeNo: 1, kind: "deviceRecovery", day: "2030-05-21" }]);
    const settle = (by: string | null, text: string) =>
      settleCharge(
        finance,
        { customerId: loan.customerId, loanId: loan.loanId, clickId: newIdentifier() },
        { chargeNo: "1", by, text },
      );
    expect(await settle(null, " ")).toEqual({ by: "missing", text: "missing" });
    expect(await settle("invoice", "000001-0002")).toBeNull();
    await expect(settle("invoice", "000001-0002")).rejects.toMatchObject({ code: "conflict" });
    expect(await tasks("chargeDevice", loan)).toEqual([]);
    expect(await tasks("settleDevices", loan)).toEqual([]);
    const { counts } = await searchDevices(await fixture.staff(), {
      ...{ text: "", status: null, page: null },
    });
    expect(counts.out).toBe(0);
  });
});
