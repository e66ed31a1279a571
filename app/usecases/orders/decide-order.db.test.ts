import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newIdentifier } from "#app/identifier.ts";
import { answerStartProposal, readStartProposal } from "#app/usecases/contracts/start-proposal.ts";
import { customerOverview } from "#app/usecases/contracts/customer-overview.ts";
import { searchContracts } from "#app/usecases/contracts/search-contracts.ts";
import { setStartDay } from "#app/usecases/contracts/set-start-day.ts";
import { readContract } from "#db/queries/contracts.ts";
import { rejectionReasons } from "#machines/terms/a05-rejection.ts";
import { readWork } from "#app/usecases/work/read-work.ts";
import { placeOrder } from "#test/helpers/orders.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { acceptOrder, rejectOrder, verifyMaintenance } from "./decide-order.ts";
import { readOrderDossier } from "./order-dossier.ts";
import { quoteDocument } from "./quote-document.ts";
import { readWithdrawal, withdrawOrder } from "./withdraw-order.ts";

let opened: TestPortal;
let customerId: string;
const owner = () => opened.member(customerId);
const staff = () => opened.staff();
const targetOf = (contractId: string) => ({ customerId, contractId, clickId: newIdentifier() });

async function statusOf(contractId: string) {
  const row = await opened.portal.database.transaction({ role: "portal_staff" }, (tx) =>
    readContract(tx, customerId, contractId),
  );
  return row?.status;
}

/** An order that staff have verified and accepted. */
async function acceptedOrder(wishedStart: string): Promise<string> {
  const contractId = await placeOrder(await owner(), wishedStart);
  await verifyMaintenance(await staff(), targetOf(contractId));
  await acceptOrder(await staff(), targetOf(contractId));
  return contractId;
}

beforeAll(async () => {
  opened = await openTestPortal();
  await opened.moveTo("2030-03-01T10:00:00+09:00");
  customerId = await opened.addCustomer("みなと商事");
});
afterAll(() => opened.close());

describe("deciding on an order", () => {
  test("it is not accepted before the maintenance contract is verified", async () => {
    const contractId = await placeOrder(await owner(), "2030-04-01");
    expect(await acceptOrder(await staff(), targetOf(contractId))).toBe("maintenanceUnverified");
    expect(await statusOf(contractId)).toBe("submitted");
    await verifyMaintenance(await staff(), targetOf(contractId));
    expect(await acceptOrder(await staff(), targetOf(contractId))).toBe("accepted");
    expect(await statusOf(contractId)).toBe("accepted");
  });

  test("a second click on the same button does nothing, and says nothing is wrong", async () => {
    const contractId = await placeOrder(await owner(), "2030-04-01");
    await verifyMaintenance(await staff(), targetOf(contractId));
    const click = targetOf(contractId);
    const asking = await staff();
    await Promise.all([acceptOrder(asking, click), acceptOrder(asking, click)]);
    expect(await acceptOrder(await staff(), click)).toBe("accepted");
    const events = await opened.test.asSuperuser(
      "select 1 from machine_event where machine_id = $1 and event->>'type' = 'accept'",
      [contractId],
    );
    expect(events).toHaveLength(1);
    await expect(acceptOrder(await staff(), targetOf(contractId))).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("each of the nine reasons rejects it; anything else is asked for again", async () => {
    for (const [at, reason] of rejectionReasons.entries()) {
      const contractId = await placeOrder(await owner(), "2030-04-01");
      await rejectOrder(await staff(), targetOf(contractId), reason);
      const { rejection, contract } = await readOrderDossier(await staff(), customerId, contractId);
      expect([contract.status, rejection?.clause]).toEqual(["rejected", `A5.4(${at + 1})`]);
    }
    const contractId = await placeOrder(await owner(), "2030-04-01");
    for (const none of [null, "", "because", "toString"]) {
      expect(await rejectOrder(await staff(), targetOf(contractId), none)).toBe("reasonMissing");
    }
    expect(await statusOf(contractId)).toBe("submitted");
  });

  test("an order that was withdrawn can't be accepted, nor the other way round", async () => {
    const withdrawn = await placeOrder(await owner(), "2030-04-01");
    expect(await readWithdrawal(await owner(), withdrawn)).toMatchObject({ possible: true });
    await withdrawOrder(await owner(), withdrawn);
    await withdrawOrder(await owner(), withdrawn);
    expect(await statusOf(withdrawn)).toBe("withdrawn");
    await expect(
      rejectOrder(await staff(), targetOf(withdrawn), "notFeasible"),
    ).rejects.toMatchObject({ code: "conflict" });
    const decided = await acceptedOrder("2030-04-01");
    expect(await readWithdrawal(await owner(), decided)).toMatchObject({ possible: false });
    await expect(withdrawOrder(await owner(), decided)).rejects.toMatchObject({ code: "conflict" });
  });

  test("only operations decide, and only the owner withdraws", async () => {
    const contractId = await placeOrder(await owner(), "2030-04-01");
    for (const role of ["finance", "admin"] as const) {
      const other = await opened.staff(role);
      for (const attempt of [
        () => verifyMaintenance(other, targetOf(contractId)),
        () => acceptOrder(other, targetOf(contractId)),
        () => rejectOrder(other, targetOf(contractId), "notFeasible"),
        () => setStartDay(other, targetOf(contractId), "2030-04-01"),
        () => readOrderDossier(other, customerId, contractId),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ code: "notAllowed" });
      }
    }
    const billing = await opened.member(customerId, "billing");
    await expect(withdrawOrder(billing, contractId)).rejects.toMatchObject({ code: "notAllowed" });
    const stranger = await opened.member(await opened.addCustomer("よその会社"));
    await expect(withdrawOrder(stranger, contractId)).rejects.toMatchObject({ code: "notFound" });
    await expect(quoteDocument(stranger, contractId, "ja")).rejects.toMatchObject({
      code: "notFound",
    });
  });

  test("the dossier holds what was sent, who consented, and what speaks against it", async () => {
    const contractId = await placeOrder(await owner(), "2030-04-01", ["NDR-HUNT"]);
    const dossier = await readOrderDossier(await staff(), customerId, contractId);
    expect(dossier.form.maintenance.contractNumber).toBe("TM-2029-0042");
    expect(dossier.registration.companyName).toBe("株式会社みなと商事");
    expect(dossier.menus.map(({ menuCode }) => menuCode)).toEqual(["NDR-BASE", "NDR-HUNT"]);
    expect(dossier.quote.total).toBe(5_940_000);
    expect(dossier.consents).toHaveLength(7);
    expect(dossier.reasons.filter(({ prompted }) => prompted)).toEqual([]);
    for (const id of ["x", newIdentifier()]) {
      await expect(readOrderDossier(await staff(), customerId, id)).rejects.toMatchObject({
        code: "notFound",
      });
    }
  });

  test("the quote is a PDF under its number", async () => {
    const contractId = await placeOrder(await owner(), "2030-04-01");
    const { fileName, bytes } = await quoteDocument(await owner(), contractId, "ja");
    expect(fileName).toMatch(/^Q\d{6}-\d{2}\.pdf$/);
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe("%PDF-");
  });
});

describe("the start day", () => {
  test("as wished it is fixed at once", async () => {
    const contractId = await acceptedOrder("2030-04-01");
    expect(await setStartDay(await staff(), targetOf(contractId), "2030/4/1")).toEqual({
      outcome: "fixed",
    });
    expect(await statusOf(contractId)).toBe("preparing");
  });

  test("another is proposed, declined, proposed again and confirmed", async () => {
    const contractId = await acceptedOrder("2030-04-01");
    const propose = async (day: string) => setStartDay(await staff(), targetOf(contractId), day);
    const reply = async (confirmed: boolean, shownStartDay: string) =>
      answerStartProposal(await owner(), contractId, {
        ...{ confirmed, shownStartDay, commandId: newIdentifier() },
      });
    expect(await propose("2030-04-08")).toEqual({ outcome: "proposed" });
    expect(await readStartProposal(await owner(), contractId)).toMatchObject({
      wishedStart: "2030-04-01",
      mayAnswer: true,
      proposal: {
        startDay: "2030-04-08",
        termEnd: "2031-04-07",
        dueDay: "2030-05-31",
        past: false,
      },
    });
    await reply(false, "2030-04-08");
    expect((await readStartProposal(await owner(), contractId)).proposal).toBeNull();
    await propose("2030-04-15");
    await propose("2030-04-22");
    await expect(reply(true, "2030-04-15")).rejects.toMatchObject({ code: "conflict" });
    await reply(true, "2030-04-22");
    const row = await opened.portal.database.transaction({ role: "portal_staff" }, (tx) =>
      readContract(tx, customerId, contractId),
    );
    expect(row).toMatchObject({ status: "preparing", startDay: "2030-04-22" });
    await expect(reply(false, "2030-04-22")).rejects.toMatchObject({ code: "conflict" });
  });

  test("only the owner answers", async () => {
    const contractId = await acceptedOrder("2030-04-01");
    await setStartDay(await staff(), targetOf(contractId), "2030-04-08");
    const technical = await opened.member(customerId, "technical");
    expect(await readStartProposal(technical, contractId)).toMatchObject({ mayAnswer: false });
    const answer = { confirmed: true, shownStartDay: "2030-04-08", commandId: newIdentifier() };
    await expect(answerStartProposal(technical, contractId, answer)).rejects.toMatchObject({
      code: "notAllowed",
    });
  });

  test("a day that has passed, is no day or lies too far ahead is refused", async () => {
    const contractId = await acceptedOrder("2030-04-01");
    for (const [typed, code] of [
      ["2030-02-28", "tooEarly 2030-03-01"],
      ["2031-03-02", "tooLate 2031-03-01"],
      ["tomorrow", "day"],
      ["", "missing"],
    ]) {
      expect(await setStartDay(await staff(), targetOf(contractId), typed)).toEqual({
        ...{ outcome: "invalid", code },
      });
    }
    expect(await statusOf(contractId)).toBe("accepted");
  });
});

test("queue, list and the customer's first page show where everything stands", async () => {
  customerId = await opened.addCustomer("あおい製作所");
  const waiting = await placeOrder(await owner(), "2030-04-01");
  const open = await acceptedOrder("2030-04-01");
  const proposed = await acceptedOrder("2030-04-01");
  await setStartDay(await staff(), targetOf(proposed), "2030-04-02");
  const soon = await acceptedOrder("2030-03-15");
  await setStartDay(await staff(), targetOf(soon), "2030-03-15");
  const mine = (items: { customerId: string; contractId: string }[]) =>
    items.filter((item) => item.customerId === customerId).map(({ contractId }) => contractId);
  const queued = async (kind: string) => {
    const all = { role: null, owner: null, page: null };
    const { items } = await readWork(await staff(), { kind, ...all });
    return mine(items.map((item) => ({ ...item, contractId: item.subject })));
  };
  expect(await queued("verifyOrder")).toEqual([waiting]);
  expect(await queued("fixStart")).toEqual([open]);
  expect(await queued("followProposal")).toEqual([proposed]);
  expect(await queued("prepareStart")).toEqual([soon]);

  const list = (text: string, status: string | null = null, page: string | null = null) =>
    staff().then((asking) => searchContracts(asking, { text, status, page }));
  expect((await list("あおい")).total).toBe(4);
  expect(mine((await list("あおい", "submitted")).rows)).toEqual([waiting]);
  const [first] = (await list("あおい", "accepted")).rows;
  expect(mine((await list(first?.number ?? "")).rows)).toEqual([first?.contractId]);
  for (const odd of ["%", "_", "\\", "' or 1=1 --", "x".repeat(5000)]) {
    expect((await list(odd)).total).toBe(0);
  }
  expect((await list("", "draft", "0")).page).toBe(1);
  expect((await list("", null, "999")).rows).toEqual([]);

  const overview = await customerOverview(await owner());
  expect(overview.contracts.map(({ contractId }) => contractId).toSorted()).toEqual(
    [waiting, open, proposed, soon].toSorted(),
  );
  expect(overview.attention).toMatchObject([
    { kind: "startDay", contractId: proposed, day: "2030-04-02" },
  ]);
});

test("money and the notice day come up in time, money only for who may see it", async () => {
  customerId = await opened.addCustomer("しらかば物流");
  const contractId = await acceptedOrder("2030-03-15");
  await setStartDay(await staff(), targetOf(contractId), "2030-03-15");
  await opened.moveTo("2030-03-16T10:00:00+09:00");
  const kinds = async (role: "owner" | "technical") => {
    const { attention } = await customerOverview(await opened.member(customerId, role));
    return attention.map(({ kind, day }) => `${kind} ${day}`);
  };
  expect(await kinds("owner")).toEqual(["invoice 2030-04-30"]);
  expect(await kinds("technical")).toEqual([]);
  await opened.moveTo("2030-12-01T10:00:00+09:00");
  expect(await kinds("technical")).toEqual(["noticeDay 2031-01-14"]);
});
