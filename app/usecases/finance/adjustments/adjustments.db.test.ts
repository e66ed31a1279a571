import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "#app/usecases/principal.ts";
import { creditNoteDocument } from "#app/usecases/invoices/credit-note-document.ts";
import { readOwnInvoice } from "#app/usecases/invoices/read-invoice.ts";
import { ledgerFaultsOf } from "#test/helpers/stored.ts";
import { openMoneyWorld, type IssuedInvoice, type MoneyWorld } from "#test/helpers/money-world.ts";
import { approve } from "../approvals/decide.ts";
import { readCustomerInvoice } from "../read-customer-invoice.ts";
import { proposeCharge, proposeCredit, proposeWriteOff, type Proposed } from "./propose.ts";
import { readAdjustment } from "./read-adjustment.ts";
import { declareSetOff } from "./set-off.ts";

let world: MoneyWorld;
let [one, other]: Principal[] = [];
beforeAll(async () => {
  world = await openMoneyWorld();
  [one, other] = [await world.principal(null, "finance"), await world.principal(null, "finance")];
});
afterAll(() => world.close());

const keyOf = ({ customerId, invoiceId }: IssuedInvoice) => ({ customerId, invoiceId });
const targetOf = (invoice: IssuedInvoice) => ({ ...keyOf(invoice), approvalId: randomUUID() });

async function approved(
  ask: (target: ReturnType<typeof targetOf>) => Promise<Proposed>,
  invoice: IssuedInvoice,
) {
  const target = targetOf(invoice);
  expect(await ask(target)).toMatchObject({ page: expect.stringContaining(target.approvalId) });
  await approve(other!, target);
}

const credit =
  (net: string, isWhole = false) =>
  (target: ReturnType<typeof targetOf>) =>
    proposeCredit(one!, target, { typed: [net], isWhole, reason: "二重のご請求" });

async function pay({ customerId, invoiceId }: IssuedInvoice, amount: number) {
  const actor = { kind: "machine", machineId: randomUUID() } as const;
  const valueDay = "2026-11-20";
  const receivedAt = (await world.portal.clock.now()).toISOString();
  const event = { type: "transferReceived", receiptId: randomUUID(), amount, fee: 0, valueDay };
  const outcome = await world.portal.dispatch({
    ...{ customerId, machineId: invoiceId, kind: "invoice", commandId: randomUUID() },
    ...{ actor, receivedAt, event },
  });
  if (!outcome.ok) throw new Error(outcome.refusal.detail);
}

describe("a correction", () => {
  test("is credited after a second person's approval, numbered and shown to the customer", async () => {
    const invoice = await world.issueInvoice();
    await approved(credit("１２０,０００"), invoice);
    const view = await readCustomerInvoice(one!, keyOf(invoice));
    expect(view).toMatchObject({ total: 1_320_000, credited: 132_000, owed: 1_188_000 });
    const [note] = view.standing.creditNotes;
    expect(note).toMatchObject({ net: 120_000, tax: 12_000, reason: "二重のご請求" });
    expect(note?.number).toMatch(/^R\d{6}-0001$/);
    const owner = await world.principal(invoice.customerId, "owner");
    const own = await readOwnInvoice(owner, invoice.invoiceId);
    expect(own.standing.creditNotes).toMatchObject([{ total: 132_000, reason: null }]);
    const [stranger] = [await world.principal((await world.issueInvoice()).customerId, "owner")];
    const asked = { invoiceId: invoice.invoiceId, creditNoteId: note?.creditNoteId ?? "" };
    await expect(creditNoteDocument(stranger, asked, "ja")).rejects.toMatchObject({
      code: "notFound",
    });
    await approved(credit("", true), invoice);
    expect(await readCustomerInvoice(one!, keyOf(invoice))).toMatchObject({
      ...{ status: "void", owed: 0, credited: 1_320_000 },
    });
    expect(await ledgerFaultsOf(world.db)).toEqual([]);
  });

  test("says what is wrong with what was typed", async () => {
    const invoice = await world.issueInvoice();
    const ask = (net: string, reason = "r") =>
      proposeCredit(one!, targetOf(invoice), { typed: [net], isWhole: false, reason });
    expect(await ask("")).toEqual({ fault: "amountMissing" });
    expect(await ask("-1")).toEqual({ fault: "amountWrong" });
    expect(await ask("1200001")).toEqual({ fault: "tooMuch" });
    expect(await ask("1", " ")).toEqual({ fault: "reasonMissing" });
  });

  test("that was asked for twice is approved once, as far as there is something left", async () => {
    const invoice = await world.issueInvoice();
    const targets = [targetOf(invoice), targetOf(invoice)];
    for (const target of targets) await credit("700000")(target);
    const [first, second] = targets;
    await approve(other!, first!);
    await expect(approve(other!, second!)).rejects.toMatchObject({ code: "conflict" });
    expect(await readCustomerInvoice(one!, keyOf(invoice))).toMatchObject({ credited: 770_000 });
  });
});

describe("a set-off", () => {
  test("pays other invoices by the credit, and nothing twice", async () => {
    const giver = await world.issueInvoice();
    const debtor = await world.issueInvoice(300_000, giver.customerId);
    await pay(giver, 1_320_000);
    await approved(credit("200000"), giver);
    const view = await readAdjustment(one!, keyOf(giver));
    expect(view).toMatchObject({ credit: 220_000, debts: [{ owed: 330_000, preset: 220_000 }] });
    const target = { ...keyOf(giver), clickId: randomUUID() };
    const typed = (amount: string) => (id: string) => (id === debtor.invoiceId ? amount : "");
    expect(await declareSetOff(one!, target, typed("220001"))).toBe("tooMuch");
    expect(await declareSetOff(one!, target, typed(""))).toBe("amountMissing");
    expect(await declareSetOff(one!, target, typed("150000"))).toBeNull();
    expect(await readAdjustment(one!, keyOf(giver))).toMatchObject({ credit: 70_000 });
    expect(await readCustomerInvoice(one!, keyOf(debtor))).toMatchObject({
      ...{ owed: 180_000, paid: 150_000, status: "partlyPaid" },
      attempts: [{ type: "setOffReceived", amount: 150_000 }],
    });
    const { attempts } = await readCustomerInvoice(one!, keyOf(giver));
    const declared = attempts.find(({ type }) => type === "declareSetOff");
    expect(declared?.amount).toBe(150_000);
    const mails = await world.db.asSuperuser<{ template: string }>(
      "select params ->> 'template' as template from effect where machine_id = $1 order by seq, n",
      [giver.invoiceId],
    );
    expect(mails.map(({ template }) => template)).toContain("set-off-declared");
    const [cleared] = await world.db.asSuperuser<{ sum: string }>(
      `select coalesce(sum(debit - credit), 0)::text as sum from ledger_entry
       where customer_id = $1 and account = 'unappliedReceipts'`,
      [giver.customerId],
    );
    expect(Number(cleared?.sum)).toBe(1_320_000);
  });
});

describe("a write-off", () => {
  test("books what is owed as a loss, and takes what still comes", async () => {
    const invoice = await world.issueInvoice();
    await approved((target) => proposeWriteOff(one!, target, "破産"), invoice);
    expect(await readCustomerInvoice(one!, keyOf(invoice))).toMatchObject({
      writtenOff: 1_320_000,
    });
    expect(await readCustomerInvoice(one!, keyOf(invoice))).toMatchObject({
      ...{ status: "writtenOff", owed: 0 },
    });
    await pay(invoice, 1_320_000);
    const view = await readCustomerInvoice(one!, keyOf(invoice));
    expect(view).toMatchObject({ status: "paid", owed: 0 });
    const lost = view.ledger.filter(({ account }) => account === "writeOffs");
    expect(lost.reduce((sum, { debit, credit: back }) => sum + debit - back, 0)).toBe(0);
  });
});

test("a charge says what is wrong, and becomes an invoice of its contract", async () => {
  const invoice = await world.issueInvoice();
  const typed = {
    charge: "deviceLoss",
    net: "30000",
    on: "2026-11-01",
    item: "VPN装置",
    reason: "紛失",
  };
  const ask = (changed: Partial<typeof typed>) =>
    proposeCharge(one!, targetOf(invoice), { ...typed, ...changed });
  expect(await ask({ net: "" })).toEqual({ fault: "amountMissing" });
  for (const on of ["2099-01-01", "2026-02-30", "2019-12-31", ""]) {
    expect(await ask({ on }), on).toEqual({ fault: "dayWrong" });
  }
  expect(await ask({ item: "" })).toEqual({ fault: "itemMissing" });
  await expect(ask({ charge: "gift" })).rejects.toMatchObject({ code: "invalid" });
  await approved((target) => proposeCharge(one!, target, typed), invoice);
  const [charged] = await world.db.asSuperuser<{ total: string; reason: string }>(
    "select total::text, reason from invoice where customer_id = $1 and reason = 'charge'",
    [invoice.customerId],
  );
  expect(charged).toEqual({ total: "30000", reason: "charge" });
});
