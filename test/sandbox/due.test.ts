import fc from "fast-check";
import { expect, test } from "vitest";
import { nextFriday } from "./due.ts";
import { cardFee } from "./stripe/balance-transactions.ts";
import { isCardNumber } from "./stripe/cards.ts";
import { CARDS } from "./testing/payer.ts";

const WEEK = 7 * 24 * 60 * 60;

test("the next payout day is a Friday at 00:00 UTC, after the moment and within a week", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (moment) => {
      const friday = new Date(nextFriday(moment) * 1000);
      expect(friday.getUTCDay()).toBe(5);
      expect(friday.toISOString()).toMatch(/T00:00:00.000Z$/);
      expect(nextFriday(moment)).toBeGreaterThan(moment);
      expect(nextFriday(moment)).toBeLessThanOrEqual(moment + WEEK);
    }),
  );
});

test("the fee is 3.6 % rounded half up to the yen", () => {
  expect([50, 125, 13, 110_000, 99_999_999].map(cardFee)).toEqual([2, 5, 0, 3_960, 3_600_000]);
});

test("a card number has the right check digit", () => {
  for (const number of Object.values(CARDS)) {
    expect(isCardNumber(number)).toBe(true);
    const wrong = number.slice(0, -1) + ((Number(number.at(-1)) + 1) % 10);
    expect(isCardNumber(wrong)).toBe(false);
  }
});
