import { expect, test } from "vitest";
import { articleOf } from "./articles.ts";
import { chargeAmounts, chargeKinds, chargeRules } from "./a27-charges.ts";

test("compensation bears no consumption tax, and fees for the service itself do", () => {
  const taxed = chargeKinds.filter((kind) => chargeAmounts(kind, 1000, "2026-11-01").tax > 0);
  expect(taxed).toEqual(["misuseFee"]);
});

test.each([
  ["2014-04-01", 8, 79],
  ["2019-09-30", 8, 79],
  ["2019-10-01", 10, 99],
])("fees of %s bear %i %%, rounded down", (day, ratePercent, tax) => {
  expect(chargeAmounts("misuseFee", 999, day)).toEqual({ ratePercent, tax, total: 999 + tax });
});

test("every kind has a clause of the terms", () => {
  for (const kind of chargeKinds) expect(articleOf(chargeRules[kind].clause)).toBeDefined();
});
