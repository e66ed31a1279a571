import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { messagesFor } from "#app/i18n/messages.ts";
import { tokyoDayText } from "#machines/calendar.ts";
import { openMoneyWorld, type IssuedInvoice, type MoneyWorld } from "#test/helpers/money-world.ts";
import { exportDocuments, searchDocuments } from "./search-documents.ts";

let world: MoneyWorld;
let [harbour, beach]: IssuedInvoice[] = [];
let today = "";

async function named(net: number, name: string, kana: string): Promise<IssuedInvoice> {
  const invoice = await world.issueInvoice(net);
  await world.db.asSuperuser("update customer set name = $2 where customer_id = $1", [
    ...[invoice.customerId, name],
  ]);
  await world.db.asSuperuser(
    `insert into registration (customer_id, registration_id, registered_at, company_name,
       company_name_kana, representative, postal_code, prefecture, city, street, phone, contact_name,
       contact_email)
     values ($1, gen_random_uuid(), now(), $2, $3, '', '', '', '', '', '', '', '')`,
    [invoice.customerId, `旧${name}`, kana],
  );
  return invoice;
}

beforeAll(async () => {
  world = await openMoneyWorld();
  harbour = await named(100_000, "みなと100%商事", "ミナトショウジ");
  beach = await named(200_000, "Ｂｅａｃｈ株式会社", "ビーチ");
  await world.issueInvoice(100_000, harbour.customerId);
  today = tokyoDayText((await world.principal(null, "finance")).receivedAt);
});
afterAll(() => world.close());

const search = async (asked: Record<string, string>) =>
  searchDocuments(await world.principal(null, "finance"), new URLSearchParams(asked));

const customersOf = async (asked: Record<string, string>) => {
  const { documents } = await search(asked);
  return documents.map(({ customerId }) => customerId).toSorted();
};

const twice = () => [harbour?.customerId, harbour?.customerId];

describe("documents are found", () => {
  test("of this month where nothing is asked for, with their sum", async () => {
    const { documents, count, sum, typed } = await search({});
    expect([documents.length, count, sum]).toEqual([3, 3, 440_000]);
    expect(typed).toMatchObject({ from: `${today.slice(0, 8)}01`, to: today });
    expect(documents[0]).toMatchObject({ kind: "invoice", issueDay: today, corrections: [] });
  });

  test.each([
    [{ least: "220000" }, () => [beach?.customerId]],
    [{ most: "￥１１０，０００" }, twice],
    [{ least: "110,001", most: "219,999" }, () => []],
  ])("by amount: %j", async (asked, found) => {
    expect(await customersOf(asked)).toEqual(found());
  });

  test.each([
    ["beach", () => [beach?.customerId]],
    ["ＢＥＡＣＨ", () => [beach?.customerId]],
    ["旧みなと", twice],
    ["ﾐﾅﾄｼｮｳｼﾞ", twice],
    // A sign that means anything to the database means itself to a person.
    ["100%商", twice],
    ["1_0", () => []],
    ["%", twice],
  ])("by partner: %s", async (partner, found) => {
    expect(await customersOf({ partner })).toEqual(found());
  });

  test("by day and kind", async () => {
    expect(await customersOf({ from: "2020-01-01", to: "2020-12-31" })).toEqual([]);
    expect(await customersOf({ from: "", to: "" })).toHaveLength(3);
    expect(await customersOf({ from: "", to: "2020-12-31" })).toEqual([]);
    expect(await customersOf({ kind: "creditNote" })).toEqual([]);
    expect(await customersOf({ kind: "invoice" })).toHaveLength(3);
    expect(await customersOf({ kind: "nothing" })).toHaveLength(3);
  });

  test("with what corrected them since, and credit notes as less", async () => {
    const { customerId = "", invoiceId = "" } = beach ?? {};
    await world.db.asSuperuser(
      `insert into credit_note (customer_id, credit_note_id, invoice_id, contract_id, number, status,
         issue_day, invoice_number, invoice_day, cause, clause, lines, taxes, net, tax, total, changed_at)
       select customer_id, gen_random_uuid(), invoice_id, contract_id, number || 'C', 'issued',
         issue_day, number, issue_day, 'correction', 'A12.2', '[]', '[]', 10000, 1000, 11000, now()
       from invoice where customer_id = $1 and invoice_id = $2`,
      [customerId, invoiceId],
    );
    const { documents, sum } = await search({ partner: "beach" });
    expect(sum).toBe(209_000);
    const byKind = Object.fromEntries(documents.map((row) => [row.kind, row]));
    expect(byKind["invoice"]?.corrections).toMatchObject([{ amount: 11_000, issueDay: today }]);
    expect(byKind["creditNote"]).toMatchObject({ invoiceId, amount: 11_000, corrections: [] });
    const file = await exportDocuments(
      await world.principal(null, "finance"),
      new URLSearchParams({ partner: "beach" }),
      messagesFor("ja"),
    );
    const text = new TextDecoder().decode(file.bytes);
    expect(text.split("\r\n")).toHaveLength(4);
    expect(text).toContain("返還請求書");
    expect(text).toContain("(-11000)");
  });
});

describe("what can't be looked for", () => {
  test("is told where it was typed, and stays", async () => {
    const asked = {
      from: "2026-13-01",
      to: "x",
      least: "1.5",
      most: "x",
      partner: "x".repeat(101),
    };
    const { typed, faults, documents } = await search(asked);
    expect(documents).toEqual([]);
    expect(typed).toMatchObject(asked);
    expect(faults).toEqual({
      ...{ from: "day", to: "day", least: "amount", most: "amount", partner: "tooLong" },
    });
  });

  test("days and amounts the wrong way round", async () => {
    const asked = { from: "2026-02-01", to: "2026-01-01", least: "2", most: "1" };
    expect((await search(asked)).faults).toEqual({ to: "daysTurned", most: "amountsTurned" });
  });

  test("by nobody but finance", async () => {
    const operations = await world.principal(null, "operations");
    await expect(searchDocuments(operations, new URLSearchParams())).rejects.toMatchObject({
      code: "notAllowed",
    });
  });
});
