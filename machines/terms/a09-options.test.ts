import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { endOfPeriod, nextDay } from "#test/helpers/day-by-day.ts";
import { dayOf } from "../calendar.ts";
import { firstOptionFee } from "./a09-options.ts";

const whole = { optionStartMonthCountsWhole: true };
const term = (start: string, end: string) => ({ start: dayOf(start), end: dayOf(end) });
const year = (start: string) => term(start, endOfPeriod(start, 12));

describe("given an option of 120,000 yen a year that is added during a term", () => {
  test.each([
    ["on the term's first day", "2025-04-01", "2025-04-01", 12, 120_000],
    ["in the middle of a month", "2025-04-01", "2025-09-15", 7, 70_000],
    ["on a month's last day", "2025-04-01", "2025-09-30", 7, 70_000],
    ["on a month's first day", "2025-04-01", "2025-10-01", 6, 60_000],
    ["on the term's last day", "2025-04-01", "2026-03-31", 1, 10_000],
    ["a day before the term's month begins", "2025-04-15", "2025-09-14", 8, 80_000],
    ["on the day on which the term's month begins", "2025-04-15", "2025-09-15", 7, 70_000],
    ["in a term of a leap day", "2024-02-29", "2025-02-28", 1, 10_000],
    ["on the last day of February", "2025-08-31", "2026-02-28", 7, 70_000],
    ["on the day after it", "2025-08-31", "2026-03-01", 6, 60_000],
  ])("%s, it is charged for %#", (_, start, day, months, amount) => {
    expect(firstOptionFee(120_000, dayOf(day), year(start), whole)).toEqual({ months, amount });
  });

  test.each([
    ["2026-06-30", "2026-04-10", 3, 30_000],
    ["2026-07-01", "2026-04-10", 4, 40_000],
    ["2026-06-30", "2026-06-30", 1, 10_000],
  ])("in a term cut short to %s, on %s: %i months", (end, day, months, amount) => {
    const running = term("2026-04-01", end);
    expect(firstOptionFee(120_000, dayOf(day), running, whole)).toEqual({ months, amount });
  });

  test("by a policy that leaves the month of the start out, one month less", () => {
    const policy = { optionStartMonthCountsWhole: false };
    const fee = firstOptionFee(120_000, dayOf("2025-09-15"), year("2025-04-01"), policy);
    expect(fee).toEqual({ months: 6, amount: 60_000 });
  });

  test("the odd yen is the customer's", () => {
    const fee = firstOptionFee(100_001, dayOf("2025-09-15"), year("2025-04-01"), whole);
    expect(fee.amount).toBe(58_333);
  });
});

/** The months of a term that are not over on a day, counted by walking from month to month. */
function monthsLeft(start: string, day: string): number {
  let left = 0;
  for (let n = 1; n <= 12; n += 1) {
    const last = endOfPeriod(start, n);
    if (last >= day) left += 1;
  }
  return left;
}

test("whatever the day, it agrees with walking through the months, and never costs more than a year", () => {
  const days = fc.record({ offset: fc.nat({ max: 4000 }), into: fc.nat({ max: 365 }) });
  fc.assert(
    fc.property(days, fc.nat({ max: 5_000_000 }), ({ offset, into }, price) => {
      const first = dayOf("2023-01-01").add({ days: offset }).toString();
      const running = year(first);
      const start = dayOf(first).add({ days: into });
      if (running.end.since(start).days < 0) return;
      const { months, amount } = firstOptionFee(price, start, running, whole);
      expect(months).toBe(monthsLeft(first, start.toString()));
      expect(amount).toBe(Math.floor((price * months) / 12));
      expect(amount).toBeLessThanOrEqual(price);
      const next = dayOf(nextDay(start.toString()));
      const later = firstOptionFee(price, next, running, whole).amount;
      expect(later).toBeLessThanOrEqual(amount);
    }),
    { numRuns: 300 },
  );
});
