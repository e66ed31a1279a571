import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysAfter, daysBetween } from "#test/helpers/day-by-day.ts";
import { dayOf } from "../calendar.ts";
import { delayDamages, delayDamagesByParts, delayDays, explainDelayDamages } from "./damages.ts";

describe("delayDamages at 14.6 % a year", () => {
  test.each([
    ["paid on the due day", 1_320_000, "2026-05-29", "2026-05-29", 0, 0],
    ["paid before", 1_320_000, "2026-05-29", "2026-04-30", 0, 0],
    ["one day late", 1_320_000, "2026-05-29", "2026-05-30", 1, 528],
    ["over a month's end", 1_000_000, "2026-01-31", "2026-03-01", 29, 11_600],
    ["over a leap day", 1_000_000, "2028-01-31", "2028-03-01", 30, 12_000],
    ["a year", 1_000_000, "2026-03-31", "2027-03-31", 365, 146_000],
    ["a leap year, still by 365", 1_000_000, "2027-03-31", "2028-03-31", 366, 146_400],
    ["too little for a yen", 2499, "2026-05-29", "2026-05-30", 1, 0],
    ["just a yen", 2500, "2026-05-29", "2026-05-30", 1, 1],
    ["where floating numbers give a yen less", 12_500, "2026-05-29", "2026-05-30", 1, 5],
  ])("%s", (_, principal, due, paid, days, amount) => {
    const delay = { principal, dueDay: dayOf(due), paidOn: dayOf(paid), perMille: 146 };
    expect(delayDays(delay.dueDay, delay.paidOn)).toBe(days);
    expect(delayDamages(delay)).toBe(amount);
    expect(explainDelayDamages(delay)).toMatchObject({
      amount,
      derivation: { days, result: amount },
    });
  });

  test("counts the day after the due day and the day of payment", () => {
    const days = { dueDay: dayOf("2028-02-28"), paidOn: dayOf("2028-03-01") };
    expect(explainDelayDamages({ ...days, principal: 500_000, perMille: 146 }).derivation).toEqual({
      rule: "delayDamages",
      principal: 500_000,
      firstDay: "2028-02-29",
      lastDay: "2028-03-01",
      days: 2,
      perMille: 146,
      result: 400,
    });
  });

  test("agrees with adding up day by day, thousands of times", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 10 }),
        fc.integer({ min: 0, max: 9000 }),
        fc.integer({ min: -5, max: 800 }),
        fc.constantFrom(146, 50, 30),
        (principal, start, late, perMille) => {
          const dueDay = dayOf("2020-01-01").add({ days: start });
          const paidOn = dueDay.add({ days: late });
          const days = daysBetween(dueDay.toString(), paidOn.toString());
          let owed = 0n;
          for (let day = 0; day < days; day += 1) {
            owed += BigInt(principal) * BigInt(perMille);
          }
          const result = delayDamages({ principal, dueDay, paidOn, perMille });
          expect(BigInt(result)).toBe(owed / 365_000n);
        },
      ),
      { numRuns: 3000 },
    );
  }, 30_000);
});

test("each part of a principal bears damages by its own days", () => {
  const debt = { dueDay: dayOf("2026-05-29"), perMille: 146 };
  const parts = [
    { principal: 400_000, paidOn: dayOf(daysAfter("2026-05-29", 10)) },
    { principal: 600_000, paidOn: dayOf(daysAfter("2026-05-29", 30)) },
  ];
  expect(delayDamagesByParts(parts, debt)).toBe(1600 + 7200);
  const odd = [1, 1].map(() => ({ principal: 2499, paidOn: dayOf("2026-05-30") }));
  expect(delayDamagesByParts(odd, debt)).toBe(0);
});

test("refuses what is no amount", () => {
  const days = { dueDay: dayOf("2026-05-29"), paidOn: dayOf("2026-05-30"), perMille: 146 };
  expect(() => delayDamages({ ...days, principal: -1 })).toThrow(RangeError);
  expect(() => delayDamages({ ...days, principal: 0.1 })).toThrow(RangeError);
});
