import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newIdentifier } from "#app/identifier.ts";
import { acceptOrder, verifyMaintenance } from "#app/usecases/orders/decide-order.ts";
import { submitOrder } from "#app/usecases/orders/submit-order.ts";
import type { Role } from "#machines/engine/actor.ts";
import { dayOf } from "#machines/calendar.ts";
import { raiseClockOffset } from "#db/queries/clock.ts";
import { readMachineSnapshot } from "#db/queries/machine-snapshot.ts";
import { fillDraft, shownNow, typedOrder } from "#test/helpers/orders.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { cancelContract } from "./cancel-contract.ts";
import type { TypedWish } from "./cancellation-wish.ts";
import { previewCancellation } from "./preview-cancellation.ts";
import { readContractPage } from "./read-contract-page.ts";
import { setStartDay } from "./set-start-day.ts";
import type { ContractContext } from "#machines/contract/context.ts";
import { presentState } from "../present-state.ts";

let opened: TestPortal;
let customerId: string;
let contractId: string;
/** Time only goes forward: every test has a year of its own. */
let year = 2030;

const noon = (day: string) => `${day}T12:00:00+09:00`;
const as = (role: Role = "owner") => opened.member(customerId, role);
const earliest: TypedWish = { way: "earliest", day: null };
const onDay = (day: string): TypedWish => ({ way: "day", day });
const preview = async (typed: TypedWish | null) =>
  previewCancellation(await as(), contractId, typed);
const cancel = async (typed: TypedWish, shownEndDay: string, commandId = newIdentifier()) =>
  cancelContract(await as(), contractId, typed, shownEndDay, commandId);

async function contract() {
  const snapshot = await opened.portal.database.transaction(
    { role: "portal_app", customerId },
    (tx) => readMachineSnapshot(tx, customerId, { machineId: contractId, kind: "contract" }),
  );
  return presentState<ContractContext>(snapshot!).context;
}

/** An order with a lent device, whose maintenance contract holds for as long as the tests go on. */
async function order(wishedStart: string): Promise<string> {
  const typed = typedOrder(wishedStart, ["NDR-MVPN"]);
  const maintenance = { ...typed.maintenance, validUntil: "2098-03-31" };
  const id = await fillDraft(await as(), { ...typed, maintenance });
  await submitOrder(await as(), id, await shownNow(await as(), id));
  return id;
}

/** A contract of 1 April of a new year, accepted with its start fixed. */
beforeEach(async () => {
  year += 3;
  await opened.moveTo(noon(`${year}-03-01`));
  contractId = await order(`${year}-04-01`);
  const target = () => ({ customerId, contractId, clickId: newIdentifier() });
  await verifyMaintenance(await opened.staff(), target());
  await acceptOrder(await opened.staff(), target());
  await setStartDay(await opened.staff(), target(), `${year}-04-01`);
});

beforeAll(async () => {
  opened = await openTestPortal();
  await opened.moveTo(noon(`${year}-01-05`));
  customerId = await opened.addCustomer("みなと商事");
});
afterAll(() => opened.close());

describe("a notice", () => {
  test("ends the contract on the day that the preview said, with what it said is owed", async () => {
    await opened.moveTo(noon(`${year + 1}-02-01`));
    const shown = (await preview(earliest)).preview!;
    expect(shown).toMatchObject({ basis: "A17.1", endDay: `${year + 1}-04-01`, isEarlier: true });
    expect(shown.comingTerms).toHaveLength(1);
    await cancel(earliest, shown.endDay);
    await opened.moveTo(noon(dayOf(shown.endDay).add({ days: 1 }).toString()));
    expect((await contract()).ended).toMatchObject({ day: shown.endDay, clause: "A17.1" });
    const { invoices } = await readContractPage(await as(), contractId);
    expect(invoices.reduce((sum, { owed }) => sum + owed, 0)).toBe(shown.owed);
    const dueDays = invoices.map(({ dueDay }) => dueDay).toSorted();
    expect(dueDays.at(-1)).toBe(shown.owedBy);
  });

  test("counts by the day on which it comes in, although the deadlines of that day have not fired", async () => {
    await opened.moveTo(noon(`${year + 1}-01-30`));
    const ahead = Date.parse(noon(`${year + 1}-02-01`)) - Date.now();
    await raiseClockOffset(opened.portal.database, ahead);
    const choices = await preview({ way: "term", day: null });
    expect(choices.inTime).toBe(false);
    expect(choices.preview).toMatchObject({ basis: "A17.1", endDay: `${year + 1}-04-01` });
    await cancel({ way: "term", day: null }, `${year + 1}-04-01`);
    expect((await contract()).ends).toMatchObject([{ endDay: `${year + 1}-04-01` }]);
  });

  test("is refused where the day has changed since it was shown, and nothing is noted", async () => {
    await opened.moveTo(noon(`${year}-05-10`));
    const { endDay } = (await preview(earliest)).preview!;
    await opened.moveTo(noon(`${year}-05-11`));
    await expect(cancel(earliest, endDay)).rejects.toMatchObject({ code: "conflict" });
    expect((await contract()).ends).toEqual([]);
    const anew = (await preview(earliest)).preview!;
    expect(anew.endDay).toBe(`${year}-07-11`);
    await cancel(earliest, anew.endDay);
  });

  test("sent twice is one notice", async () => {
    const commandId = newIdentifier();
    const wish = onDay(`${year}-09-30`);
    await cancel(wish, `${year}-09-30`, commandId);
    await cancel(wish, `${year}-09-30`, commandId);
    expect((await contract()).ends).toHaveLength(1);
  });

  test("that ends nothing earlier is refused, and the page says so", async () => {
    await cancel(onDay(`${year}-09-30`), `${year}-09-30`);
    const later = await preview(onDay(`${year}-10-31`));
    expect(later.problem).toEqual({ problem: "notEarlier", day: `${year}-09-30` });
    const attempt = cancel(onDay(`${year}-10-31`), `${year}-10-31`);
    await expect(attempt).rejects.toMatchObject({ code: "conflict" });
    const sooner = await preview(onDay(`${year}-08-31`));
    expect(sooner).toMatchObject({ pendingEnd: `${year}-09-30`, problem: null });
    await cancel(onDay(`${year}-08-31`), `${year}-08-31`);
    expect((await preview(null)).pendingEnd).toBe(`${year}-08-31`);
  });

  test("is the owner's to give", async () => {
    for (const role of ["billing", "technical", "viewer"] as const) {
      const { endDay } = (await preview(earliest)).preview!;
      const somebody = await as(role);
      const attempt = cancelContract(somebody, contractId, earliest, endDay, newIdentifier());
      await expect(attempt).rejects.toMatchObject({ code: "notAllowed" });
    }
    expect((await contract()).ends).toEqual([]);
  });

  test("of somebody else's contract finds nothing", async () => {
    const stranger = await opened.member(await opened.addCustomer("よその会社"));
    for (const id of [contractId, "none"]) {
      const attempts = [
        previewCancellation(stranger, id, null),
        cancelContract(stranger, id, earliest, `${year}-05-01`, newIdentifier()),
      ];
      for (const attempt of attempts) {
        await expect(attempt).rejects.toMatchObject({ code: "notFound" });
      }
    }
  });

  test("of a contract that has ended is no longer taken", async () => {
    await cancel(earliest, `${year}-05-01`);
    await opened.moveTo(noon(`${year}-05-02`));
    await expect(preview(null)).rejects.toMatchObject({ code: "conflict" });
  });
});

test("a wish is refused with the day that can be chosen instead", async () => {
  const wrong = async (way: string, day: string | null) => (await preview({ way, day })).problem;
  expect(await wrong("", null)).toEqual({ problem: "notChosen" });
  expect(await wrong("soon", null)).toEqual({ problem: "notChosen" });
  expect(await wrong("day", null)).toEqual({ problem: "notADay" });
  expect(await wrong("day", `${year}-02-30`)).toEqual({ problem: "notADay" });
  expect(await wrong("day", `${year}-04-30`)).toEqual({
    ...{ problem: "tooEarly", day: `${year}-05-01` },
  });
  expect(await wrong("day", `${year + 2}-03-02`)).toEqual({
    ...{ problem: "tooLate", day: `${year + 2}-03-01` },
  });
  expect(await wrong("day", `${year + 2}/3/1`)).toBeNull();
  const attempt = cancel(onDay("never"), "never");
  await expect(attempt).rejects.toMatchObject({ code: "invalid" });
});
