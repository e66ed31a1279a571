import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newIdentifier } from "#app/identifier.ts";
import { acceptOrder, verifyMaintenance } from "#app/usecases/orders/decide-order.ts";
import { submitOrder } from "#app/usecases/orders/submit-order.ts";
import { readWork } from "#app/usecases/work/read-work.ts";
import { fillDraft, shownNow, typedOrder } from "#test/helpers/orders.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { decideAddition } from "./decide-addition.ts";
import { readOptionPage } from "./option-orders.ts";
import { stepOption, type TypedOptionStep } from "./order-option.ts";
import { readContractPage } from "./read-contract-page.ts";
import { readContractForStaff } from "./read-contract-for-staff.ts";
import { setStartDay } from "./set-start-day.ts";
import { stepNotice } from "./staff-notices.ts";
import { readWithdrawalPage, stepWithdrawal } from "./withdrawal.ts";

let opened: TestPortal;
let customerId: string;
let contractId: string;

const noon = (day: string) => `${day}T12:00:00+09:00`;
const owner = () => opened.member(customerId, "owner");
const page = async () => readOptionPage(await owner(), contractId);
const target = () => ({ customerId, contractId, clickId: newIdentifier() });
const step = async (typed: Partial<TypedOptionStep>) =>
  stepOption(await owner(), contractId, {
    ...{ step: "", menuCode: "", optionId: "", wish: "", endDay: "" },
    ...{ commandId: newIdentifier(), ...typed },
  });

/** A contract of 2031-04-01 whose service runs. */
beforeAll(async () => {
  opened = await openTestPortal();
  await opened.moveTo(noon("2031-03-01"));
  customerId = await opened.addCustomer("みなと商事");
  const typed = typedOrder("2031-04-01");
  const maintenance = { ...typed.maintenance, validUntil: "2098-03-31" };
  contractId = await fillDraft(await owner(), { ...typed, maintenance });
  await submitOrder(await owner(), contractId, await shownNow(await owner(), contractId));
  await verifyMaintenance(await opened.staff(), target());
  await acceptOrder(await opened.staff(), target());
  await setStartDay(await opened.staff(), target(), "2031-04-01");
});
afterAll(() => opened.close());

describe("an option of a running contract", () => {
  test("can't be ordered before the service runs", async () => {
    await expect(page()).rejects.toMatchObject({ code: "conflict" });
  });

  test("is ordered, accepted and charged by the months that are left (A9.1)", async () => {
    await opened.moveTo(noon("2031-09-15"));
    const { addable } = await page();
    const menu = addable.find(({ kind }) => kind === "subscription");
    if (!menu) throw new Error("the catalog has no option");
    expect(menu.firstFee).toMatchObject({
      months: 7,
      net: Math.floor((menu.annualPrice * 7) / 12),
    });
    expect(await step({ step: "add", menuCode: "NO-SUCH" })).toBe("menuMissing");
    expect(await step({ step: "add", menuCode: menu.code })).toBe("added");
    const [asked] = (await page()).requested;
    expect(asked).toMatchObject({ menuCode: menu.code });
    await decideAddition(await opened.staff(), target(), "acceptAddition", asked!.optionId);
    const view = await readContractPage(await owner(), contractId);
    expect(view.options).toMatchObject([{ optionId: asked!.optionId, status: "active" }]);
    const own = view.invoices.find(({ periodStart }) => periodStart === "2031-09-15");
    const { net, tax } = menu.firstFee;
    expect(own).toMatchObject({ periodEnd: "2032-03-31", total: net + tax });
  });

  test("is decided on once, by operations", async () => {
    const { addable } = await page();
    await step({ step: "add", menuCode: addable[0]!.code });
    const { optionId } = (await page()).requested[0]!;
    const admin = await opened.staff("finance");
    await expect(decideAddition(admin, target(), "acceptAddition", optionId)).rejects.toMatchObject(
      { code: "notAllowed" },
    );
    expect(await step({ step: "withdraw", optionId })).toBe("withdrawn");
    await expect(
      decideAddition(await opened.staff(), target(), "acceptAddition", optionId),
    ).rejects.toMatchObject({ code: "conflict" });
    expect((await page()).requested).toEqual([]);
  });

  test("is cancelled for the day that was shown, and only for that (A9.2)", async () => {
    const [own] = (await page()).cancellable;
    const exit = own!.exits.exits.find(({ basis }) => basis === "A10.2");
    const { optionId } = own!.option;
    const asked = { step: "cancel", optionId, wish: exit!.wish };
    await expect(step({ ...asked, endDay: "2031-12-31" })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await step({ ...asked, endDay: exit!.endDay })).toBe("cancelled");
    const view = await readContractPage(await owner(), contractId);
    expect(view.options[0]).toMatchObject({ endDay: "2032-03-31" });
    expect((await page()).cancellable).toEqual([]);
  });

  test("keeps its notice unless operations agree to take it back (A9.2, A17.1)", async () => {
    const notices = async () => (await readWithdrawalPage(await owner(), contractId)).notices;
    const [notice] = await notices();
    const { noticeId, option, summary } = notice!;
    expect(notice).toMatchObject({ by: "customer", askedOn: null, endDay: "2032-03-31" });
    expect((await page()).noticed).toMatchObject([{ noticeId }]);
    expect(summary?.end).toMatchObject({ without: { day: "2032-03-31" }, with: null });
    const { optionId } = option!;
    const ask = async (name = "requestWithdrawal", as = owner()) =>
      stepWithdrawal(await as, contractId, {
        ...{ step: name, noticeId, optionId, commandId: newIdentifier() },
      });
    const decide = async (name: string) =>
      stepNotice(
        await opened.staff(),
        { ...target(), optionId },
        { step: name, noticeId, deliveredOn: null },
      );
    const asked = async () => {
      const wanted = { kind: "answerWithdrawal", role: null, owner: null, page: null };
      return (await readWork(await opened.staff(), wanted)).items;
    };
    await expect(decide("agreeToWithdrawal")).rejects.toMatchObject({ code: "conflict" });
    await expect(ask(undefined, opened.member(customerId, "viewer"))).rejects.toMatchObject({
      code: "notAllowed",
    });
    expect(await asked()).toEqual([]);
    expect(await ask()).toBe("requestWithdrawal");
    expect(await notices()).toMatchObject([{ askedOn: "2031-09-15", steps: [], summary: null }]);
    const path = `/operations/contracts/${customerId}/${contractId}/notices`;
    expect(await asked()).toMatchObject([{ page: path }]);
    const staffView = await readContractForStaff(await opened.staff(), customerId, contractId);
    expect(staffView.notices.pending).toMatchObject([{ noticeId, askedOn: "2031-09-15" }]);
    await decide("refuseWithdrawal");
    expect(await asked()).toEqual([]);
    expect(await notices()).toMatchObject([{ askedOn: null, steps: ["requestWithdrawal"] }]);
    await ask();
    await decide("agreeToWithdrawal");
    expect(await notices()).toEqual([]);
    expect((await page()).cancellable).toMatchObject([{ option: { optionId } }]);
    const mails = await opened.test.asSuperuser<{ template: string }>(
      `select params ->> 'template' as template from effect
       where machine_id = $1 and kind = 'mail' order by seq`,
      [optionId],
    );
    expect(mails.map(({ template }) => template)).toEqual([
      ...["option-ending", "withdrawal-asked", "withdrawal-refused"],
      ...["withdrawal-asked", "option-resumed"],
    ]);
  });

  test("is nobody else's to order", async () => {
    const viewer = await opened.member(customerId, "viewer");
    const typed = {
      step: "add",
      menuCode: (await page()).addable[0]!.code,
      commandId: newIdentifier(),
    };
    const rest = { optionId: "", wish: "", endDay: "" };
    await expect(stepOption(viewer, contractId, { ...rest, ...typed })).rejects.toMatchObject({
      code: "notAllowed",
    });
  });
});
