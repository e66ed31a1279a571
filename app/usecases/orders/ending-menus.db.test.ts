import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newIdentifier } from "#app/identifier.ts";
import { decideAddition } from "#app/usecases/contracts/decide-addition.ts";
import { readOptionPage } from "#app/usecases/contracts/option-orders.ts";
import { stepOption } from "#app/usecases/contracts/order-option.ts";
import { setStartDay } from "#app/usecases/contracts/set-start-day.ts";
import { announceDiscontinuation } from "#app/usecases/discontinuations/announce-discontinuation.ts";
import { dayOf } from "#machines/calendar.ts";
import { policyOn } from "#machines/terms/policy.ts";
import { fillDraft, placeOrder, typedOrder } from "#test/helpers/orders.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { acceptOrder, verifyMaintenance } from "./decide-order.ts";
import { readFormFacts } from "./form-facts.ts";
import { asFormData } from "./order-form/typed.ts";
import { readOrderStep } from "./read-order-step.ts";
import { reviewOrder } from "./review-order.ts";
import { saveOrderStep } from "./save-order-step.ts";

const gone = "NDR-REPORT";
const lastDay = "2030-06-30";
const firstDayWithout = "2030-07-01";

let opened: TestPortal;
let customerId: string;
const owner = () => opened.member(customerId);
const targetOf = (contractId: string) => ({ customerId, contractId, clickId: newIdentifier() });

async function acceptedOrder(wishedStart: string, options: string[] = []): Promise<string> {
  const contractId = await placeOrder(await owner(), wishedStart, options);
  await verifyMaintenance(await opened.staff(), targetOf(contractId));
  expect(await acceptOrder(await opened.staff(), targetOf(contractId))).toBe("accepted");
  return contractId;
}

/** A menu that is announced to be discontinued, in the spring before its last day. */
beforeAll(async () => {
  opened = await openTestPortal();
  await opened.moveTo("2030-03-01T10:00:00+09:00");
  customerId = await opened.addCustomer("みなと商事");
  const typed = {
    ...{ menus: [gone], firstDayWithout: [firstDayWithout] },
    ...{ textJa: ["提供を終えます"], textEn: ["It comes to its end"] },
    ...{ lateJa: ["供給元の撤退"], lateEn: ["Its maker withdraws"] },
  };
  const target = { discontinuationId: newIdentifier(), clickId: newIdentifier() };
  const sent = await announceDiscontinuation(await opened.staff(), target, typed, true);
  expect(sent).toEqual({ outcome: "sent" });
});
afterAll(() => opened.close());

describe("a menu that is announced to be discontinued (A20)", () => {
  test("is on sale as long as the service can still start up to its last day", async () => {
    const { orderLeadDays } = policyOn(dayOf(lastDay));
    const lastOrderDay = dayOf(lastDay).subtract({ days: orderLeadDays });
    const { facts } = await readFormFacts(lastOrderDay.toString());
    expect(facts.options).toContain(gone);
    expect(facts.lastDays).toEqual({ [gone]: lastDay });
    const later = await readFormFacts(lastOrderDay.add({ days: 1 }).toString());
    expect(later.facts.options).not.toContain(gone);
    expect(later.facts.options.length).toBe(facts.options.length - 1);
  });

  test("is named with its last day on the form and before the order is sent", async () => {
    const typed = typedOrder("2030-06-30", [gone]);
    const contractId = await fillDraft(await owner(), typed);
    const { menus } = await readOrderStep(await owner(), contractId, "menus");
    expect(menus.filter((menu) => menu.lastDay !== null)).toMatchObject([{ code: gone, lastDay }]);
    const { ending, problems } = await reviewOrder(await owner(), contractId);
    expect(problems).toEqual([]);
    expect(ending).toMatchObject([{ code: gone, lastDay }]);
    const late = asFormData({ ...typed.menus, wishedStart: firstDayWithout });
    const reply = await saveOrderStep(await owner(), contractId, "menus", late);
    expect(reply?.error).toMatchObject({ wishedStart: [`menuEnds ${lastDay}`] });
    const without = asFormData({ ...typed.menus, options: [], wishedStart: firstDayWithout });
    expect(await saveOrderStep(await owner(), contractId, "menus", without)).toBeNull();
    expect((await reviewOrder(await owner(), contractId)).ending).toEqual([]);
  });

  test("lets no service start that is ordered with it once it is gone", async () => {
    const contractId = await acceptedOrder("2030-06-30", [gone]);
    const start = async (day: string) =>
      setStartDay(await opened.staff(), targetOf(contractId), day);
    expect(await start(firstDayWithout)).toEqual({
      outcome: "invalid",
      code: `menuEnds ${lastDay}`,
    });
    expect(await start(lastDay)).toEqual({ outcome: "fixed" });
  });

  test("is neither accepted nor chosen once it is gone", async () => {
    const running = await acceptedOrder("2030-04-01");
    await setStartDay(await opened.staff(), targetOf(running), "2030-04-01");
    const waiting = await placeOrder(await owner(), "2030-06-30", [gone]);
    await verifyMaintenance(await opened.staff(), targetOf(waiting));
    await opened.moveTo("2030-06-29T10:00:00+09:00");
    const add = async () =>
      stepOption(await owner(), running, {
        ...{ step: "add", menuCode: gone, optionId: "", wish: "", endDay: "" },
        commandId: newIdentifier(),
      });
    const addable = async () => (await readOptionPage(await owner(), running)).addable;
    expect((await addable()).find(({ code }) => code === gone)).toMatchObject({ lastDay });
    expect(await add()).toBe("added");

    await opened.moveTo("2030-07-01T10:00:00+09:00");
    expect(await acceptOrder(await opened.staff(), targetOf(waiting))).toBe("menuGone");
    expect((await addable()).map(({ code }) => code)).not.toContain(gone);
    expect(await add()).toBe("menuMissing");
    const [asked] = (await readOptionPage(await owner(), running)).requested;
    const decide = async (decision: "acceptAddition" | "rejectAddition") =>
      decideAddition(await opened.staff(), targetOf(running), decision, asked!.optionId);
    expect(await decide("acceptAddition")).toBe("menuGone");
    expect(await decide("rejectAddition")).toBe("rejectAddition");
  });
});
