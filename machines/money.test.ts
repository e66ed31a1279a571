import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { share, sumYen, yen } from "./money.ts";

test("yen lets whole amounts through and nothing else", () => {
  expect([yen(0), yen(1), yen(Number.MAX_SAFE_INTEGER)]).toEqual([0, 1, Number.MAX_SAFE_INTEGER]);
  expect(Object.is(yen(-0), 0)).toBe(true);
  for (const wrong of [-1, 0.5, 1e16, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => yen(wrong)).toThrow(RangeError);
  }
});

test("sumYen adds up and refuses a sum that is not exact", () => {
  expect(sumYen([])).toBe(0);
  expect(sumYen([1, 20, 300])).toBe(321);
  expect(() => sumYen([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
  expect(() => sumYen([5, -5])).toThrow(RangeError);
});

describe("share", () => {
  test.each([
    [1_000_000, 146 * 365, 365_000, 146_000],
    [999, 1, 1000, 0],
    [0, 5, 7, 0],
    [9_007_199_254_740_991, 10, 100, 900_719_925_474_099],
  ])("of %i × %i ÷ %i is %i", (amount, numerator, denominator, result) => {
    expect(share(amount, numerator, denominator)).toBe(result);
  });

  test("is the largest whole number whose product does not exceed the amount's", () => {
    const whole = fc.nat({ max: 9 * 10 ** 11 });
    fc.assert(
      fc.property(
        whole,
        fc.nat({ max: 10_000 }),
        fc.integer({ min: 1, max: 10 ** 6 }),
        (a, n, d) => {
          const result = BigInt(share(a, n, d));
          const product = BigInt(a) * BigInt(n);
          expect(result * BigInt(d) <= product && product < (result + 1n) * BigInt(d)).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test("refuses no denominator and results beyond exact numbers", () => {
    expect(() => share(1, 1, 0)).toThrow(RangeError);
    expect(() => share(Number.MAX_SAFE_INTEGER, 2, 1)).toThrow(RangeError);
    expect(() => share(10, -1, 2)).toThrow(RangeError);
  });
});
