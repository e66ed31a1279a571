import { acceptedContract } from "#test/helpers/accepted-contract.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newIdentifier } from "#app/identifier.ts";
import {
  announceDiscontinuation,
  withdrawDiscontinuation,
} from "#app/usecases/discontinuations/announce-discontinuation.ts";
import { readDiscontinuation } from "#app/usecases/discontinuations/read-discontinuation.ts";
import { listMenus } from "#app/usecases/catalog/list-menus.ts";
import { noticeBoard } from "#app/usecases/notices/notice-board.ts";
import { ownNotices } from "#app/usecases/notices/own-notices.ts";
import type { TypedFields } from "#app/usecases/notices/typed-fields.ts";
import { dayOf, tokyoDay } from "#machines/calendar.ts";
import type { ContractContext } from "#machines/contract/context.ts";
import type { StoredSnapshot } from "#machines/engine/definition.ts";
import { workEffects } from "#test/helpers/effects-worked.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { planRestriction } from "./plan-restriction.ts";
import { readRestriction } from "./read-restriction.ts";
import { announceEnd, changeRestriction, endRestriction } from "./steer-restriction.ts";

let fixture: TestPortal;
let customerId: string;
let contractId: string;
let optionId: string;
let startDay: string;

const now = async () => (await fixture.portal.clock.now()).toISOString();
const today = async () => tokyoDay(await now());
const inDays = async (days: number) => (await today()).add({ days }).toString();
const settle = () => workEffects(fixture.portal, fixture.test, ["spread", "notifyCustomers"]);

/** Moves to noon in Tokyo of a day that many days ahead, and does what is due by then. */
async function pass(days: number): Promise<void> {
  await fixture.moveTo(`${await inDays(days)}T03:00:00Z`);
  await settle();
}

async function snapshotOf(machineId: string): Promise<StoredSnapshot<ContractContext>> {
  const [row] = await fixture.test.asSuperuser<{ snapshot: StoredSnapshot<ContractContext> }>(
    "select snapshot from machine where machine_id = $1",
    [machineId],
  );
  return row!.snapshot;
}

const serviceOf = async (machineId: string) =>
  ((await snapshotOf(machineId)).value as { active: { service: string } }).active.service;

async function mailsOf(machineId: string): Promise<string[]> {
  const rows = await fixture.test.asSuperuser<{ template: string }>(
    `select params ->> 'template' as template from effect
     where machine_id = $1 and kind = 'mail' order by at, seq, n`,
    [machineId],
  );
  return rows.map(({ template }) => template);
}

/** A contract with an option whose service has begun. */
async function startContract(): Promise<void> {
  customerId = await fixture.addCustomer("みなと商事");
  startDay = await inDays(20);
  contractId = await acceptedContract(fixture, customerId, startDay, ["NDR-REPORT"]);
  await pass(20);
  optionId = (await snapshotOf(contractId)).context.options[0]!.optionId;
}

beforeAll(async () => {
  fixture = await openTestPortal();
});
afterAll(() => fixture.close());

const texts = { textJa: ["設備に障害が起きました"], textEn: ["The platform failed"] };
const whole: TypedFields = {
  ...{ clause: ["A19.1(4)"], scope: ["menus"], menus: ["NDR-BASE"], start: ["now"], ...texts },
};
const restrictionTarget = () => ({ restrictionId: newIdentifier(), clickId: newIdentifier() });
const again = ({ restrictionId }: { restrictionId: string }) => ({
  ...{ restrictionId, clickId: newIdentifier() },
});

async function restrict(typed: TypedFields) {
  const target = restrictionTarget();
  expect(await planRestriction(await fixture.staff(), target, typed, true)).toEqual({
    outcome: "sent",
  });
  await settle();
  return target;
}

describe("a restriction", () => {
  beforeEach(() => startContract());

  test("restricts contracts with its menu, tells them once, and leaves them running when lifted", async () => {
    const typed = { ...whole, start: ["later"], startsAt: [`${await inDays(3)}T10:00`] };
    const review = await planRestriction(await fixture.staff(), restrictionTarget(), typed, false);
    expect(review).toMatchObject({ outcome: "review", restriction: { clause: "A19.1(4)" } });
    const target = await restrict(typed);
    expect(await serviceOf(contractId)).toBe("running");
    expect(await mailsOf(target.restrictionId)).toContain("restriction-planned");
    await pass(3);
    expect(await serviceOf(contractId)).toBe("restricted");
    expect(await serviceOf(optionId)).toBe("running");
    expect(
      (await mailsOf(contractId)).filter((mail) => mail === "service-restricted"),
    ).toHaveLength(1);
    await pass(2);
    expect(
      (await mailsOf(contractId)).filter((mail) => mail === "service-restricted"),
    ).toHaveLength(1);

    const course = { ...texts, endsAt: [`${await inDays(30)}T10:00`] };
    expect(await changeRestriction(await fixture.staff(), again(target), course)).toEqual({
      outcome: "sent",
    });
    await endRestriction(await fixture.staff(), again(target), "lift");
    await settle();
    expect(await serviceOf(contractId)).toBe("running");
    expect((await mailsOf(contractId)).at(-1)).toBe("restriction-lifted");
    const { restriction, reached } = await readRestriction(
      await fixture.staff(),
      target.restrictionId,
    );
    expect(restriction).toMatchObject({ status: "lifted", feeClause: "A19.3" });
    expect(reached.filter((one) => one.customerId === customerId).map(({ type }) => type)).toEqual([
      "unrestrict",
      "restrict",
    ]);
  });

  test("of an option's menu restricts the option alone and writes to its customer", async () => {
    const target = await restrict({ ...whole, menus: ["NDR-REPORT"] });
    expect(await serviceOf(optionId)).toBe("restricted");
    expect(await serviceOf(contractId)).toBe("running");
    expect(await mailsOf(target.restrictionId)).toContain("restriction-started");
    expect(await mailsOf(contractId)).not.toContain("service-restricted");
    await endRestriction(await fixture.staff(), again(target), "lift");
    await settle();
    expect(await serviceOf(optionId)).toBe("running");
    expect((await mailsOf(target.restrictionId)).at(-1)).toBe("restriction-over");
  });

  test("of chosen contracts leaves all others, and knows no number that leads nowhere", async () => {
    const { number } = (await snapshotOf(contractId)).context;
    const [other, otherCustomer] = [contractId, customerId];
    await startContract();
    const typed = { ...whole, scope: ["contracts"], numbers: [String(number)] };
    const unknown = { ...typed, numbers: [`${String(number)}, C999999-01`] };
    expect(
      await planRestriction(await fixture.staff(), restrictionTarget(), unknown, true),
    ).toMatchObject({ outcome: "faults", faults: { numbers: "unknown" } });
    const target = await restrict(typed);
    expect(await serviceOf(other)).toBe("restricted");
    expect(await serviceOf(contractId)).toBe("running");
    const isPosted = ({ restrictions }: { restrictions: { restrictionId: string }[] }) =>
      restrictions.some(({ restrictionId }) => restrictionId === target.restrictionId);
    expect(isPosted(await noticeBoard())).toBe(false);
    expect(isPosted(await ownNotices(await fixture.member(customerId)))).toBe(false);
    const own = await ownNotices(await fixture.member(otherCustomer));
    expect(own.restrictions).toMatchObject([{ contracts: [{ contractId: other, number }] }]);
    expect(JSON.stringify(own)).not.toContain("refundReason");
    expect(isPosted(await ownNotices(await fixture.member(otherCustomer), contractId))).toBe(false);
    await endRestriction(await fixture.staff(), again(target), "lift");
    await settle();
  });

  test("reaches a contract that is formed later", async () => {
    const target = await restrict(whole);
    await startContract();
    expect(await serviceOf(contractId)).toBe("restricted");
    await endRestriction(await fixture.staff(), again(target), "lift");
    await settle();
    expect(await serviceOf(contractId)).toBe("running");
  });

  test("without prospect ends the contracts, and what is not earned is owed back", async () => {
    const target = await restrict(whole);
    const endDay = await inDays(40);
    const typed = {
      ground: ["復旧の見込みがない"],
      refund: ["unearned"],
      refundReason: ["当社の設備"],
    };
    const wrong = await announceEnd(await fixture.staff(), again(target), {
      endDay: [await inDays(0)],
    });
    expect(wrong).toEqual({
      outcome: "faults",
      faults: {
        endDay: "notAfterToday",
        refund: "missing",
        ground: "missing",
        refundReason: "missing",
      },
    });
    const answer = await announceEnd(await fixture.staff(), again(target), {
      ...typed,
      endDay: [endDay],
    });
    expect(answer).toEqual({ outcome: "sent" });
    await settle();
    expect((await snapshotOf(contractId)).context.ends).toMatchObject([
      { cause: "restricted", endDay, refund: "unearned", ref: target.restrictionId },
    ]);
    expect((await mailsOf(contractId)).at(-1)).toBe("end-announced");
    await pass(41);
    const ended = await snapshotOf(contractId);
    expect(ended.value).toHaveProperty("ended");
    expect(ended.context.ended).toMatchObject({
      day: endDay,
      cause: "restricted",
      clause: "A19.4",
    });
    expect(ended.context.refunds).toMatchObject([{ itemId: contractId, lastDay: endDay }]);
    const { restriction } = await readRestriction(await fixture.staff(), target.restrictionId);
    expect(restriction).toMatchObject({ status: "contractsEnded", refundReason: "当社の設備" });
  });

  test("that is lifted before that day lets the contracts go on", async () => {
    const target = await restrict(whole);
    const typed = { ground: ["x"], refund: ["none"], refundReason: ["x"] };
    await announceEnd(await fixture.staff(), again(target), {
      ...typed,
      endDay: [await inDays(30)],
    });
    await settle();
    await pass(30);
    await endRestriction(await fixture.staff(), again(target), "lift");
    await settle();
    await pass(10);
    const { context, value } = await snapshotOf(contractId);
    expect(value).toHaveProperty("active");
    expect(context.ends).toEqual([]);
    expect((await mailsOf(contractId)).slice(-2).toSorted()).toEqual([
      "end-lapsed",
      "restriction-lifted",
    ]);
  });
});

describe("a discontinuation", () => {
  beforeEach(() => startContract());

  const words = { textJa: ["提供を終えます"], textEn: ["It comes to its end"] };
  const discontinuationTarget = () => ({
    ...{ discontinuationId: newIdentifier(), clickId: newIdentifier() },
  });

  test("later than six months before needs a reason, and withdrawn leaves everything as it was", async () => {
    const target = discontinuationTarget();
    const typed = { menus: ["NDR-REPORT"], firstDayWithout: [await inDays(60)], ...words };
    expect(await announceDiscontinuation(await fixture.staff(), target, typed, true)).toEqual({
      outcome: "faults",
      faults: { lateJa: "late", lateEn: "late" },
    });
    const late = { ...typed, lateJa: ["供給元の撤退"], lateEn: ["Its maker withdraws"] };
    await announceDiscontinuation(await fixture.staff(), target, late, true);
    await settle();
    expect((await snapshotOf(optionId)).context.ends).toMatchObject([{ cause: "discontinued" }]);
    expect((await snapshotOf(contractId)).context.ends).toEqual([]);
    const withdrawal = { ...target, clickId: newIdentifier() };
    expect(await withdrawDiscontinuation(await fixture.staff(), withdrawal, {})).toMatchObject({
      outcome: "faults",
    });
    const reason = { reasonJa: ["継続します"], reasonEn: ["It goes on"] };
    await withdrawDiscontinuation(await fixture.staff(), withdrawal, reason);
    await settle();
    await pass(70);
    expect((await snapshotOf(optionId)).context.ends).toEqual([]);
    expect((await snapshotOf(optionId)).value).toHaveProperty("active");
    const { discontinuation } = await readDiscontinuation(
      await fixture.staff(),
      target.discontinuationId,
    );
    expect(discontinuation).toMatchObject({
      status: "withdrawn",
      lateReason: { ja: "供給元の撤退" },
    });
  });

  test("ends contracts on the day before, with what is not earned owed back", async () => {
    const target = discontinuationTarget();
    const first = (await today()).add({ months: 7 });
    const typed = { menus: ["NDR-BASE"], firstDayWithout: [first.toString()], ...words };
    const lastDay = first.subtract({ days: 1 }).toString();
    expect(
      await announceDiscontinuation(await fixture.staff(), target, typed, false),
    ).toMatchObject({ outcome: "review", lastDay, discontinuation: { lateReason: null } });
    expect(await announceDiscontinuation(await fixture.staff(), target, typed, true)).toEqual({
      outcome: "sent",
    });
    await settle();
    expect((await snapshotOf(contractId)).context.ends).toMatchObject([
      { cause: "discontinued", endDay: lastDay, clause: "A20.1", refund: "unearned" },
    ]);
    await pass((await today()).until(first).days);
    const { value, context } = await snapshotOf(contractId);
    expect(value).toHaveProperty("ended");
    expect(context.ended).toMatchObject({ day: lastDay, cause: "discontinued" });
    const days = (from: string, to: string) => dayOf(from).until(dayOf(to)).days;
    const unearned = context.charged.reduce((sum, { amount, from, to }) => {
      const earned = Math.floor((amount * (days(from, lastDay) + 1)) / (days(from, to) + 1));
      return sum + amount - earned;
    }, 0);
    expect(context.charged).toHaveLength(2);
    expect(context.refunds).toMatchObject([{ itemId: contractId, lastDay, net: unearned }]);
    expect((await snapshotOf(optionId)).context).toMatchObject({ endDay: lastDay });
    const { discontinuation, reached } = await readDiscontinuation(
      await fixture.staff(),
      target.discontinuationId,
    );
    expect(discontinuation.status).toBe("effective");
    const offered = async (day: string) => (await listMenus(day)).map(({ code }) => code);
    expect(await offered(lastDay)).toContain("NDR-BASE");
    expect(await offered(first.toString())).not.toContain("NDR-BASE");
    expect(reached.some((one) => one.customerId === customerId)).toBe(true);
  });
});

test("nobody but operations restricts, lifts or discontinues", async () => {
  const finance = await fixture.staff("finance");
  const refused = { code: "notAllowed" };
  const target = restrictionTarget();
  await expect(planRestriction(finance, target, whole, true)).rejects.toMatchObject(refused);
  await expect(endRestriction(finance, target, "lift")).rejects.toMatchObject(refused);
  await expect(readRestriction(finance, target.restrictionId)).rejects.toMatchObject(refused);
  const other = { discontinuationId: newIdentifier(), clickId: newIdentifier() };
  await expect(announceDiscontinuation(finance, other, {}, true)).rejects.toMatchObject(refused);
  await expect(endRestriction(await fixture.staff(), target, "lift")).rejects.toMatchObject({
    code: "notFound",
  });
});
