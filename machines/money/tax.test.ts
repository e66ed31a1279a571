import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf } from "../calendar.ts";
import { taxByRate, taxRateOn, taxRates, type TaxableLine } from "./tax.ts";

describe("taxRateOn", () => {
  test.each([
    ["1997-04-01", "standard", 5],
    ["2014-03-31", "standard", 5],
    ["2014-04-01", "standard", 8],
    ["2019-09-30", "standard", 8],
    ["2019-10-01", "standard", 10],
    ["2019-10-01", "reduced", 8],
    ["2028-02-29", "standard", 10],
  ] as const)("on %s, %s: %i percent", (day, category, percent) => {
    expect(taxRateOn(dayOf(day), category)).toBe(percent);
  });

  test("knows no rate before the table and no reduced rate before there was one", () => {
    expect(() => taxRateOn(dayOf("1997-03-31"))).toThrow(RangeError);
    expect(() => taxRateOn(dayOf("2019-09-30"), "reduced")).toThrow(RangeError);
  });

  test("follows a later law from its first day on", () => {
    const later = [{ from: "2030-04-01", standard: 12, reduced: 8 }, ...taxRates];
    expect(taxRateOn(dayOf("2030-03-31"), "standard", later)).toBe(10);
    expect(taxRateOn(dayOf("2030-04-01"), "standard", later)).toBe(12);
  });
});

describe("taxByRate", () => {
  test.each<[string, TaxableLine[], ReturnType<typeof taxByRate>]>([
    ["nothing", [], []],
    [
      "one line, rounded down",
      [{ amount: 1009, ratePercent: 10 }],
      [{ ratePercent: 10, taxable: 1009, tax: 100 }],
    ],
    [
      "three lines once, not 9 + 9 + 9",
      [99, 99, 99].map((amount) => ({ amount, ratePercent: 10 })),
      [{ ratePercent: 10, taxable: 297, tax: 29 }],
    ],
    [
      "each rate by itself, highest first",
      [
        { amount: 105, ratePercent: 8 },
        { amount: 1_200_000, ratePercent: 10 },
        { amount: 4000, ratePercent: 0 },
      ],
      [
        { ratePercent: 10, taxable: 1_200_000, tax: 120_000 },
        { ratePercent: 8, taxable: 105, tax: 8 },
        { ratePercent: 0, taxable: 4000, tax: 0 },
      ],
    ],
    [
      "a discount before the tax",
      [
        { amount: 1000, ratePercent: 10 },
        { amount: -101, ratePercent: 10 },
      ],
      [{ ratePercent: 10, taxable: 899, tax: 89 }],
    ],
  ])("of %s", (_, lines, expected) => {
    expect(taxByRate(lines)).toEqual(expected);
  });

  test("agrees with whole-number arithmetic over thousands of invoices", () => {
    const line = fc.record({
      amount: fc.integer({ min: 0, max: 10 ** 11 }),
      ratePercent: fc.constantFrom(0, 5, 8, 10),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const found = taxByRate(lines);
        for (const rate of [0, 5, 8, 10]) {
          let sum = 0n;
          for (const { amount, ratePercent } of lines)
            if (ratePercent === rate) sum += BigInt(amount);
          const entry = found.find(({ ratePercent }) => ratePercent === rate);
          expect(BigInt(entry?.taxable ?? 0)).toBe(sum);
          expect(BigInt(entry?.tax ?? 0)).toBe((sum * BigInt(rate)) / 100n);
        }
        expect(found).toHaveLength(new Set(lines.map(({ ratePercent }) => ratePercent)).size);
      }),
      { numRuns: 3000 },
    );
  });

  test("refuses parts of a yen and a rate that sums up to less than nothing", () => {
    expect(() => taxByRate([{ amount: 0.5, ratePercent: 10 }])).toThrow(RangeError);
    expect(() => taxByRate([{ amount: -1, ratePercent: 10 }])).toThrow(RangeError);
    expect(() => taxByRate([{ amount: 1, ratePercent: -10 }])).toThrow(RangeError);
  });
});
