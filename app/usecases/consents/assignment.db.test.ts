import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readContractForStaff } from "#app/usecases/contracts/read-contract-for-staff.ts";
import { readContractPage } from "#app/usecases/contracts/read-contract-page.ts";
import { openAssignments, sideEmails, type Assignments } from "#test/helpers/assignments.ts";
import { successorOf } from "#machines/consent-request/successor.ts";
import { takeOverDeclarations } from "./answer-consent.ts";
import { callOffForOperator, callOffOwn } from "./call-off.ts";
import { consentDocument } from "./consent-document.ts";
import { readConsentForMember, readConsentForStaff } from "./read-consents.ts";

let world: Assignments;
let customerId: string;
let contractId: string;
let assigneeId: string;

const owner = (id = customerId) => world.opened.member(id);

beforeAll(async () => {
  world = await openAssignments();
  ({ customerId, contractId } = world);
  ({ customerId: assigneeId } = await world.addCompany("あおい製作所", sideEmails.assignee));
  // Its first order registered it.
  await world.startContract(assigneeId, "2030-05-01");
});
afterAll(() => world.opened.close());

describe("an assignment that is called off", () => {
  const endOf = async () => (await readContractPage(await owner(), contractId)).end;

  test("by the assignor: the contract stays, and both are told why", async () => {
    const { requestId, takeOverId } = await world.agreed(assigneeId, "2030-06-10");
    expect(await endOf()).toMatchObject({ day: "2030-06-09", cause: "assigned" });
    const off = async (typed: string) =>
      callOffOwn(await owner(), world.targetOf(requestId), typed);
    expect(await off(" ")).toEqual({ outcome: "invalid", problem: "missing" });
    expect(await off("事業の計画が変わりました。")).toEqual({ outcome: "calledOff" });
    await world.work();
    expect(await endOf()).toBeNull();
    const page = await readConsentForMember(await owner(), requestId);
    expect(page).toMatchObject({
      request: { status: "calledOff", offBy: "assignor", offOn: "2030-03-21" },
      offText: "事業の計画が変わりました。",
    });
    expect(await world.statusOf(takeOverId, assigneeId)).toBe("withdrawn");
    for (const address of Object.values(sideEmails)) {
      expect(world.newestTo(address)).toContain("事業の計画が変わりました。");
      expect(world.newestTo(address)).toContain("譲渡人");
    }
    expect(world.newestTo(sideEmails.assignor)).toContain("2030/06/10");
    await expect(off("もう一度")).rejects.toMatchObject({ code: "conflict" });
    expect((await consentDocument(await owner(), requestId, "ja")).fileName).toContain("consent");
  });

  test("by the operator", async () => {
    const { requestId, takeOverId } = await world.agreed(assigneeId, "2030-06-10");
    const off = (typed: string | null) => async () =>
      callOffForOperator(await world.opened.staff(), world.targetOf(requestId), typed);
    expect(await off(null)()).toEqual({ outcome: "invalid", problem: "missing" });
    expect(await off("保守契約が終了しました。")()).toEqual({ outcome: "calledOff" });
    await world.work();
    expect(await endOf()).toBeNull();
    expect(await world.statusOf(takeOverId, assigneeId)).toBe("withdrawn");
    expect(world.newestTo(sideEmails.assignee)).toContain("保守契約が終了しました。");
  });

  test("by the assignee, whose words the assignor reads by mail", async () => {
    const { requestId, takeOverId } = await world.agreed(assigneeId, "2030-06-10");
    const target = world.targetOf(takeOverId, assigneeId);
    await callOffOwn(await owner(assigneeId), target, "引き受けられなくなりました。");
    await world.work();
    expect(await world.statusOf(requestId)).toBe("calledOff");
    expect(await world.statusOf(takeOverId, assigneeId)).toBe("withdrawn");
    expect(await endOf()).toBeNull();
    expect(world.newestTo(sideEmails.assignor)).toContain("引き受けられなくなりました。");
    const staffPage = await readConsentForStaff(
      await world.opened.staff(),
      world.customerId,
      requestId,
    );
    expect(staffPage.offText).toBe("引き受けられなくなりました。");
  });

  test("is nobody else's to call off", async () => {
    const { requestId, takeOverId } = await world.agreed(assigneeId, "2030-06-10");
    const viewer = await world.opened.member(customerId, "viewer");
    await expect(callOffOwn(viewer, world.targetOf(requestId), "x")).rejects.toMatchObject({
      code: "notAllowed",
    });
    await expect(callOffOwn(await owner(), world.targetOf(takeOverId), "x")).rejects.toMatchObject({
      code: "notFound",
    });
    const finance = await world.opened.staff("finance");
    await expect(callOffForOperator(finance, world.targetOf(requestId), "x")).rejects.toMatchObject(
      {
        code: "notAllowed",
      },
    );
    await callOffForOperator(await world.opened.staff(), world.targetOf(requestId), "試験の終わり");
    await world.work();
  });
});

describe("an assignment on its day", () => {
  test("hands the contract over, whenever the work is cut off", async () => {
    const { requestId, takeOverId } = await world.agreed(assigneeId, "2030-06-10");
    expect(await world.statusOf(requestId)).toBe("assigning");
    await world.opened.moveTo("2030-06-10T09:00:00+09:00");
    expect(await world.statusOf(requestId)).toBe("handingOver");
    // Too late for everybody: the contract has ended with the assignor.
    await expect(callOffOwn(await owner(), world.targetOf(requestId), "x")).rejects.toMatchObject({
      code: "conflict",
    });
    await callOffOwn(await owner(assigneeId), world.targetOf(takeOverId, assigneeId), "x");
    const successorId = successorOf(takeOverId);
    await expect(readContractPage(await owner(assigneeId), successorId)).rejects.toMatchObject({
      code: "notFound",
    });
    // Cut off before the hand-over, then between the two sides, then a repetition of all that was done.
    await world.work((kind) => kind === "handOver");
    expect(await world.statusOf(takeOverId, assigneeId)).toBe("agreed");
    const repeat = `update effect set state = 'pending', finished_at = null
      where kind in ('command', 'handOver')`;
    await world.work();
    await world.opened.test.asSuperuser(repeat);
    await world.work();
    expect([await world.statusOf(takeOverId, assigneeId), await world.statusOf(requestId)]).toEqual(
      ["takenOver", "assigned"],
    );

    const old = await readContractPage(await owner(), contractId);
    const taken = await readContractPage(await owner(assigneeId), successorId);
    expect(old).toMatchObject({ status: "ended", end: { day: "2030-06-09", cause: "assigned" } });
    expect(taken).toMatchObject({ status: "active", end: null, invoices: [] });
    expect(taken.options.map(({ status }) => status)).toEqual(["active"]);
    expect(old.invoices).toHaveLength(1);
    const terms = await world.opened.test.asSuperuser<{ term_start: string; term_end: string }>(
      `select term_start::text, term_end::text from contract where contract_id in ($1, $2)`,
      [contractId, successorId],
    );
    expect(terms[0]).toEqual(terms[1]);
    const consents = await world.opened.test.asSuperuser<{ kind: string }>(
      "select kind from consent where contract_id = $1",
      [successorId],
    );
    expect(consents.map(({ kind }) => kind).toSorted()).toEqual(takeOverDeclarations.toSorted());
    await expect(readContractPage(await owner(assigneeId), contractId)).rejects.toMatchObject({
      code: "notFound",
    });

    // Each side reads the other contract's name and no way to it; staff find both.
    const successor = { number: taken.number, companyName: "あおい製作所" };
    const predecessor = { number: old.number, companyName: "みなと商事" };
    expect(old.links).toEqual({ predecessor: null, successor });
    expect(taken.links).toEqual({ predecessor, successor: null });
    const forStaff = async (id: string, one: string) =>
      (await readContractForStaff(await world.opened.staff(), id, one)).links;
    expect(await forStaff(customerId, contractId)).toMatchObject({
      successor: { customerId: assigneeId, contractId: successorId },
    });
    expect(await forStaff(assigneeId, successorId)).toMatchObject({
      predecessor: { customerId, contractId },
    });
  });

  test("falls through where the contract ended otherwise before, and both are told", async () => {
    const other = await world.startContract(customerId, "2030-07-20");
    await world.opened.moveTo("2030-07-20T10:00:00+09:00");
    const { requestId, takeOverId } = await world.agreed(assigneeId, "2030-09-01", other);
    await world.terminate(world.customerId, other);
    await world.opened.moveTo("2030-09-01T09:00:00+09:00");
    await world.work();
    expect(await world.statusOf(requestId)).toBe("fallenThrough");
    expect(await world.statusOf(takeOverId, assigneeId)).toBe("withdrawn");
    for (const address of Object.values(sideEmails)) {
      expect(world.newestTo(address)).toContain("先に終了した");
    }
  });
});
