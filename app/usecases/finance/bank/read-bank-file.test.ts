import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shiftJis, zenginRecords, type WrittenReceipt } from "#test/helpers/bank-files.ts";
import { bankDay } from "./bank-day.ts";
import { readBankFile } from "./read-bank-file.ts";

const today = "2026-11-23";
const utf8 = (text: string) => new TextEncoder().encode(text);

const receipt = (changed: Partial<WrittenReceipt> = {}): WrittenReceipt => ({
  ...{ bookedDay: "2026-11-20", valueDay: "2026-11-20", amount: 1_320_000 },
  ...{ payer: "ｶ)ﾐﾅﾄｼﾖｳｼﾞ", edi: "000001-0001", inquiry: "17", ...changed },
});

const name = fc
  .array(fc.constantFrom(..."ｱｲｳｴｵｶｷｸｹｺﾊﾞﾊﾟﾝｰABC123)(.-"), { minLength: 1, maxLength: 30 })
  .map((signs) => signs.join(""));
const day = fc
  .integer({ min: 0, max: 2000 })
  .map((days) => new Date(Date.UTC(2026, 10, 23 - days)).toISOString().slice(0, 10));
const written: fc.Arbitrary<WrittenReceipt> = fc.record({
  bookedDay: day,
  valueDay: day,
  amount: fc.integer({ min: 1, max: 9_999_999_999 }).chain((yen) => fc.constantFrom(yen, -yen)),
  payer: name,
  edi: fc.constantFrom("", "000001-0001", "INV 12"),
  inquiry: fc.integer({ min: 0, max: 999_999 }).map(String),
});
const ends = fc.constantFrom("", "\r\n", "\n");

describe("a Zengin notice", () => {
  test("comes back as it was written, in either encoding, with or without line ends", () => {
    const property = fc.property(fc.array(written, { maxLength: 8 }), ends, (receipts, end) => {
      const text = zenginRecords(receipts).join(end) + end;
      for (const bytes of [shiftJis(text), utf8(text)]) {
        const { format, lines, problems } = readBankFile(bytes, today);
        expect(problems).toEqual([]);
        expect(format).toBe("zengin");
        expect(
          lines.map(({ bookedDay, valueDay, amount, payer, reference, inquiry }) => ({
            ...{ bookedDay, valueDay, amount, payer, edi: reference },
            inquiry: String(Number(inquiry)),
          })),
        ).toEqual(receipts);
      }
    });
    fc.assert(property, { numRuns: 60 });
  });

  /** A notice of two receipts with one record changed. */
  const broken = (place: number, change: (record: string) => string) => {
    const records = zenginRecords([receipt(), receipt({ amount: 5000 })]);
    const text = records.map((each, n) => (n === place ? change(each) : each)).join("\r\n");
    const { lines, problems } = readBankFile(shiftJis(text), today);
    return { lines, faults: problems.map(({ line, column, fault }) => [line, column, fault]) };
  };
  const put = (at: number, text: string) => (record: string) =>
    record.slice(0, at) + text + record.slice(at + text.length);

  test.each([
    ["another kind of file", 0, put(1, "03"), [[1, 2, "notReceipts"]]],
    ["a day that does not exist", 1, put(7, "080230"), [[2, 8, "day"]]],
    ["a day far ahead", 1, put(13, "081231"), [[2, 14, "day"]]],
    [
      "an amount of letters",
      1,
      put(19, "00000A"),
      [
        [2, 20, "amount"],
        [4, 8, "sum"],
      ],
    ],
    ["a mark that says nothing", 1, put(127, "7"), [[2, 128, "cancellation"]]],
    [
      "a lost record",
      1,
      () => "",
      [
        [2, 1, "recordLength"],
        [4, 2, "count"],
        [4, 8, "sum"],
      ],
    ],
    ["another sum", 3, put(18, "1"), [[4, 8, "sum"]]],
    ["another count", 3, put(6, "3"), [[4, 2, "count"]]],
    ["no header", 0, put(0, "2"), [[1, 1, "recordOrder"]]],
    ["no end", 4, put(0, "8"), [[5, 1, "recordOrder"]]],
    ["a record of no kind", 2, put(0, "5"), [[3, 1, "recordType"]]],
  ])("is refused for %s, with line and column", (_, place, change, faults) => {
    const found = broken(place, change).faults;
    for (const fault of faults) expect(found).toContainEqual(fault);
  });

  test("counts on the booked day where no value day is given", () => {
    const [header = "", data = "", ...rest] = zenginRecords([receipt()]);
    const text = [header, put(13, "000000")(data), ...rest].join("\n");
    expect(readBankFile(utf8(text), today).lines[0]?.valueDay).toBe("2026-11-20");
  });
});

describe("a CSV list", () => {
  const heading = "取引日,起算日,摘要,お支払金額,お預り金額,残高,備考";
  const body = [
    "ご利用口座,普通 1234567",
    "",
    heading,
    '2026/11/20,2026/11/19,振込 ｶ)ﾐﾅﾄｼﾖｳｼﾞ,,"1,320,000",9000000,000001-0001',
    "令和8年11月21日,,電気料金,12000,,8988000,",
    'R8.11.22,,"振込　ｱｵｲ,ｾｲｻｸｼﾖ",,￥５０００,8993000,',
    "合計,,,12000,1325000,,",
  ].join("\r\n");
  const read = (bytes: Uint8Array) => readBankFile(bytes, today);

  test.each([
    ["UTF-8", utf8(body)],
    ["UTF-8 with a mark", utf8(`\ufeff${body}`)],
    ["Shift_JIS", shiftJis(body.replace("￥", "\\"))],
  ])("in %s brings its receipts only", (_, bytes) => {
    const { format, lines, problems } = read(bytes);
    expect(problems.filter(({ found }) => found !== "合計")).toEqual([]);
    expect(format).toBe("csv");
    expect(lines).toMatchObject([
      {
        ...{ line: 4, bookedDay: "2026-11-20", valueDay: "2026-11-19", amount: 1_320_000 },
        ...{ payer: "ｶ)ﾐﾅﾄｼﾖｳｼﾞ", reference: "000001-0001" },
      },
      { line: 6, bookedDay: "2026-11-22", valueDay: "2026-11-22", amount: 5000 },
    ]);
  });

  test.each([
    ["a day that is none", "2026/13/01,,振込 ｱ,,100,,", [4, 1, "day"]],
    ["an amount that is none", "2026/11/20,,振込 ｱ,,1.5,,", [4, 5, "amount"]],
    ["no amount at all", "2026/11/20,,振込 ｱ,,,,", [4, 5, "amount"]],
    ["an open quotation", '2026/11/20,,"振込 ｱ,,100,,', [4, 1, "quote"]],
  ])("is refused for %s", (_, row, [line, column, fault]) => {
    const text = [...body.split("\r\n").slice(0, 3), row].join("\n");
    expect(read(utf8(text)).problems).toMatchObject([{ line, column, fault }]);
  });

  test("is refused without headings, empty, or in no encoding", () => {
    expect(read(utf8("a,b\n1,2")).problems).toMatchObject([{ fault: "headings", found: "a,b" }]);
    expect(read(utf8(" \n")).problems).toMatchObject([{ fault: "empty" }]);
    expect(read(Uint8Array.from([0xff, 0xfe, 0x00])).problems).toMatchObject([
      { fault: "encoding" },
    ]);
  });
});

test.each([
  ["2026/11/23", "2026-11-23"],
  ["２０２６年１月５日", "2026-01-05"],
  ["20261123", "2026-11-23"],
  ["令和元年5月1日", null],
  ["令和2年5月1日", "2020-05-01"],
  ["R8/11/23", "2026-11-23"],
  ["H31.4.30", null],
  ["081123", "2026-11-23"],
  ["8.11.23", "2026-11-23"],
  ["261123", "2026-11-23"],
  ["2026/12/07", "2026-12-07"],
  ["2026/12/08", null],
  ["2026/02/29", null],
  ["11/23", null],
  ["", null],
])("%j is the day %s", (text, iso) => expect(bankDay(text, today)).toBe(iso));
