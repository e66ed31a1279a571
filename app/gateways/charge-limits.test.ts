import { expect, test } from "vitest";
import { isChargeable, notChargeable } from "./charge-limits.ts";

test.each([50, 5_000, 99_999_999])("%i yen can be charged", (amount) => {
  expect(isChargeable(amount)).toBe(true);
});

test.each([0, 49, -50, 99.5, 100_000_000, Number.NaN, Number.POSITIVE_INFINITY])(
  "%d yen is refused before Stripe hears of it",
  (amount) => {
    expect(isChargeable(amount)).toBe(false);
    expect(notChargeable(amount)).toMatchObject({ outcome: "refused", code: "amount" });
  },
);
