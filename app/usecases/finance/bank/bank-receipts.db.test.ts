import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { UploadedFile } from "#app/usecases/files/uploaded-file.ts";
import { readCustomerInvoice } from "#app/usecases/finance/read-customer-invoice.ts";
import { readWork } from "#app/usecases/work/read-work.ts";
import { shiftJis, zenginRecords, type WrittenReceipt } from "#test/helpers/bank-files.ts";
import { openMoneyWorld, type IssuedInvoice, type MoneyWorld } from "#test/helpers/money-world.ts";
import { matchReceipt, setReceiptAside, undoDecision } from "./decide-receipt.ts";
import { importBankFile } from "./import-bank-file.ts";
import { readReceipt, readReceipts } from "./read-receipts.ts";

let world: MoneyWorld;
let today: string;
let invoices: IssuedInvoice[];
const finance = () => world.principal(null, "finance");

beforeAll(async () => {
  world = await openMoneyWorld();
  today = (await finance()).receivedAt.slice(0, 10);
  const first = await world.issueInvoice(1_200_000);
  invoices = [
    first,
    await world.issueInvoice(240_000, first.customerId),
    await world.issueInvoice(50_000),
  ];
  await world.db.asSuperuser(
    `insert into registration (customer_id, registration_id, registered_at, company_name,
       company_name_kana, representative, postal_code, prefecture, city, street, phone, contact_name,
       contact_email)
     values ($1, gen_random_uuid(), now(), 'みなと商事', 'ミナトショウジ', '', '', '', '', '', '', '', '')`,
    [first.customerId],
  );
});
afterAll(() => world.close());

const file = (...receipts: Partial<WrittenReceipt>[]): UploadedFile => {
  const records = zenginRecords(
    receipts.map((changed) => ({
      ...{ bookedDay: today, valueDay: today, amount: 1, payer: "ﾀﾅｶ ﾀﾛｳ", edi: "", inquiry: "1" },
      ...changed,
    })),
  );
  return { name: "nyukin.txt", bytes: shiftJis(records.join("\r\n")), isCut: false };
};
const take = async (uploaded: UploadedFile) => importBankFile(await finance(), uploaded);
const open = async (payer: string) => {
  const { receipts } = await readReceipts(await finance(), { state: "open", page: null });
  const found = receipts.find((each) => each.payer === payer.normalize("NFKC"));
  if (!found) throw new Error(`no receipt of ${payer} waits`);
  return readReceipt(await finance(), found.receiptId, "");
};
const statusOf = async ({ invoiceId }: IssuedInvoice) => {
  const [row] = await world.db.asSuperuser<{ status: string; paid: string }>(
    "select status, paid from invoice where invoice_id = $1",
    [invoiceId],
  );
  return [row?.status, Number(row?.paid)];
};
const balance = async (account: string) => {
  const [row] = await world.db.asSuperuser<{ sum: string | null }>(
    "select sum(debit - credit) as sum from ledger_entry where account = $1",
    [account],
  );
  return Number(row?.sum ?? 0);
};

describe("a bank's file", () => {
  const sent = () =>
    file(
      { amount: 1_320_000, payer: "ｶ)ﾐﾅﾄｼﾖｳｼﾞ", inquiry: "1" },
      { amount: 264_000, payer: "ﾅｶﾞﾊﾏ(ｶ", inquiry: "2" },
      { amount: 70_000, payer: "ﾀﾅｶ ﾀﾛｳ", inquiry: "3" },
    );

  test("is booked, and what is sure is applied by itself", async () => {
    expect(await take(sent())).toEqual({
      outcome: "imported",
      added: 3,
      known: 0,
      applied: 1,
      payouts: 0,
    });
    const paid = invoices[0] as IssuedInvoice;
    expect(await statusOf(paid)).toEqual(["paid", 1_320_000]);
    const shown = await readCustomerInvoice(await finance(), paid);
    expect(shown.paidOn).toBe(today);
    expect(shown.attempts).toMatchObject([{ type: "transferReceived", amount: 1_320_000 }]);
    expect(await balance("bank")).toBe(1_654_000);
    expect(await balance("unappliedReceipts")).toBe(-334_000);
  });

  test("brings nothing a second time, and of a file that overlaps only what is new", async () => {
    expect(await take(sent())).toEqual({ outcome: "repeated" });
    const longer = file(
      { amount: 264_000, payer: "ﾅｶﾞﾊﾏ(ｶ", inquiry: "2" },
      { amount: 264_000, payer: "ﾅｶﾞﾊﾏ(ｶ", inquiry: "4" },
    );
    expect(await take(longer)).toEqual({
      outcome: "imported",
      added: 1,
      known: 1,
      applied: 0,
      payouts: 0,
    });
    expect(await balance("bank")).toBe(1_918_000);
  });

  test("brings nothing where it is not right", async () => {
    const bytes = shiftJis("1010\r\n2");
    const result = await take({ name: "x", bytes, isCut: false });
    expect(result).toMatchObject({ outcome: "invalid", count: 2 });
    expect(await balance("bank")).toBe(1_918_000);
  });

  test("is finance's alone", async () => {
    const operations = await world.principal(null, "operations");
    await expect(importBankFile(operations, sent())).rejects.toMatchObject({ code: "notAllowed" });
  });
});

describe("a receipt that waits", () => {
  const second = () => invoices[1] as IssuedInvoice;

  test("is applied by a person, once, and its payer's name is learned", async () => {
    const { receipt, seen, proposals } = await open("ﾅｶﾞﾊﾏ(ｶ");
    expect(proposals[0]).toMatchObject({ reasons: ["exactAmount"], confidence: 50 });
    const { customerId, invoiceId, total } = second();
    const target = { receiptId: receipt.receiptId, seen };
    const part = (amount: number) => [{ invoiceId, amount: String(amount), fee: "" }];
    const match = async (amount: number) =>
      matchReceipt(await finance(), target, customerId, part(amount));
    expect(await match(total + 1)).toBe("tooMuch");
    expect(
      await matchReceipt(await finance(), target, customerId, [
        { invoiceId, amount: "1.5", fee: "" },
      ]),
    ).toBe("amount");
    // The same click twice: the later one is answered as done, or told that it is decided.
    const clicks = await Promise.allSettled([match(total), match(total)]);
    expect(clicks.map(({ status }) => status)).toContain("fulfilled");
    for (const click of clicks) {
      if (click.status === "rejected") expect(click.reason).toMatchObject({ code: "conflict" });
    }
    await expect(match(total - 1)).rejects.toMatchObject({ code: "conflict" });
    expect(await statusOf(second())).toEqual(["paid", 264_000]);
    const { confidence, reasons } = (await readReceipt(await finance(), receipt.receiptId, ""))
      .decisions[0] ?? { confidence: null, reasons: [] };
    expect([confidence, reasons]).toEqual([50, ["exactAmount"]]);
  });

  test("becomes credit where nothing is owed, and a task says so until it is reversed", async () => {
    const { receipt, seen } = await open("ﾅｶﾞﾊﾏ(ｶ");
    const { customerId } = second();
    const target = { receiptId: receipt.receiptId, seen };
    expect(await matchReceipt(await finance(), target, customerId, [])).toBeNull();
    const credits = async () => {
      const wanted = { kind: "settleCredit", role: "all", owner: null, page: null };
      const { items } = await readWork(await finance(), wanted);
      return items.map(({ subject, name }) => [subject, name]);
    };
    expect(await balance("credits")).toBe(-264_000);
    expect(await credits()).toEqual([[customerId, "264,000 JPY"]]);
    // It stands on an invoice, from where it can be paid back or set off.
    expect(await readCustomerInvoice(await finance(), second())).toMatchObject({ credit: 264_000 });
    const taken = { receiptId: receipt.receiptId, seen: seen + 1 };
    expect(await undoDecision(await finance(), taken, "")).toBe("reasonMissing");
    expect(await undoDecision(await finance(), taken, "別の会社の入金")).toBeNull();
    expect(await balance("credits")).toBe(0);
    expect(await credits()).toEqual([]);
    const again = await readReceipt(await finance(), receipt.receiptId, "");
    expect(again).toMatchObject({ state: "open", seen: 2, match: null });
  });

  test("is set aside with a reason, and waits again once that is taken back", async () => {
    const { receipt } = await open("ﾀﾅｶ ﾀﾛｳ");
    const { receiptId } = receipt;
    const aside = async (seen: number, reason: string) =>
      setReceiptAside(await finance(), { receiptId, seen }, reason);
    expect(await aside(0, " ")).toBe("reasonMissing");
    expect(await aside(0, "保険の払戻し")).toBeNull();
    await expect(aside(0, "x")).rejects.toMatchObject({ code: "conflict" });
    await expect(aside(1, "x")).rejects.toMatchObject({ code: "conflict" });
    expect((await readReceipt(await finance(), receiptId, "")).state).toBe("setAside");
    expect(await undoDecision(await finance(), { receiptId, seen: 1 }, "誤り")).toBeNull();
    expect((await open("ﾀﾅｶ ﾀﾛｳ")).seen).toBe(2);
  });

  test("is not applied by itself again after a person undid it", async () => {
    const next = file({ amount: 55_000, payer: "ﾅｶﾞﾊﾏ(ｶ", inquiry: "9" });
    expect(await take(next)).toMatchObject({ added: 1, applied: 0 });
    const { sums } = await readReceipts(await finance(), { state: null, page: "99" });
    expect(sums).toMatchObject({ open: { count: 3 }, matched: { count: 2 } });
  });
});

test("the operator's account and what waits add up to what the customers were credited with", async () => {
  const rows = await world.db.asSuperuser<{ off: string }>(
    `select transaction_id as off from ledger_entry group by customer_id, transaction_id
     having sum(debit) <> sum(credit)`,
  );
  expect(rows).toEqual([]);
  expect((await balance("bank")) + (await balance("unappliedReceipts"))).toBe(1_584_000);
});
