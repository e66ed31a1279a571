import { afterAll, beforeAll, expect, test } from "vitest";
import { matchReceipt } from "#app/usecases/finance/bank/decide-receipt.ts";
import { importBankFile } from "#app/usecases/finance/bank/import-bank-file.ts";
import { readReceipts } from "#app/usecases/finance/bank/read-receipts.ts";
import { shiftJis, zenginRecords, type WrittenReceipt } from "#test/helpers/bank-files.ts";
import { openMoneyWorld, type IssuedInvoice, type MoneyWorld } from "#test/helpers/money-world.ts";

let world: MoneyWorld;
beforeAll(async () => {
  world = await openMoneyWorld();
});
afterAll(() => world.close());

const finance = () => world.principal(null, "finance");

/** A new customer whose name in kana is registered, with an invoice. */
async function owing(kana: string, net: number): Promise<IssuedInvoice> {
  const invoice = await world.issueInvoice(net);
  await world.db.asSuperuser(
    `insert into registration (customer_id, registration_id, registered_at, company_name,
       company_name_kana, representative, postal_code, prefecture, city, street, phone, contact_name,
       contact_email)
     values ($1, gen_random_uuid(), now(), $2, $2, '', '', '', '', '', '', '', '')`,
    [invoice.customerId, kana],
  );
  return invoice;
}

let inquiry = 0;

/** Imports a bank's notice with these receipts; gives how many were applied without a person. */
async function receive(...receipts: { payer: string; amount: number }[]): Promise<number> {
  const day = (await finance()).receivedAt.slice(0, 10);
  const written = receipts.map((receipt): WrittenReceipt => {
    inquiry += 1;
    return { bookedDay: day, valueDay: day, edi: "", inquiry: String(inquiry), ...receipt };
  });
  const bytes = shiftJis(zenginRecords(written).join("\r\n"));
  const result = await importBankFile(await finance(), { name: "x.txt", bytes, isCut: false });
  if (result.outcome !== "imported") throw new Error(result.outcome);
  return result.applied;
}

async function stand({ invoiceId }: IssuedInvoice) {
  const [row] = await world.db.asSuperuser<{ status: string; paid: number }>(
    "select status, paid::int from invoice where invoice_id = $1",
    [invoiceId],
  );
  return row;
}

/** Yen of the receipts that wait for a person, as they came. */
async function waiting(): Promise<number[]> {
  const { receipts } = await readReceipts(await finance(), { state: "open", page: null });
  return receipts.map(({ amount }) => amount).toSorted((one, two) => one - two);
}

/** What a person does with a receipt of so many yen: so much of it to the invoice, the rest is credit. */
async function decide(received: number, invoice: IssuedInvoice, amount = received) {
  const { receipts } = await readReceipts(await finance(), { state: "open", page: null });
  const found = receipts.find((receipt) => receipt.amount === received);
  const target = { receiptId: found?.receiptId ?? "", seen: 0 };
  const part = { invoiceId: invoice.invoiceId, amount: String(amount), fee: "" };
  expect(await matchReceipt(await finance(), target, invoice.customerId, [part])).toBeNull();
}

async function balance(account: string): Promise<number> {
  const [row] = await world.db.asSuperuser<{ sum: number }>(
    "select coalesce(sum(debit - credit), 0)::int as sum from ledger_entry where account = $1",
    [account],
  );
  return row?.sum ?? 0;
}

test("fault 45: exact in half-width katakana, short, long, in three parts, by nobody known", async () => {
  const exact = await owing("ミナトショウジ", 100_000);
  expect(await receive({ payer: "ｶ)ﾐﾅﾄｼﾖｳｼﾞ", amount: exact.total })).toBe(1);
  expect(await stand(exact)).toEqual({ status: "paid", paid: exact.total });

  // Short by more than a bank's fee, too long and unknown wait for a person, and nothing is lost.
  const other = await owing("ナガハマコウギョウ", 200_000);
  const [short, long] = [150_000, 75_000];
  expect(await receive({ payer: "ﾅｶﾞﾊﾏｺｳｷﾞﾖｳ", amount: short })).toBe(0);
  expect(await receive({ payer: "ﾅｶﾞﾊﾏｺｳｷﾞﾖｳ", amount: long })).toBe(0);
  expect(await receive({ payer: "ﾀﾞﾚｶ", amount: 777 })).toBe(0);
  expect(await stand(other)).toEqual({ status: "issued", paid: 0 });
  expect(await waiting()).toEqual([777, long, short]);
  await decide(short, other);
  expect(await stand(other)).toEqual({ status: "partlyPaid", paid: short });
  await decide(long, other, other.total - short);
  // What is too much stands on the invoice, from where it can be paid back.
  expect(await stand(other)).toEqual({ status: "paid", paid: short + long });
  expect(await balance("credits")).toBe(-(short + long - other.total));

  const thrice = await owing("ハルノデンキ", 300_000);
  const parts = [100_000, 130_001, 99_999];
  for (const amount of parts) expect(await receive({ payer: "ﾊﾙﾉﾃﾞﾝｷ", amount })).toBe(0);
  for (const amount of parts) await decide(amount, thrice);
  expect(await stand(thrice)).toEqual({ status: "paid", paid: thrice.total });

  expect(await waiting()).toEqual([777]);
  expect(await balance("unappliedReceipts")).toBe(-777);
  expect(await balance("bank")).toBe(exact.total + short + long + 777 + thrice.total);
});
