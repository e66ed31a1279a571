import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexFor, proposalsFor } from "./match-receipts.ts";
import { keyOf, payerName } from "./payer-name.ts";
import type { KnownPayer } from "./payer-index.ts";
import type { OpenInvoice, Proposal } from "./proposal.ts";

const fees = [110, 220];

describe("a payer's name", () => {
  test.each([
    ["ｶ)ﾐﾅﾄｼﾖｳｼﾞ", "カ)ミナトシヨウジ"],
    ["カ）ミナトショウジ", "カ)ミナトシヨウジ"],
    ["ﾐﾅﾄｼﾖｳｼﾞ(ｶ", "カ)ミナトシヨウジ"],
    ["ﾐﾅﾄｼﾖｳｼﾞ(ｶ)", "カ)ミナトシヨウジ"],
    ["カブシキガイシャ　ミナトショウジ", "カ)ミナトシヨウジ"],
    ["みなとしょうじ", "ミナトシヨウジ"],
    ["ﾕ)ｱｵｲ", "ユ)アオイ"],
    ["アオイ ユウゲンガイシャ", "ユ)アオイ"],
    ["ﾄﾞ)ﾃﾞｰﾀ", "ド)デ-タ"],
    ["データ", "デ-タ"],
    ["ﾃﾞ-ﾀ", "デ-タ"],
    ["㈱みなと", "カ)ミナト"],
    ["ABC ｼﾞﾔﾊﾟﾝ", "ABCジヤパン"],
    ["カ)", "カ"],
  ])("%s is compared as %s", (text, key) => expect(keyOf(payerName(text))).toBe(key));
});

const invoice = (customerId: string, number: string, owed: number, dueDay = "2026-11-30") => ({
  ...{ customerId, invoiceId: `invoice ${number}`, number, dueDay, owed },
});
const payer = (customerId: string, kana: string, ...aliases: string[]): KnownPayer => {
  return { customerId, kana, aliases: aliases.map((each) => keyOf(payerName(each))) };
};
const receipt = (amount: number, name: string, reference = "") => ({
  ...{ receiptId: "r", amount, payer: name, reference },
});
const minato = [
  invoice("minato", "000001-0001", 1_320_000),
  invoice("minato", "000001-0002", 264_000, "2026-12-31"),
  invoice("minato", "000001-0003", 100_000, "2027-01-31"),
];
const payers = [
  payer("minato", "ミナトショウジ", "ｶ)ﾅｶﾞﾊﾏ"),
  payer("aoi", "ユウゲンガイシャアオイデンキ"),
];
const best = (from: ReturnType<typeof receipt>, invoices: OpenInvoice[] = minato) =>
  proposalsFor(from, indexFor(invoices, payers, fees))[0];
const paidBy = ({ allocations }: Proposal) =>
  allocations.map(({ number, amount, fee }) => [number.slice(-1), amount, fee]);

describe("a receipt is proposed", () => {
  test.each<[string, ReturnType<typeof receipt>, string[], number, [string, number, number][]]>([
    [
      ...(["by amount and name" as const, receipt(1_320_000, "ｶ)ﾐﾅﾄｼﾖｳｼﾞ")] as const),
      ...([["exactAmount", "nameEqual"], 90, [["1", 1_320_000, 0]]] as const),
    ] as never,
    [
      "by a name under which it has paid",
      receipt(264_000, "ﾅｶﾞﾊﾏ(ｶ"),
      ["exactAmount", "alias"],
      95,
      [["2", 264_000, 0]],
    ],
    [
      "by the invoice that it names",
      receipt(264_000, "ﾀﾅｶ ﾀﾛｳ", "ｾｲｷﾕｳ 0000010002"),
      ["exactAmount", "reference"],
      95,
      [["2", 264_000, 0]],
    ],
    [
      "for all that is owed",
      receipt(1_684_000, "ﾐﾅﾄｼﾖｳｼﾞ"),
      ["allOpen", "nameEqual"],
      85,
      [
        ["1", 1_320_000, 0],
        ["2", 264_000, 0],
        ["3", 100_000, 0],
      ],
    ],
    [
      "for two of three invoices",
      receipt(1_420_000, "ﾐﾅﾄｼﾖｳｼﾞ"),
      ["severalInvoices", "nameEqual"],
      80,
      [
        ["1", 1_320_000, 0],
        ["3", 100_000, 0],
      ],
    ],
    [
      "less a bank's fee, never by itself",
      receipt(263_780, "ﾅｶﾞﾊﾏ(ｶ", "000001-0002"),
      ["feeDifference", "alias", "reference"],
      85,
      [["2", 263_780, 220]],
    ],
    [
      "as a part of the oldest",
      receipt(500_000, "ﾐﾅﾄｼﾖｳｼﾞ"),
      ["partOf", "nameEqual"],
      40,
      [["1", 500_000, 0]],
    ],
    [
      "by a name that the bank cut off",
      receipt(100_000, "ﾐﾅﾄｼﾖｳ"),
      ["exactAmount", "namePrefix"],
      75,
      [["3", 100_000, 0]],
    ],
    ["by its amount alone", receipt(100_000, "ﾀﾅｶ ﾀﾛｳ"), ["exactAmount"], 50, [["3", 100_000, 0]]],
  ])("%s", (_, from, reasons, confidence, parts) => {
    const found = best(from);
    expect(found).toMatchObject({ customerId: "minato", reasons, confidence, credit: 0 });
    expect(found && paidBy(found)).toEqual(parts);
  });

  test("with the rest as credit where it is more than all that is owed", () => {
    const found = best(receipt(2_000_000, "ﾐﾅﾄｼﾖｳｼﾞ"));
    expect(found).toMatchObject({ reasons: ["moreThanOwed", "nameEqual"], credit: 316_000 });
  });

  test("to nobody where nothing speaks for anybody, and where the bank took it back", () => {
    expect(best(receipt(77, "ﾀﾅｶ ﾀﾛｳ"))).toBeUndefined();
    expect(best(receipt(-1_320_000, "ｶ)ﾐﾅﾄｼﾖｳｼﾞ"))).toBeUndefined();
  });

  test("less surely where the legal form is another", () => {
    const open = [invoice("aoi", "000002-0001", 5000)];
    expect(best(receipt(5000, "ｶ)ｱｵｲﾃﾞﾝｷ"), open)).toMatchObject({
      ...{ reasons: ["exactAmount", "formDiffers"], confidence: 70 },
    });
  });

  test("to none of two customers of one name", () => {
    const twins = [payer("a", "ミナト"), payer("b", "カブシキガイシャミナト")];
    const open = [invoice("a", "000003-0001", 5000), invoice("b", "000004-0001", 5000)];
    const found = proposalsFor(receipt(5000, "ﾐﾅﾄ"), indexFor(open, twins, fees));
    expect(found.map(({ confidence, reasons }) => [confidence, reasons.at(-1)])).toEqual([
      [70, "tie"],
      [70, "tie"],
    ]);
  });
});

/** All that can be said for a customer, found by looking at everything. */
function slowly(
  amount: number,
  name: string,
  reference: string,
  open: OpenInvoice[],
  of: KnownPayer,
) {
  const own = open.filter(({ customerId }) => customerId === of.customerId);
  if (own.length === 0) return null;
  const sums = (wanted: number) => {
    let sets: OpenInvoice[][] = [[]];
    for (const each of own) sets = [...sets, ...sets.map((set) => [...set, each])];
    return sets.filter(
      (set) => set.length > 0 && set.reduce((n, { owed }) => n + owed, 0) === wanted,
    );
  };
  const named = own.filter(({ number }) => reference.includes(number));
  const exact = sums(amount);
  const isNamed = exact.some(
    (set) => set.length === named.length && set.every((one) => named.includes(one)),
  );
  const byAmount =
    isNamed || exact.some(({ length }) => length === 1)
      ? 50
      : exact.some(({ length }) => length === own.length)
        ? 45
        : exact.length > 0
          ? 40
          : fees.some((fee) => sums(amount + fee).length > 0)
            ? 35
            : 0;
  const isEqual = of.kana === name;
  const byName = of.aliases.includes(name) ? 45 : isEqual ? 40 : 0;
  const all = byAmount + byName + (named.length > 0 ? 45 : 0);
  return Math.min(100, all, byAmount === 35 ? 85 : 100, byAmount === 0 ? 60 : 100);
}

test("finds what a search of everything finds", () => {
  const names = ["アア", "イイ", "ウウ", "エエ"];
  const open = fc.array(
    fc.record({
      who: fc.integer({ min: 0, max: 3 }),
      owed: fc.constantFrom(1000, 1110, 2000, 2220, 3000),
    }),
    { maxLength: 9 },
  );
  const property = fc.property(
    open,
    fc.constantFrom(890, 1000, 1890, 2000, 2110, 3000, 3110, 4000, 5000, 6110),
    fc.constantFrom(...names, "オオ", "ココ"),
    fc.integer({ min: 0, max: 12 }),
    (owed, amount, name, referred) => {
      const invoices = owed.map((each, n) =>
        invoice(
          String(each.who),
          `000001-${String(n).padStart(4, "0")}`,
          each.owed,
          `2026-11-1${n}`,
        ),
      );
      const known = names.map((kana, n) => ({
        ...{ customerId: String(n), kana, aliases: n === 0 ? ["ココ"] : [] },
      }));
      const reference = invoices[referred]?.number ?? "";
      const found = proposalsFor(receipt(amount, name, reference), indexFor(invoices, known, fees));
      const wanted = known.map((each) => slowly(amount, name, reference, invoices, each) ?? 0);
      const most = Math.max(...wanted, 0);
      if (most <= 45) return;
      const rivals = wanted.filter((each) => most - each <= 10).length;
      expect(found[0]?.confidence).toBe(rivals > 1 ? Math.min(most, 70) : most);
      for (const { allocations, credit } of found) {
        const applied = allocations.reduce((sum, part) => sum + part.amount, 0);
        expect(applied + credit).toBe(amount);
        for (const { invoiceId, amount: part, fee } of allocations) {
          const its = invoices.find((each) => each.invoiceId === invoiceId);
          expect(part).toBeGreaterThan(0);
          expect(part + fee).toBeLessThanOrEqual(its?.owed ?? 0);
          if (fee > 0) expect(part + fee).toBe(its?.owed);
        }
      }
    },
  );
  fc.assert(property, { numRuns: 500 });
});
