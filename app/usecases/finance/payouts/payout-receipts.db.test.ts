import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  matchToPayout,
  setReceiptAside,
  undoDecision,
} from "#app/usecases/finance/bank/decide-receipt.ts";
import { readReceipt, readReceipts } from "#app/usecases/finance/bank/read-receipts.ts";
import { listPulledPayouts } from "#app/usecases/finance/list-payouts.ts";
import { readPayout } from "#app/usecases/finance/read-payout.ts";
import { readWork } from "#app/usecases/work/read-work.ts";
import { dayOf } from "#machines/calendar.ts";
import { openMoneyWorld, type MoneyWorld } from "#test/helpers/money-world.ts";
import { payoutActs, type PayoutActs } from "#test/helpers/payout-world.ts";
import { pullPayouts } from "../pull-payouts.ts";

let world: MoneyWorld;
let acts: PayoutActs;
const finance = () => world.principal(null, "finance");

beforeAll(async () => {
  world = await openMoneyWorld();
  acts = await payoutActs(world);
});
beforeEach(() => acts.mark());
afterAll(() => world.close());

const pull = async () => pullPayouts(await finance());

async function receiptOf(amount: number) {
  const rows = await world.db.asSuperuser<{ id: string }>(
    "select receipt_id as id from bank_receipt where amount = $1 order by value_day, receipt_id",
    [amount],
  );
  return readReceipt(await finance(), rows.at(-1)?.id ?? "", "");
}

const targetOf = ({ receipt, seen }: Awaited<ReturnType<typeof receiptOf>>) => ({
  ...{ receiptId: receipt.receiptId, seen },
});

async function tasks() {
  const wanted = { kind: "checkReturnedPayout", role: "finance", owner: null, page: null };
  const { items } = await readWork(await finance(), wanted);
  return items.map(({ name, page }) => ({ name, page }));
}

describe("a payout and its line at the bank", () => {
  test("are matched when the file comes, and the bank holds the money once", async () => {
    const { id, amount } = await acts.payOut();
    await pull();
    const waiting = await readPayout(await finance(), id);
    const ageDays = dayOf(waiting.arrivalDay).until(dayOf(acts.today)).days;
    expect(waiting.bank).toEqual({ state: "missing", ageDays, likely: [] });
    expect(await acts.bring(amount)).toMatchObject({ added: 1, applied: 0, payouts: 1 });
    expect(await acts.moved()).toEqual([amount, -amount, 0]);
    const { receipt, state, payout, decisions } = await receiptOf(amount);
    expect([state, payout?.payoutId]).toEqual(["matched", id]);
    expect(decisions).toMatchObject([
      {
        ...{ kind: "matched", payoutId: id, confidence: 95, isAutomatic: true },
        reasons: ["exactAmount", "stripePayer", "nearArrival"],
      },
    ]);
    const view = await readPayout(await finance(), id);
    expect(view.bank).toMatchObject({
      ...{ state: "came", isReturned: false },
      line: { receiptId: receipt.receiptId, valueDay: acts.today, fileName: "nyukin.txt", line: 2 },
    });
    expect(view.ledger.map(({ kind }) => kind)).toContain("payoutReceived");
    const listed = (await listPulledPayouts(await finance())).find((each) => each.payoutId === id);
    expect(listed?.atBank).toBe(true);
    const { receipts } = await readReceipts(await finance(), { state: "matched", page: null });
    expect(receipts).toMatchObject([{ receiptId: receipt.receiptId, payoutId: id }]);
  });

  test("are matched when the payout is pulled, where the file came first", async () => {
    const { id, amount } = await acts.payOut();
    expect(await acts.bring(amount)).toMatchObject({ payouts: 0 });
    expect(await receiptOf(amount)).toMatchObject({
      isFromStripe: true,
      payouts: [],
      state: "open",
    });
    expect(await acts.moved()).toEqual([amount, 0, -amount]);
    expect(await pull()).toMatchObject({ booked: 1, atBank: 1 });
    expect(await acts.moved()).toEqual([amount, -amount, 0]);
    expect((await receiptOf(amount)).payout?.payoutId).toBe(id);
    expect(await pull()).toMatchObject({ booked: 0, atBank: 0 });
    expect(await acts.moved()).toEqual([amount, -amount, 0]);
  });

  test("are booked on the day on which the line counts", async () => {
    const { id, amount } = await acts.payOut();
    const yesterday = dayOf(acts.today).subtract({ days: 1 }).toString();
    await pull();
    expect(await acts.bring(amount, { valueDay: yesterday })).toMatchObject({ payouts: 1 });
    const { ledger } = await readPayout(await finance(), id);
    const rows = ledger.filter(({ kind }) => kind === "payoutReceived");
    expect(rows.map(({ day, account, debit, credit }) => [day, account, debit, credit])).toEqual([
      [yesterday, "unappliedReceipts", amount, 0],
      [yesterday, "bank", 0, amount],
    ]);
  });
});

describe("a person decides", () => {
  test("where the payer is another, and may undo it with a reason", async () => {
    const { id, amount } = await acts.payOut();
    await pull();
    expect(await acts.bring(amount, { payer: "ﾀﾅｶ ﾀﾛｳ" })).toMatchObject({ payouts: 0 });
    const found = await receiptOf(amount);
    expect(found.payouts).toMatchObject([
      { payoutId: id, confidence: 65, reasons: ["exactAmount", "nearArrival"] },
    ]);
    const listed = (await readReceipts(await finance(), { state: "open", page: null })).receipts;
    expect(listed[0]?.likely).toEqual({ payoutId: id });
    const target = targetOf(found);
    expect(await matchToPayout(await finance(), target, id)).toBeNull();
    await expect(matchToPayout(await finance(), target, id)).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await acts.moved()).toEqual([amount, -amount, 0]);
    const matched = await receiptOf(amount);
    expect(await undoDecision(await finance(), targetOf(matched), " ")).toBe("reasonMissing");
    expect(await undoDecision(await finance(), targetOf(matched), "別の入金")).toBeNull();
    expect(await acts.moved()).toEqual([2 * amount, -amount, -amount]);
    expect(await receiptOf(amount)).toMatchObject({ state: "open", seen: 2 });
    expect((await readPayout(await finance(), id)).bank.state).toBe("missing");
    expect(await tasks()).toEqual([]);
    // What a person has undone is not done again by itself.
    await pull();
    expect(await acts.moved()).toEqual([2 * amount, -amount, -amount]);
    expect(await matchToPayout(await finance(), { ...target, seen: 2 }, id)).toBeNull();
    expect(await acts.moved()).toEqual([amount, -amount, 0]);
  });

  test("where two payouts are as likely, and one of them is taken once", async () => {
    const [one, other] = [await acts.payOut(7_777), await acts.payOut(7_777)];
    await pull();
    expect(await acts.bring(7_777)).toMatchObject({ payouts: 0 });
    const found = await receiptOf(7_777);
    expect(found.payouts.map(({ confidence }) => confidence)).toEqual([70, 70]);
    expect(await matchToPayout(await finance(), targetOf(found), one.id)).toBeNull();
    // Only one payout is left for the next line, and only one line for it.
    expect(await acts.bring(7_777)).toMatchObject({ payouts: 1 });
    expect((await readPayout(await finance(), other.id)).bank.state).toBe("came");
    expect(await acts.moved()).toEqual([2 * 7_777, -2 * 7_777, 0]);
  });

  test("and is told what to do where the payout fits no more", async () => {
    const { id, amount } = await acts.payOut();
    await pull();
    await acts.bring(amount);
    await acts.bring(amount);
    const second = await world.db.asSuperuser<{ id: string }>(
      `select r.receipt_id as id from bank_receipt r where r.amount = $1 and not exists
         (select from bank_receipt_decision d where d.receipt_id = r.receipt_id)`,
      [amount],
    );
    const target = { receiptId: second[0]?.id ?? "", seen: 0 };
    expect(await matchToPayout(await finance(), target, id)).toBe("payoutGone");
    expect(await matchToPayout(await finance(), target, "po_none")).toBe("payoutGone");
    const another = await acts.payOut();
    await pull();
    expect(await matchToPayout(await finance(), target, another.id)).toBe("payoutAmount");
    expect(await setReceiptAside(await finance(), target, "当社の口座間の移動")).toBeNull();
    const operations = await world.principal(null, "operations");
    await expect(matchToPayout(operations, target, id)).rejects.toMatchObject({
      code: "notAllowed",
    });
  });
});

describe("a payout that failed after it was paid (fault 41)", () => {
  test("reopens its match, is a task, and is settled once the money went back", async () => {
    const { id, amount } = await acts.payOut();
    await pull();
    await acts.bring(amount);
    expect(await acts.moved()).toEqual([amount, -amount, 0]);
    expect(await acts.fail(id)).toMatchObject({ outcome: "applied" });
    // The bank says that it has the money, Stripe that it still has it: both are in the books.
    expect(await acts.moved()).toEqual([amount, 0, -amount]);
    const open = await receiptOf(amount);
    expect(open).toMatchObject({
      state: "open",
      contradicted: id,
      payout: { payoutId: id, returnedOn: acts.today },
    });
    expect(open.decisions.at(-1)).toMatchObject({
      ...{ kind: "unmatched", payoutId: id, isAutomatic: true, reasons: ["payoutReturned"] },
    });
    const page = `/finance/receipts/${open.receipt.receiptId}`;
    expect(await tasks()).toEqual([{ name: `${open.receipt.payer} / ${id}`, page }]);
    expect((await readPayout(await finance(), id)).bank).toMatchObject({
      ...{ state: "returned", likely: [{ receiptId: open.receipt.receiptId }] },
    });
    expect(await acts.fail(id)).toMatchObject({ outcome: "nothing" });
    await pull();
    expect(await acts.moved()).toEqual([amount, 0, -amount]);
    expect(open.payouts).toMatchObject([{ payoutId: id, isReturned: true }]);
    expect(await matchToPayout(await finance(), targetOf(open), id)).toBeNull();
    expect(await acts.moved()).toEqual([0, 0, 0]);
    expect(await tasks()).toEqual([]);
    expect((await readPayout(await finance(), id)).bank).toMatchObject({
      ...{ state: "came", isReturned: true },
    });
  });

  test("has nothing to undo where the bank never had it", async () => {
    const { id } = await acts.payOut();
    await pull();
    await acts.fail(id);
    expect(await acts.moved()).toEqual([0, 0, 0]);
    expect(await tasks()).toEqual([]);
    expect((await readPayout(await finance(), id)).bank).toEqual({ state: "returned", likely: [] });
  });

  test("is left to a person where its line comes only then", async () => {
    const { id, amount } = await acts.payOut();
    await pull();
    await acts.fail(id);
    expect(await acts.bring(amount)).toMatchObject({ payouts: 0 });
    expect(await acts.moved()).toEqual([amount, 0, -amount]);
    const { receipt, contradicted } = await receiptOf(amount);
    expect(contradicted).toBe(id);
    const page = `/finance/receipts/${receipt.receiptId}`;
    expect(await tasks()).toContainEqual({ name: `${receipt.payer} / ${id}`, page });
    // The bank takes it back with a line of its own.
    await acts.bring(-amount);
    expect(await acts.moved()).toEqual([0, 0, 0]);
  });

  test("and one that was reversed leaves the line matched: a debit of its own takes the money", async () => {
    const { id, amount } = await acts.payOut();
    await pull();
    await acts.bring(amount);
    await world.bench.control("POST", `/payouts/${id}`, { status: "reversed" });
    expect(await pull()).toMatchObject({ booked: 1 });
    expect(await acts.moved()).toEqual([0, 0, 0]);
    expect((await receiptOf(amount)).state).toBe("matched");
    const debits = (await listPulledPayouts(await finance())).filter(
      (each) => each.amount === -amount,
    );
    expect(debits).toMatchObject([{ isBooked: true, atBank: null }]);
  });
});

test("a line that counts in a closed month is booked on the first open day", async () => {
  const { id, amount } = await acts.payOut();
  await pull();
  const lastDay = dayOf(acts.today).with({ day: 1 }).subtract({ days: 1 });
  const [first, last] = [lastDay.with({ day: 1 }).toString(), lastDay.toString()];
  await acts.bring(amount, { valueDay: last });
  await world.db.asSuperuser(
    `insert into month_close values (gen_random_uuid(), gen_random_uuid(), $1, 'closed', $2, $3,
       '[]', '[]', now())`,
    [first.slice(0, 7), first, last],
  );
  const found = await receiptOf(amount);
  expect(found.payouts).toMatchObject([{ payoutId: id, confidence: 80 }]);
  expect(await matchToPayout(await finance(), targetOf(found), id)).toBeNull();
  const { ledger } = await readPayout(await finance(), id);
  expect(ledger.filter(({ kind }) => kind === "payoutReceived")).toMatchObject([
    { day: `${acts.today.slice(0, 7)}-01`, valueDay: last, account: "unappliedReceipts" },
    { day: `${acts.today.slice(0, 7)}-01`, valueDay: last, account: "bank" },
  ]);
  expect(await acts.moved()).toEqual([amount, -amount, 0]);
});
