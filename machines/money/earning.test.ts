import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { endOfPeriod, nextDay } from "#test/helpers/day-by-day.ts";
import { earnedDayByDay } from "#test/helpers/earned-day-by-day.ts";
import { dayOf } from "../calendar.ts";
import { earningSchedule } from "./earning.ts";

const fee = fc.nat({ max: 10 ** 9 });
const start = fc.nat({ max: 11_000 }).map((n) => dayOf("2020-01-01").add({ days: n }).toString());

describe("earningSchedule", () => {
  test.each([
    ["from the first of a month", 1_200_000, "2026-04-01", "2027-03-31", 12, "2026-04-30", 100_000],
    ["from a month's last day", 1000, "2025-12-31", "2026-12-30", 12, "2026-01-30", 83],
    ["from a leap day", 1200, "2024-02-29", "2025-02-28", 12, "2024-03-28", 100],
    ["cut short within a month, by days", 3650, "2026-04-01", "2026-05-10", 2, "2026-04-30", 2737],
    ["of a single day", 500, "2028-02-29", "2028-02-29", 1, "2028-02-29", 500],
    ["of eleven months", 1100, "2026-05-01", "2027-03-31", 11, "2026-05-31", 100],
  ])("%s", (_, amount, from, to, parts, firstEarned, firstAmount) => {
    const schedule = earningSchedule(amount, from, to);
    expect(schedule).toHaveLength(parts);
    expect(schedule[0]).toEqual({ from, earnedOn: firstEarned, amount: firstAmount });
    expect(schedule[parts - 1]?.earnedOn).toBe(to);
  });

  test("spreads the yen that do not divide", () => {
    const parts = earningSchedule(100, "2026-04-01", "2027-03-31");
    expect(parts.map(({ amount }) => amount)).toEqual([8, 8, 9, 8, 8, 9, 8, 8, 9, 8, 8, 9]);
  });

  test("covers a year without gap, sums up to the yen, and no month differs by more than one", () => {
    fc.assert(
      fc.property(fee, start, (amount, first) => {
        const parts = earningSchedule(amount, first, endOfPeriod(first, 12));
        expect(parts).toHaveLength(12);
        expect(parts.reduce((sum, part) => sum + BigInt(part.amount), 0n)).toBe(BigInt(amount));
        let from = first;
        for (const [index, part] of parts.entries()) {
          expect(part.from).toBe(from);
          expect(part.earnedOn).toBe(endOfPeriod(first, index + 1));
          expect([Math.floor(amount / 12), Math.ceil(amount / 12)]).toContain(part.amount);
          from = nextDay(part.earnedOn);
        }
      }),
      { numRuns: 1000 },
    );
  }, 30_000);

  test("a term of any length is earned as one that goes through it day by day says", () => {
    fc.assert(
      fc.property(fee, start, fc.nat({ max: 500 }), (amount, first, more) => {
        const end = dayOf(first).add({ days: more }).toString();
        const found = earningSchedule(amount, first, end);
        expect(found.map(({ earnedOn, amount: part }) => [earnedOn, part])).toEqual(
          earnedDayByDay(amount, first, end),
        );
        expect(found[0]?.from).toBe(first);
      }),
      { numRuns: 1000 },
    );
  }, 30_000);

  test("refuses an end before the start", () => {
    expect(() => earningSchedule(1, "2026-04-01", "2026-03-31")).toThrow(RangeError);
  });
});
