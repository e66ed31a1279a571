import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newIdentifier } from "#app/identifier.ts";
import { acceptOrder, verifyMaintenance } from "#app/usecases/orders/decide-order.ts";
import type { Role } from "#machines/engine/actor.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import { actorOf } from "#test/helpers/commands.ts";
import { placeOrder } from "#test/helpers/orders.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { cancelContract } from "./cancel-contract.ts";
import { readContractForStaff } from "./read-contract-for-staff.ts";
import { readContractPage, type ContractPage } from "./read-contract-page.ts";
import { setStartDay } from "./set-start-day.ts";

let opened: TestPortal;
let customerId: string;
let contractId: string;
let invoiceId: string;

const as = (role: Role) => opened.member(customerId, role);
const read = async (role: Role = "owner") => readContractPage(await as(role), contractId);

const tell = async (
  kind: "invoice" | "payment",
  machineId: string,
  actor: "owner" | "portal" | "stripe",
  event: MachineEvent,
) => {
  const receivedAt = (await opened.portal.clock.now()).toISOString();
  const commandId = newIdentifier();
  const to = { customerId, machineId, kind, commandId, receivedAt };
  const outcome = await opened.portal.dispatch({ ...to, actor: actorOf(actor), event });
  if (!outcome.ok) throw new Error(outcome.refusal.detail);
};

/** The first invoice is paid by card at the second attempt. */
async function pay() {
  const [refused, taken] = [newIdentifier(), newIdentifier()];
  const { total } = (await read()).invoices[0]!;
  const valueDay = "2030-04-10";
  await tell("invoice", invoiceId, "owner", { type: "startPayment", paymentId: refused });
  await tell("payment", refused, "portal", { type: "sessionRefused", code: "unavailable" });
  await tell("invoice", invoiceId, "owner", { type: "startPayment", paymentId: taken });
  const settle = { type: "settle", intentId: "pi_1", chargeId: "ch_1", amount: total, valueDay };
  await tell("payment", taken, "stripe", settle);
}

beforeAll(async () => {
  opened = await openTestPortal();
  await opened.moveTo("2030-03-01T10:00:00+09:00");
  customerId = await opened.addCustomer("みなと商事");
  contractId = await placeOrder(await as("owner"), "2030-04-01", ["NDR-MVPN", "NDR-TUNE"]);
  const target = () => ({ customerId, contractId, clickId: newIdentifier() });
  await verifyMaintenance(await opened.staff(), target());
  await acceptOrder(await opened.staff(), target());
  await setStartDay(await opened.staff(), target(), "2030-04-01");
  await opened.moveTo("2030-04-10T10:00:00+09:00");
  invoiceId = (await read()).invoices[0]!.invoiceId;
  await pay();
});
afterAll(() => opened.close());

/** Everything that the history shows, what followed included. */
const shown = ({ picture }: ContractPage) =>
  picture.history.flatMap(({ id, follows }) => [id, ...follows.map((one) => one.id)]);

describe("the history of a contract", () => {
  test("holds every event of contract, options, devices, invoices and payments once, in their order", async () => {
    const rows = await opened.test.asSuperuser<{ id: string }>(
      "select machine_id || '/' || seq as id from machine_event where customer_id = $1",
      [customerId],
    );
    const page = await read();
    expect(rows.length).toBeGreaterThan(20);
    expect(shown(page).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
    const instants = page.picture.history.map(({ at }) => at);
    expect(instants).toEqual(instants.toSorted());
  });

  test("puts what a machine told others with what set it off", async () => {
    const { picture } = await read();
    const started = picture.history.find(({ type }) => type === "startReached");
    expect(started).toMatchObject({ who: "timer", kind: "contract" });
    expect(started?.follows.map(({ kind, type }) => `${kind} ${type}`).toSorted()).toEqual([
      "device serviceStarted",
      "invoice issue",
      "option start",
      "option start",
    ]);
    expect(started?.clauses).toContain("A12.2");
    const settled = picture.history.find(({ type }) => type === "settle");
    expect(settled?.who).toBe("stripe");
    expect(settled?.follows.map(({ type }) => type)).toEqual(["paymentReceived", "invoiceSettled"]);
    expect(picture.history.every(({ who }) => who !== "machine")).toBe(true);
  });

  test("says who only by role", async () => {
    const page = await read("viewer");
    const text = JSON.stringify(page);
    for (const role of ["owner", "operations"]) {
      expect(text).not.toContain((await as(role as Role)).userId);
      expect(text).not.toContain((await opened.staff()).userId);
    }
    expect(page.picture.history.map(({ who }) => who)).toContain("operations");
  });
});

describe("the page", () => {
  test("tells the contract's facts", async () => {
    const page = await read();
    expect(page).toMatchObject({
      status: "active",
      siteNames: ["本社データセンター"],
      term: { start: "2030-04-01", end: "2031-03-31" },
      notice: { day: "2031-01-31", next: { start: "2031-04-01", end: "2032-03-31" } },
      end: null,
      annualFee: { total: 5_429_600 },
      invoices: [{ status: "paid", total: 5_429_600, owed: 0, dueDay: "2030-05-31" }],
    });
    // Work is done and charged once: it is not in the next term's fee.
    expect(page.notice?.next.fee).toBe((3_960_000 + 396_000) * 1.1);
    expect(page.options.map(({ status }) => status).toSorted()).toEqual(["active", "working"]);
    expect(page.picture.passed.at(-1)).toEqual(page.picture.state);
  });

  test("names the deadlines with their clause and derivation, earliest first", async () => {
    const { coming } = (await read()).picture;
    expect(coming.map(({ kind }) => kind)).toEqual([
      ...["remindCustomer", "remindFinance", "remindCustomer", "remindCustomer", "fixRenewal"],
    ]);
    for (const { derivation, clause, dueAt } of coming) {
      expect(clause).toBe("A10.2");
      expect(derivation?.result.slice(0, 7)).toBe(dueAt.slice(0, 7));
    }
  });

  test("keeps money from those whose roles do not open it", async () => {
    const page = await read("technical");
    expect(page).toMatchObject({ showsMoney: false, invoices: [] });
    expect(JSON.stringify(page)).not.toContain(invoiceId);
    const kinds = page.picture.history.flatMap((item) => [item, ...item.follows]);
    expect(kinds.filter(({ kind }) => kind === "invoice" || kind === "payment")).toEqual([]);
  });

  test("offers each role what it may do", async () => {
    expect((await read("owner")).actions).toMatchObject({ cancel: true, payInvoice: null });
    expect((await read("viewer")).actions).toMatchObject({ cancel: false, payInvoice: null });
    expect((await read("billing")).actions.readQuote).toBe(true);
  });

  test("is found by its own customer only", async () => {
    const stranger = await opened.member(await opened.addCustomer("よその会社"));
    for (const id of [contractId, newIdentifier(), "none"]) {
      const attempt = readContractPage(stranger, id);
      await expect(attempt).rejects.toMatchObject({ code: "notFound" });
    }
    // An invoice of one's own is no contract.
    const attempt = readContractPage(await as("owner"), invoiceId);
    await expect(attempt).rejects.toMatchObject({ code: "notFound" });
  });

  test("shows staff the same with the customer's name, and no other role of theirs", async () => {
    const view = await readContractForStaff(await opened.staff(), customerId, contractId);
    const { picture, actions: _, showsMoney: __, ...facts } = await read();
    expect(view).toMatchObject({ ...facts, customerName: "みなと商事" });
    expect(view.picture.history).toEqual(picture.history);
    const finance = await opened.staff("finance");
    await expect(readContractForStaff(finance, customerId, contractId)).rejects.toMatchObject({
      code: "notAllowed",
    });
    const nobody = readContractForStaff(await opened.staff(), newIdentifier(), contractId);
    await expect(nobody).rejects.toMatchObject({ code: "notFound" });
  });

  test("says after a notice when, by which clause and why the contract ends", async () => {
    await cancelContract(
      await as("owner"),
      contractId,
      { way: "term", day: null },
      "2031-03-31",
      newIdentifier(),
    );
    const page = await read();
    expect(page).toMatchObject({
      notice: null,
      end: { day: "2031-03-31", clause: "A10.2", derivation: { result: "2031-03-31" } },
    });
    expect(page.picture.coming.map(({ kind }) => kind)).toEqual(["end"]);
    const last = page.picture.history.at(-1);
    expect(last).toMatchObject({ type: "cancel", who: "owner", facts: { endDay: "2031-03-31" } });
  });
});
