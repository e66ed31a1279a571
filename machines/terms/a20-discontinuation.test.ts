import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as slow from "#test/helpers/day-by-day.ts";
import { dayOf } from "../calendar.ts";
import {
  cappedTermEnd,
  feeByDays,
  lastDiscontinuationNotice,
  lastServiceDay,
} from "./a20-discontinuation.ts";

describe("given D, the first day without a menu", () => {
  test.each([
    ["2026-07-01", "2025-12-31", "2026-06-30"],
    ["2026-06-01", "2025-11-30", "2026-05-31"],
    ["2026-03-01", "2025-08-31", "2026-02-28"],
    ["2028-03-01", "2027-08-31", "2028-02-29"],
    ["2026-08-31", "2026-02-27", "2026-08-30"],
    ["2026-01-01", "2025-06-30", "2025-12-31"],
  ])("%s: announced by %s, the last day is %s", (first, announced, last) => {
    const notice = lastDiscontinuationNotice(dayOf(first));
    expect(notice.day.toString()).toBe(announced);
    expect(notice.day.toString()).toBe(slow.lastNoticeDay(first, 6, "operator"));
    expect(notice.derivation).toMatchObject({ clause: "A20.2", whose: "operator", months: 6 });
    const end = lastServiceDay(dayOf(first));
    expect([end.day.toString(), end.derivation.clause]).toEqual([last, "A20.1"]);
  });
});

describe("given a term's first day and the last day of the menu", () => {
  test.each([
    ["2026-04-01", "2026-06-30", "2026-06-30", true],
    ["2026-04-01", "2027-03-31", "2027-03-31", false],
    ["2026-04-01", "2027-04-01", "2027-03-31", false],
    ["2026-04-01", "2026-04-01", "2026-04-01", true],
    ["2026-04-01", "2026-03-31", "2027-03-31", false],
    ["2026-04-01", null, "2027-03-31", false],
    ["2028-02-29", "2029-02-27", "2029-02-27", true],
    ["2028-02-29", "2029-02-28", "2029-02-28", false],
  ])("from %s, capped at %s: it ends on %s", (start, lastDay, end, isCapped) => {
    const found = cappedTermEnd(dayOf(start), lastDay === null ? null : dayOf(lastDay));
    expect([found.end.toString(), found.isCapped]).toEqual([end, isCapped]);
  });
});

describe("given a part of a year, its fee by days", () => {
  test.each([
    ["2026-04-01", "2026-06-30", 365_000, 91_000],
    ["2027-04-01", "2028-02-29", 366_000, 335_000],
    ["2026-04-01", "2026-04-01", 1_200_000, 3287],
    ["2026-04-01", "2027-03-31", 1_234_567, 1_234_567],
    ["2026-04-01", "2028-03-31", 1_234_567, 1_234_567],
  ])("%s to %s of %i yen is %i", (start, end, price, amount) => {
    expect(feeByDays(price, dayOf(start), dayOf(end))).toBe(amount);
  });

  test("agrees with counting, grows with each day and never exceeds the year's", () => {
    const given = fc.record({
      offset: fc.nat({ max: 4000 }),
      length: fc.nat({ max: 363 }),
      price: fc.nat({ max: 9_999_999 }),
    });
    fc.assert(
      fc.property(given, ({ offset, length, price }) => {
        const start = dayOf("2023-01-01").add({ days: offset });
        const end = start.add({ days: length });
        const first = start.toString();
        const days = slow.daysBetween(first, slow.endOfPeriod(first, 12)) + 1;
        const amount = feeByDays(price, start, end);
        expect(amount).toBe(Math.floor((price * (length + 1)) / days));
        expect(feeByDays(price, start, end.add({ days: 1 }))).toBeGreaterThanOrEqual(amount);
        expect(amount).toBeLessThanOrEqual(price);
      }),
      { numRuns: 300 },
    );
  });
});
