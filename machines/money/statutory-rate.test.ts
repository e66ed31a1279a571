import { expect, test } from "vitest";
import { dayOf } from "../calendar.ts";
import { statutoryRateOn, statutoryRates } from "./statutory-rate.ts";

test.each([
  ["2010-01-01", 50],
  ["2020-03-31", 50],
  ["2020-04-01", 30],
  ["2028-02-29", 30],
])("a delay that begins on %s bears %i thousandths a year", (day, perMille) => {
  expect(statutoryRateOn(dayOf(day))).toBe(perMille);
});

test("follows a later review and knows nothing before the Civil Code", () => {
  const later = [...statutoryRates, { from: "2032-04-01", perMille: 40 }];
  expect(statutoryRateOn(dayOf("2032-03-31"), later)).toBe(30);
  expect(statutoryRateOn(dayOf("2032-04-01"), later)).toBe(40);
  expect(() => statutoryRateOn(dayOf("1898-07-15"))).toThrow(RangeError);
});
