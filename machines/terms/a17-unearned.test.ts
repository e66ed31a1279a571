import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextDay } from "#test/helpers/day-by-day.ts";
import { dayOf } from "../calendar.ts";
import { unearnedOf } from "./a17-unearned.ts";

const fee = (from: string, to: string, amount: number) => {
  return { from: dayOf(from), to: dayOf(to), amount };
};

describe("given a fee and the days that it is for, an end gives back", () => {
  test.each([
    ["nothing on the last day", "2025-04-01", "2026-03-31", 1_200_000, "2026-03-31", 0],
    ["one day's part a day before it", "2025-04-01", "2026-03-31", 365_000, "2026-03-30", 1000],
    ["all but one day on the first", "2025-04-01", "2026-03-31", 365_000, "2025-04-01", 364_000],
    ["all before the first day", "2025-04-01", "2026-03-31", 365_000, "2025-03-31", 365_000],
    ["nothing after the last day", "2025-04-01", "2026-03-31", 365_000, "2026-05-01", 0],
    [
      "by 366 days where a leap day is in it",
      "2027-04-01",
      "2028-03-31",
      366_000,
      "2028-02-28",
      32_000,
    ],
    ["by 366 days after the leap day", "2027-04-01", "2028-03-31", 366_000, "2028-02-29", 31_000],
    ["the odd yen, too", "2025-04-01", "2026-03-31", 1_000_000, "2025-12-31", 246_576],
    ["by the days of a part of a year", "2025-09-15", "2026-03-31", 198_000, "2025-12-31", 90_000],
  ])("%s", (_, from, to, amount, lastDay, expected) => {
    const found = unearnedOf(fee(from, to, amount), dayOf(lastDay));
    expect(found.amount).toBe(expected);
    expect(found.derivation).toMatchObject({ clause: "A17.2", result: expected });
    expect(found.derivation.earned + expected).toBe(amount);
  });
});

test("whatever the end, it agrees with counting day by day", () => {
  const given = fc.record({
    offset: fc.nat({ max: 4000 }),
    length: fc.nat({ max: 365 }),
    used: fc.nat({ max: 400 }),
    amount: fc.nat({ max: 9_999_999 }),
  });
  fc.assert(
    fc.property(given, ({ offset, length, used, amount }) => {
      const from = dayOf("2023-01-01").add({ days: offset }).toString();
      const to = dayOf(from).add({ days: length }).toString();
      const lastDay = dayOf(from)
        .add({ days: used - 1 })
        .toString();
      let [days, usedDays] = [0, 0];
      for (let day = from; day <= to; day = nextDay(day)) {
        days += 1;
        if (day <= lastDay) usedDays += 1;
      }
      const { amount: back } = unearnedOf(fee(from, to, amount), dayOf(lastDay));
      expect(back).toBe(amount - Math.floor((amount * usedDays) / days));
    }),
    { numRuns: 200 },
  );
});
