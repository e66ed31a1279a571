import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newIdentifier } from "#app/identifier.ts";
import { acceptOrder, verifyMaintenance } from "#app/usecases/orders/decide-order.ts";
import { presentState } from "#app/usecases/present-state.ts";
import { readMachineSnapshot } from "#db/queries/machine-snapshot.ts";
import type { ContractContext } from "#machines/contract/context.ts";
import type { Role } from "#machines/engine/actor.ts";
import { fillDraft, shownNow, typedOrder } from "#test/helpers/orders.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { submitOrder } from "../orders/submit-order.ts";
import { cancelContract } from "./cancel-contract.ts";
import { cancelByOperator, previewOperatorCancellation } from "./operator-cancellation.ts";
import { readContractPage } from "./read-contract-page.ts";
import { setStartDay } from "./set-start-day.ts";
import { stepNotice } from "./staff-notices.ts";
import { readWithdrawalPage, stepWithdrawal } from "./withdrawal.ts";

let opened: TestPortal;
let customerId: string;
let contractId: string;
/** Time only goes forward: every test has years of its own. */
let year = 2030;

const noon = (day: string) => `${day}T12:00:00+09:00`;
const as = (role: Role = "owner") => opened.member(customerId, role);
const target = () => ({ customerId, contractId, clickId: newIdentifier() });
const page = async () => readWithdrawalPage(await as(), contractId);

async function contract() {
  const snapshot = await opened.portal.database.transaction(
    { role: "portal_app", customerId },
    (tx) => readMachineSnapshot(tx, customerId, { machineId: contractId, kind: "contract" }),
  );
  return presentState<ContractContext>(snapshot!).context;
}

async function giveNotice(): Promise<string> {
  const wish = { way: "term", day: null };
  await cancelContract(await as(), contractId, wish, `${year + 1}-03-31`, newIdentifier());
  const [end] = (await contract()).ends;
  return end?.id ?? "";
}

const step = async (name: string, noticeId: string, commandId = newIdentifier()) =>
  stepWithdrawal(await as(), contractId, { step: name, noticeId, optionId: "", commandId });
const staffStep = async (name: string, noticeId: string, deliveredOn: unknown = null) =>
  stepNotice(await opened.staff(), target(), { step: name, noticeId, deliveredOn });
const preview = async (way: string, day: string | null = null) =>
  previewOperatorCancellation(await opened.staff(), customerId, contractId, { way, day });

/** A contract of 1 April of a new year, seen on 10 May. */
beforeEach(async () => {
  year += 3;
  await opened.moveTo(noon(`${year}-03-01`));
  const typed = typedOrder(`${year}-04-01`, ["NDR-MVPN"]);
  const maintenance = { ...typed.maintenance, validUntil: "2098-03-31" };
  contractId = await fillDraft(await as(), { ...typed, maintenance });
  await submitOrder(await as(), contractId, await shownNow(await as(), contractId));
  await verifyMaintenance(await opened.staff(), target());
  await acceptOrder(await opened.staff(), target());
  await setStartDay(await opened.staff(), target(), `${year}-04-01`);
  await opened.moveTo(noon(`${year}-05-10`));
});

beforeAll(async () => {
  opened = await openTestPortal();
  await opened.moveTo(noon(`${year}-01-05`));
  customerId = await opened.addCustomer("みなと商事");
});
afterAll(() => opened.close());

describe("the customer's notice", () => {
  test("is taken back once operations agree, and the contract renews", async () => {
    const noticeId = await giveNotice();
    const [before] = (await page()).notices;
    expect(before).toMatchObject({ noticeId, by: "customer", steps: ["requestWithdrawal"] });
    const { without, with: other } = before!.summary!.invoiced;
    expect(other).toBeGreaterThan(without);
    expect(await step("requestWithdrawal", noticeId)).toBe("requestWithdrawal");
    const [asked] = (await page()).notices;
    expect(asked).toMatchObject({ askedOn: `${year}-05-10`, steps: [], summary: null });
    expect(await staffStep("agreeToWithdrawal", noticeId)).toBe("agreeToWithdrawal");
    expect((await contract()).ends).toEqual([]);
    expect((await page()).notices).toEqual([]);
    await opened.moveTo(noon(`${year + 1}-04-02`));
    expect((await contract()).term).toMatchObject({ start: `${year + 1}-04-01` });
  });

  test("stands where operations refuse, and can be asked for again", async () => {
    const noticeId = await giveNotice();
    await step("requestWithdrawal", noticeId);
    await staffStep("refuseWithdrawal", noticeId);
    expect((await page()).notices[0]).toMatchObject({
      ...{ askedOn: null, steps: ["requestWithdrawal"] },
    });
    const again = newIdentifier();
    await step("requestWithdrawal", noticeId, again);
    await step("requestWithdrawal", noticeId, again);
    expect((await contract()).ends[0]?.withdrawalAskedOn).toBe(`${year}-05-10`);
    await opened.moveTo(noon(`${year + 1}-04-02`));
    expect((await contract()).ended).toMatchObject({ day: `${year + 1}-03-31` });
    expect((await page()).notices).toEqual([]);
  });

  test("is the owner's to take back, and operations' to agree to", async () => {
    const noticeId = await giveNotice();
    for (const role of ["billing", "technical", "viewer"] as const) {
      const own = { noticeId, optionId: "", commandId: newIdentifier() };
      const typed = { step: "requestWithdrawal", ...own };
      const attempt = stepWithdrawal(await as(role), contractId, typed);
      await expect(attempt).rejects.toMatchObject({ code: "notAllowed" });
    }
    await expect(staffStep("agreeToWithdrawal", noticeId)).rejects.toMatchObject({
      code: "conflict",
    });
    const finance = await opened.staff("finance");
    const typed = { step: "refuseWithdrawal", noticeId, deliveredOn: null };
    await expect(stepNotice(finance, target(), typed)).rejects.toMatchObject({
      code: "notAllowed",
    });
    await expect(step("cancel", noticeId)).rejects.toMatchObject({ code: "invalid" });
    await expect(staffStep("cancel", noticeId)).rejects.toMatchObject({ code: "invalid" });
    const stranger = await opened.member(await opened.addCustomer("よその会社"));
    await expect(readWithdrawalPage(stranger, contractId)).rejects.toMatchObject({
      code: "notFound",
    });
  });

  test("shows on the contract's page that it can be taken back, to the owner only", async () => {
    const shown = async (role?: Role) =>
      (await readContractPage(await as(role), contractId)).actions.withdrawNotice;
    expect(await shown()).toBe(false);
    await giveNotice();
    expect(await shown()).toBe(true);
    expect(await shown("viewer")).toBe(false);
  });
});

describe("the operator's cancellation", () => {
  test("ends on the day that was shown where it is delivered at once, with the refund shown", async () => {
    const { preview: shown } = await preview("earliest");
    expect(shown).toMatchObject({ wish: "earliest", endDay: `${year}-07-10` });
    const wish = { way: "earliest", day: null };
    await cancelByOperator(await opened.staff(), target(), wish, shown!.endDay);
    const { ends, sentNotices } = await contract();
    expect(ends).toEqual([]);
    expect(sentNotices).toMatchObject([{ sentOn: `${year}-05-10`, bounced: false }]);
    const noticeId = sentNotices[0]!.id;
    expect(await staffStep("noticeDelivered", noticeId, `${year}-05-10`)).toBe("noticeDelivered");
    await opened.moveTo(noon(`${year}-07-11`));
    const { ended, refunds } = await contract();
    expect(ended).toMatchObject({ day: `${year}-07-10`, by: "operator", clause: "A17.1" });
    expect(refunds).toEqual(shown!.result.refunds);
    expect(refunds[0]?.total).toBeGreaterThan(0);
  });

  test("counts from the delivery, and a notice that comes back is none", async () => {
    const wish = { way: "day", day: `${year}-07-20` };
    const { preview: shown } = await preview(wish.way, wish.day);
    await cancelByOperator(await opened.staff(), target(), wish, shown!.endDay);
    const noticeId = (await contract()).sentNotices[0]!.id;
    await staffStep("noticeBounced", noticeId);
    expect(await contract()).toMatchObject({ ends: [], sentNotices: [{ bounced: true }] });
    await opened.moveTo(noon(`${year}-06-15`));
    expect(await staffStep("noticeDelivered", noticeId, `${year}-06-16`)).toBe("dayMissing");
    expect(await staffStep("noticeDelivered", noticeId, "")).toBe("dayMissing");
    await staffStep("noticeDelivered", noticeId, `${year}-06-12`);
    // Two months from the delivery reach beyond the day wished for.
    expect((await contract()).ends).toMatchObject([{ endDay: `${year}-08-12` }]);
  });

  test("is taken back where the customer agrees to the operator's offer", async () => {
    const wish = { way: "earliest", day: null };
    await cancelByOperator(await opened.staff(), target(), wish, `${year}-07-10`);
    const noticeId = (await contract()).sentNotices[0]!.id;
    await staffStep("noticeDelivered", noticeId, `${year}-05-10`);
    expect((await page()).notices[0]).toMatchObject({ by: "operator", steps: [] });
    await staffStep("offerWithdrawal", noticeId);
    const [offered] = (await page()).notices;
    expect(offered?.steps).toEqual(["acceptWithdrawal", "declineWithdrawal"]);
    expect(offered?.summary?.comparison).not.toBeNull();
    await step("declineWithdrawal", noticeId);
    await staffStep("offerWithdrawal", noticeId);
    await step("acceptWithdrawal", noticeId);
    expect((await contract()).ends).toEqual([]);
  });

  test("is refused where the day has changed, for other roles, and without a wish that can be", async () => {
    const wish = { way: "earliest", day: null };
    const late = cancelByOperator(await opened.staff(), target(), wish, `${year}-07-09`);
    await expect(late).rejects.toMatchObject({ code: "conflict" });
    for (const [way, day, problem] of [
      ["term", null, "notChosen"],
      ["day", "soon", "notADay"],
      ["day", `${year}-07-09`, "tooEarly"],
      ["day", `${year + 3}-01-01`, "tooLate"],
    ] as const) {
      expect(await preview(way, day)).toMatchObject({ preview: null, problem: { problem } });
    }
    const term = cancelByOperator(await opened.staff(), target(), { way: "term", day: null }, "");
    await expect(term).rejects.toMatchObject({ code: "invalid" });
    for (const role of ["finance", "admin"] as const) {
      const staff = await opened.staff(role);
      const attempt = previewOperatorCancellation(staff, customerId, contractId, null);
      await expect(attempt).rejects.toMatchObject({ code: "notAllowed" });
    }
    expect((await contract()).sentNotices).toEqual([]);
  });
});
