import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCsv } from "#app/usecases/files/parse-csv.ts";
import type { StatementEntry } from "#machines/month-close/statement.ts";
import { packageAccount, packageAccounts } from "./accounts.ts";
import { csvBytes, csvText } from "./csv.ts";
import { cellsOf, headingOf, journalFormats, type JournalFormatName } from "./formats.ts";
import { journalRows, pairEntries, type Voucher } from "./journal-row.ts";

const entry = (account: string, debit: number, credit: number) => ({ account, debit, credit });
const invoice: Voucher = {
  day: "2026-10-05",
  memo: "請求 000001-0001 みなと商事",
  entries: [
    entry("receivables", 1_320_000, 0),
    entry("deferredRevenue", 0, 1_200_000),
    entry("taxPayable", 0, 120_000),
  ],
};
const payout: Voucher = {
  day: "2026-10-09",
  memo: "Stripeからの入金 po_1",
  entries: [
    entry("bank", 9_640, 0),
    entry("stripeFees", 360, 0),
    entry("stripeClearing", 0, 10_000),
  ],
};
const plain: Voucher = {
  day: "2026-10-31",
  memo: "月ごとの売上",
  entries: [entry("deferredRevenue", 100_000, 0), entry("revenue", 0, 100_000)],
};

/** The file of a package, and the text that comes out of its bytes. */
function fileOf(name: JournalFormatName, vouchers: readonly Voucher[]) {
  const format = journalFormats[name];
  const bytes = csvBytes(
    csvText([...headingOf(format), ...cellsOf(format, journalRows(vouchers))]),
    format.encoding,
  );
  return { bytes, text: new TextDecoder(format.encoding, { fatal: true }).decode(bytes) };
}

describe("by example", () => {
  test("freee: a heading, and rows of one number that are one voucher", () => {
    const { bytes, text } = fileOf("freee", [invoice]);
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = text.split("\r\n");
    expect(lines[0]).toBe(
      "[表題行],日付,伝票番号,決算整理仕訳," +
        "借方勘定科目,借方科目コード,借方補助科目,借方取引先,借方取引先コード,借方部門,借方品目," +
        "借方メモタグ,借方セグメント1,借方セグメント2,借方セグメント3,借方金額,借方税区分,借方税額," +
        "貸方勘定科目,貸方科目コード,貸方補助科目,貸方取引先,貸方取引先コード,貸方部門,貸方品目," +
        "貸方メモタグ,貸方セグメント1,貸方セグメント2,貸方セグメント3,貸方金額,貸方税区分,貸方税額," +
        "摘要",
    );
    expect(lines.slice(1)).toEqual([
      "[明細行],2026/10/05,1,,売掛金,,,,,,,,,,,1200000,対象外,0,前受金,,,,,,,,,,,1200000,対象外,0," +
        "請求 000001-0001 みなと商事",
      "[明細行],2026/10/05,1,,売掛金,,,,,,,,,,,120000,対象外,0,仮受消費税,,,,,,,,,,,120000,対象外,0," +
        "請求 000001-0001 みなと商事",
      "",
    ]);
  });

  test("Money Forward: 27 columns", () => {
    const lines = fileOf("moneyForward", [payout]).text.split("\r\n");
    expect(lines[0]).toBe(
      "取引No,取引日,借方勘定科目,借方補助科目,借方部門,借方取引先,借方税区分,借方インボイス," +
        "借方金額(円),借方税額,貸方勘定科目,貸方補助科目,貸方部門,貸方取引先,貸方税区分," +
        "貸方インボイス,貸方金額(円),貸方税額,摘要,仕訳メモ,タグ,MF仕訳タイプ,決算整理仕訳," +
        "作成日時,作成者,最終更新日時,最終更新者",
    );
    expect(lines[1]).toBe(
      "1,2026/10/09,普通預金,,,,対象外,,9640,0,未収入金,,,,対象外,,9640,0,Stripeからの入金 po_1,,,,,,,,",
    );
    expect(lines[2]).toBe(
      "1,2026/10/09,支払手数料,,,,対象外,,360,0,未収入金,,,,対象外,,360,0,Stripeからの入金 po_1,,,,,,,,",
    );
  });

  test("Yayoi: 25 columns without a heading, in Shift_JIS, with flags for the rows of a voucher", () => {
    const { bytes, text } = fileOf("yayoi", [plain, invoice]);
    expect(text.split("\r\n")).toEqual([
      "2111,1,,2026/10/31,前受金,,,対象外,100000,0,売上高,,,対象外,100000,0,月ごとの売上,,,3,,,0,0,no",
      "2110,2,,2026/10/05,売掛金,,,対象外,1200000,0,前受金,,,対象外,1200000,0," +
        "請求 000001-0001 みなと商事,,,3,,,0,0,no",
      "2101,2,,2026/10/05,売掛金,,,対象外,120000,0,仮受消費税,,,対象外,120000,0," +
        "請求 000001-0001 みなと商事,,,3,,,0,0,no",
      "",
    ]);
    expect([...bytes.slice(19, 25)]).toEqual([0x91, 0x4f, 0x8e, 0xf3, 0x8b, 0xe0]);
  });

  test("Yayoi: a text is cut to 64 half widths, and never within a sign", () => {
    const memo = `a${"あ".repeat(40)}`;
    const [first = ""] = fileOf("yayoi", [{ ...plain, memo }]).text.split("\r\n");
    expect(first.split(",")[16]).toBe(`a${"あ".repeat(31)}`);
  });
});

test("a booking that does not balance makes no rows", () => {
  expect(() => pairEntries([entry("bank", 2, 0), entry("credits", 0, 1)])).toThrow(RangeError);
});

test("an account that no package has a name for is said, not dropped", () => {
  expect(() => packageAccount("gold")).toThrow(RangeError);
});

const accounts = Object.keys(packageAccounts);
const amounts = fc.array(fc.integer({ min: 1, max: 999_999 }), { minLength: 1, maxLength: 4 });
/** Bookings that balance: the debits, and credits that cut the same sum elsewhere. */
const balanced = fc
  .record({
    debits: amounts,
    cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 3 }),
    names: fc.array(fc.constantFrom(...accounts), { minLength: 8, maxLength: 8 }),
    memo: fc.string({ unit: "grapheme", maxLength: 40 }),
  })
  .map(({ debits, cuts, names, memo }): Voucher => {
    const sum = debits.reduce((all, amount) => all + amount, 0);
    const places = [0, ...cuts.map((cut) => Math.floor(cut * sum)), sum].toSorted((a, b) => a - b);
    const credits = places.slice(1).map((place, n) => place - (places[n] ?? 0));
    const entries: StatementEntry[] = [
      ...debits.map((amount, n) => entry(names[n] ?? "", amount, 0)),
      ...credits.flatMap((amount, n) => (amount > 0 ? [entry(names[n + 4] ?? "", 0, amount)] : [])),
    ];
    return { day: "2026-10-05", memo, entries };
  });

/** Where the sides of each package's rows stand: account and amount. */
const places = {
  freee: { debit: [4, 15], credit: [18, 29] },
  moneyForward: { debit: [2, 8], credit: [10, 16] },
  yayoi: { debit: [4, 8], credit: [10, 14] },
} as const;

describe("what a package reads comes to what the ledger says", () => {
  test.each(["freee", "moneyForward", "yayoi"] as const)("%s", (name) => {
    const { columns, hasHeading } = journalFormats[name];
    fc.assert(
      fc.property(fc.array(balanced, { minLength: 1, maxLength: 6 }), (vouchers) => {
        const { rows, openQuote } = parseCsv(fileOf(name, vouchers).text);
        expect(openQuote).toBeNull();
        const read = new Map<string, number>();
        const booked = new Map<string, number>();
        const add = (sums: Map<string, number>, key: string, amount: number) =>
          void sums.set(key, (sums.get(key) ?? 0) + amount);
        for (const { cells } of hasHeading ? rows.slice(1) : rows) {
          expect(cells).toHaveLength(columns.length);
          for (const side of ["debit", "credit"] as const) {
            const [account, amount] = places[name][side];
            add(read, `${side} ${cells[account]}`, Number(cells[amount]));
          }
        }
        for (const { account, debit, credit } of vouchers.flatMap(({ entries }) => entries)) {
          if (debit > 0) add(booked, `debit ${packageAccount(account)}`, debit);
          if (credit > 0) add(booked, `credit ${packageAccount(account)}`, credit);
        }
        expect(read).toEqual(booked);
      }),
    );
  });
});
