import fc from "fast-check";
import { expect, test } from "vitest";
import { daysAfter as walk } from "#test/helpers/day-by-day.ts";
import {
  bankClosure,
  explainNextBankingDay,
  isWithinBankingDays,
  nextBankingDay,
} from "./banking-days.ts";
import { dayOf } from "./calendar.ts";

test.each([
  ["2026-03-31", "2026-03-31", "an ordinary Tuesday stays"],
  ["2026-05-31", "2026-06-01", "a Sunday"],
  ["2026-01-31", "2026-02-02", "a Saturday"],
  ["2025-12-31", "2026-01-05", "the turn of the year and the weekend after it"],
  ["2026-12-31", "2027-01-04", "the turn of the year"],
  ["2020-02-29", "2020-03-02", "a leap day on a Saturday"],
  ["2028-02-29", "2028-02-29", "a leap day on a Tuesday"],
  ["2026-05-02", "2026-05-07", "a Saturday before the May holidays and their substitute"],
  ["2026-09-19", "2026-09-24", "five days with a holiday between two holidays"],
  ["2033-04-30", "2033-05-02", "a Saturday between holidays"],
  ["2034-04-29", "2034-05-01", "Showa Day on a Saturday"],
  ["2021-07-22", "2021-07-26", "the holidays moved for the games"],
  ["2024-01-01", "2024-01-04", "New Year"],
  ["2023-12-29", "2023-12-29", "the last Friday of the year is open"],
  ["2023-12-30", "2024-01-04", "a Saturday before the turn of the year"],
])("%s is paid by %s: %s", (due, moved) => {
  expect(nextBankingDay(dayOf(due)).toString()).toBe(moved);
});

test("says why each day was passed over", () => {
  expect(explainNextBankingDay(dayOf("2025-12-31")).derivation).toEqual({
    rule: "nextBankingDay",
    from: "2025-12-31",
    closed: [
      { day: "2025-12-31", reason: "yearEnd" },
      { day: "2026-01-01", reason: "holiday", holiday: "元日" },
      { day: "2026-01-02", reason: "yearEnd" },
      { day: "2026-01-03", reason: "yearEnd" },
      { day: "2026-01-04", reason: "sunday" },
    ],
    result: "2026-01-05",
  });
});

test("banks are open on the day found and closed on every day before it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 11_000 }), (n) => {
      const start = dayOf("2020-01-01").add({ days: n });
      const { day, derivation } = explainNextBankingDay(start);
      expect(bankClosure(day)).toBeNull();
      expect([1, 2, 3, 4, 5]).toContain(day.dayOfWeek);
      expect(["12-31", "01-01", "01-02", "01-03"]).not.toContain(day.toString().slice(5));
      for (const [index, closed] of derivation.closed.entries()) {
        expect(closed.day).toBe(walk(start.toString(), index));
        expect(bankClosure(dayOf(closed.day))).not.toBeNull();
      }
      expect(day.toString()).toBe(walk(start.toString(), derivation.closed.length));
    }),
    { numRuns: 500 },
  );
});

test.each([
  ["2026-11-20", "2026-11-20", 0, true, "the day itself"],
  ["2026-11-20", "2026-11-24", 1, true, "over a weekend and a holiday"],
  ["2026-11-20", "2026-11-25", 1, false, "two banking days"],
  ["2026-12-30", "2027-01-04", 1, true, "over the turn of the year"],
  ["2026-11-21", "2026-11-22", 0, true, "two days on which banks are closed"],
  ["2026-11-20", "2036-11-20", 3, false, "ten years"],
])("%s and %s within %d: %s (%s)", (one, other, most, isWithin) => {
  expect(isWithinBankingDays(dayOf(one), dayOf(other), most)).toBe(isWithin);
  expect(isWithinBankingDays(dayOf(other), dayOf(one), most)).toBe(isWithin);
});
