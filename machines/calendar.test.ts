import fc from "fast-check";
import type { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import * as calendar from "./calendar.ts";
import { dayOf } from "./calendar.ts";
import * as slow from "#test/helpers/day-by-day.ts";

const anyDay = fc
  .integer({ min: 0, max: 60 * 366 })
  .map((n) => dayOf("2019-01-01").add({ days: n }));
/** Month ends and their neighbours, where the rules differ from plain addition. */
const nearMonthEnd = fc
  .tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: -3, max: 3 }))
  .map(([months, days]) => dayOf("2019-01-31").add({ months }).add({ days }));
const day = fc.oneof(anyDay, nearMonthEnd);
const months = fc.integer({ min: 1, max: 40 });
const many = { numRuns: 800 };
const text = (value: Temporal.PlainDate) => value.toString();

describe("endOfPeriod", () => {
  test.each([
    ["2025-04-01", 12, "2026-03-31"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2026-03-01", 2, "2026-04-30"],
    ["2025-12-31", 2, "2026-02-28"],
    ["2023-12-31", 2, "2024-02-29"],
    ["2024-02-29", 48, "2028-02-28"],
    ["2025-03-01", 12, "2026-02-28"],
    ["2027-03-01", 12, "2028-02-29"],
    ["2026-01-30", 1, "2026-02-28"],
    ["2026-01-29", 1, "2026-02-28"],
    ["2026-01-28", 1, "2026-02-27"],
    ["2026-03-31", 1, "2026-04-30"],
  ])("of %s over %i months is %s", (start, n, end) => {
    expect(text(calendar.endOfPeriod(dayOf(start), n))).toBe(end);
  });

  test("agrees with counting day by day", () => {
    fc.assert(
      fc.property(day, months, (start, n) => {
        expect(text(calendar.endOfPeriod(start, n))).toBe(slow.endOfPeriod(text(start), n));
      }),
      many,
    );
  });

  test("explains a corresponding day and a month without one", () => {
    expect(calendar.explainEndOfPeriod(dayOf("2025-04-01"), 12).derivation).toEqual({
      rule: "endOfPeriod",
      from: "2025-04-01",
      months: 12,
      firstCountedDay: "2025-04-01",
      correspondingDay: "2026-04-01",
      monthEndRule: false,
      result: "2026-03-31",
    });
    expect(calendar.explainEndOfPeriod(dayOf("2025-12-31"), 2).derivation).toMatchObject({
      correspondingDay: null,
      monthEndRule: true,
      result: "2026-02-28",
    });
  });

  test.each([0, -1, 1.5, Number.NaN])("refuses %d months", (n) => {
    expect(() => calendar.endOfPeriod(dayOf("2026-01-01"), n)).toThrow(RangeError);
  });
});

describe("monthsAfter", () => {
  test.each([
    ["2026-02-28", 2, "2026-04-30"],
    ["2024-02-28", 2, "2024-04-28"],
    ["2024-02-29", 2, "2024-04-30"],
    ["2025-12-30", 2, "2026-02-28"],
    ["2025-12-31", 2, "2026-02-28"],
    ["2026-01-31", 1, "2026-02-28"],
    ["2026-03-31", 1, "2026-04-30"],
    ["2026-06-29", 2, "2026-08-29"],
    ["2026-06-30", 2, "2026-08-31"],
  ])("of %s with %i months is %s", (event, n, end) => {
    expect(text(calendar.monthsAfter(dayOf(event), n))).toBe(end);
  });

  test("agrees with counting day by day", () => {
    fc.assert(
      fc.property(day, months, (event, n) => {
        expect(text(calendar.monthsAfter(event, n))).toBe(slow.monthsAfter(text(event), n));
      }),
      many,
    );
  });

  test("explains that the day of the event is not counted", () => {
    expect(calendar.explainMonthsAfter(dayOf("2026-02-28"), 2)).toMatchObject({
      derivation: {
        rule: "monthsAfter",
        from: "2026-02-28",
        firstCountedDay: "2026-03-01",
        correspondingDay: "2026-05-01",
        result: "2026-04-30",
      },
    });
  });
});

describe("lastNoticeDay", () => {
  test.each([
    ["2026-03-31", 2, "customer", "2026-01-31", "a"],
    ["2026-02-28", 2, "customer", "2025-12-31", "a"],
    ["2026-08-30", 2, "customer", "2026-06-30", "b"],
    ["2028-02-29", 2, "customer", "2027-12-31", "a"],
    ["2028-02-28", 2, "customer", "2027-12-28", "a"],
    ["2026-04-30", 2, "customer", "2026-02-28", "a"],
    ["2026-04-29", 2, "customer", "2026-02-28", "b"],
    ["2026-12-31", 6, "customer", "2026-06-30", "a"],
    ["2026-06-01", 1, "operator", "2026-04-30", "a"],
    ["2026-03-31", 1, "operator", "2026-02-27", "a"],
    ["2026-03-01", 1, "operator", "2026-01-31", "a"],
    ["2028-03-01", 1, "operator", "2028-01-31", "a"],
    ["2027-01-01", 6, "operator", "2026-06-30", "a"],
  ] as const)("before %s, %i months, %s: %s by reading %s", (target, n, whose, last, reading) => {
    const explained = calendar.explainLastNoticeDay(dayOf(target), n, whose);
    expect(text(calendar.lastNoticeDay(dayOf(target), n, whose))).toBe(last);
    expect(text(explained.day)).toBe(last);
    expect(explained.derivation).toMatchObject({ whose, result: last, decidedBy: reading });
  });

  test.each(["customer", "operator"] as const)("agrees with trying every day: %s", (whose) => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 14 }), (target, n) => {
        const last = slow.lastNoticeDay(text(target), n, whose);
        expect(text(calendar.lastNoticeDay(target, n, whose))).toBe(last);
        expect(calendar.explainLastNoticeDay(target, n, whose).derivation.result).toBe(last);
      }),
      { numRuns: 500 },
    );
  });

  test("proves reading (a) by the day itself and the day after it", () => {
    const { derivation } = calendar.explainLastNoticeDay(dayOf("2026-08-30"), 2, "customer");
    const [a, b] = derivation.steps;
    expect(a.steps.map(({ from, result }) => [from, result])).toEqual([
      ["2026-06-29", "2026-08-29"],
      ["2026-06-30", "2026-08-31"],
    ]);
    expect(b).toMatchObject({ rule: "monthsBefore", result: "2026-06-30", monthEndRule: false });
  });
});

describe("small counts", () => {
  test.each([
    ["2026-02-21", 7, "2026-02-28"],
    ["2028-02-22", 7, "2028-02-29"],
    ["2026-12-31", 30, "2027-01-30"],
    ["2026-05-01", 0, "2026-05-01"],
  ])("daysAfter(%s, %i) is %s", (event, n, end) => {
    const explained = calendar.explainDaysAfter(dayOf(event), n);
    expect([text(calendar.daysAfter(dayOf(event), n)), text(explained.day)]).toEqual([end, end]);
    expect(explained.derivation.firstCountedDay).toBe(slow.nextDay(event));
  });

  test.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2026-11-30", 1, "2026-12-31"],
    ["2026-12-01", 0, "2026-12-31"],
    ["2026-12-31", 2, "2027-02-28"],
  ])("endOfMonth(%s, %i) is %s", (from, plus, end) => {
    expect(text(calendar.endOfMonth(dayOf(from), plus))).toBe(end);
    expect(calendar.explainEndOfMonth(dayOf(from), plus).derivation.result).toBe(end);
  });

  test("agree with counting day by day", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), (from, n) => {
        expect(text(calendar.daysAfter(from, n))).toBe(slow.daysAfter(text(from), n));
        expect(text(calendar.endOfMonth(from, n))).toBe(slow.endOfMonth(text(from), n));
        const before = calendar.explainDaysBefore(from, n).day;
        expect(slow.daysAfter(text(before), n)).toBe(text(from));
      }),
      many,
    );
  });

  test.each([-1, 0.5])("refuse a count of %d", (n) => {
    expect(() => calendar.daysAfter(dayOf("2026-01-01"), n)).toThrow(RangeError);
    expect(() => calendar.endOfMonth(dayOf("2026-01-01"), n)).toThrow(RangeError);
    expect(() => calendar.explainDaysBefore(dayOf("2026-01-01"), n)).toThrow(RangeError);
  });
});

test("dayOf refuses what is not a day", () => {
  for (const wrong of [
    "2026-02-29",
    "2026-13-01",
    "2026-3-1",
    "2026-03-31T00:00",
    "",
    "+002026-01-01",
  ]) {
    expect(() => dayOf(wrong)).toThrow(RangeError);
  }
});
