import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysBetween, endOfPeriod, nextDay } from "#test/helpers/day-by-day.ts";
import { dayOf } from "../calendar.ts";
import { earningSchedule, feeByDays, feeByMonths, unearnedFee } from "./earning.ts";

const fee = fc.nat({ max: 10 ** 9 });
const start = fc.nat({ max: 11_000 }).map((n) => dayOf("2020-01-01").add({ days: n }));

describe("earningSchedule", () => {
  test.each([
    ["from the first of a month", 1_200_000, "2026-04-01", "2027-03-31", 12, "2026-04-30", 100_000],
    ["from a month's last day", 1000, "2025-12-31", "2026-12-30", 12, "2026-01-30", 83],
    ["from a leap day", 1200, "2024-02-29", "2025-02-28", 12, "2024-03-28", 100],
    ["cut short within a month, by days", 3650, "2026-04-01", "2026-05-10", 2, "2026-04-30", 2737],
    ["of a single day", 500, "2028-02-29", "2028-02-29", 1, "2028-02-29", 500],
    ["of eleven months", 1100, "2026-05-01", "2027-03-31", 11, "2026-05-31", 100],
  ])("%s", (_, amount, from, to, parts, firstEarned, firstAmount) => {
    const schedule = earningSchedule(amount, dayOf(from), dayOf(to));
    expect(schedule).toHaveLength(parts);
    expect(schedule[0]).toEqual({ from, earnedOn: firstEarned, amount: firstAmount });
    expect(schedule[parts - 1]?.earnedOn).toBe(to);
  });

  test("spreads the yen that do not divide", () => {
    const parts = earningSchedule(100, dayOf("2026-04-01"), dayOf("2027-03-31"));
    expect(parts.map(({ amount }) => amount)).toEqual([8, 8, 9, 8, 8, 9, 8, 8, 9, 8, 8, 9]);
  });

  test("covers a year without gap, sums up to the yen, and no month differs by more than one", () => {
    fc.assert(
      fc.property(fee, start, (amount, first) => {
        const end = endOfPeriod(first.toString(), 12);
        const parts = earningSchedule(amount, first, dayOf(end));
        expect(parts).toHaveLength(12);
        expect(parts.reduce((sum, part) => sum + BigInt(part.amount), 0n)).toBe(BigInt(amount));
        let from = first.toString();
        for (const [index, part] of parts.entries()) {
          expect(part.from).toBe(from);
          expect(part.earnedOn).toBe(endOfPeriod(first.toString(), index + 1));
          expect([Math.floor(amount / 12), Math.ceil(amount / 12)]).toContain(part.amount);
          from = nextDay(part.earnedOn);
        }
      }),
      { numRuns: 1000 },
    );
  }, 30_000);

  test("earns a term of any length in full", () => {
    fc.assert(
      fc.property(fee, start, fc.nat({ max: 500 }), (amount, first, more) => {
        const end = first.add({ days: more });
        const parts = earningSchedule(amount, first, end);
        expect(parts.reduce((sum, part) => sum + BigInt(part.amount), 0n)).toBe(BigInt(amount));
        expect(parts[0]?.from).toBe(first.toString());
        expect(parts[parts.length - 1]?.earnedOn).toBe(end.toString());
        for (const part of parts) expect(part.amount).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  }, 30_000);

  test("refuses an end before the start", () => {
    expect(() => earningSchedule(1, dayOf("2026-04-01"), dayOf("2026-03-31"))).toThrow(RangeError);
  });
});

describe("parts of a fee", () => {
  test.each([
    ["before the start", "2026-03-31", 365_000],
    ["long before the start", "2025-01-01", 365_000],
    ["on the first day", "2026-04-01", 364_000],
    ["at a month's end", "2026-04-30", 335_000],
    ["on the last day", "2027-03-31", 0],
    ["after the end", "2028-02-29", 0],
  ])("ended %s", (_, endedOn, unearned) => {
    const [first, last] = [dayOf("2026-04-01"), dayOf("2027-03-31")];
    expect(unearnedFee(365_000, first, last, dayOf(endedOn))).toBe(unearned);
  });

  test("the fraction of a yen goes to the customer, over thousands of ends", () => {
    fc.assert(
      fc.property(fee, start, fc.nat({ max: 365 }), (amount, first, used) => {
        const last = dayOf(endOfPeriod(first.toString(), 12));
        const endedOn = first.add({ days: used });
        const total = BigInt(daysBetween(first.toString(), last.toString()) + 1);
        const left = BigInt(daysBetween(endedOn.toString(), last.toString()));
        const credit = BigInt(unearnedFee(amount, first, last, endedOn));
        expect(credit * total >= BigInt(amount) * left).toBe(true);
        expect((credit - 1n) * total < BigInt(amount) * left).toBe(true);
      }),
      { numRuns: 2000 },
    );
  }, 30_000);

  test("by days and by months, rounded down", () => {
    expect([feeByDays(366_000, 29, 366), feeByDays(1000, 1, 365), feeByDays(1000, 0, 365)]).toEqual(
      [29_000, 2, 0],
    );
    expect([feeByMonths(100, 1), feeByMonths(100, 11), feeByMonths(100, 12)]).toEqual([8, 91, 100]);
    expect(() => feeByDays(1000, 366, 365)).toThrow(RangeError);
    expect(() => feeByMonths(1000, 13)).toThrow(RangeError);
  });
});
