import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf, monthsAfter } from "../calendar.ts";
import { bindsFrom, isAnnouncedInTime, lastAnnouncementDay } from "./a03-amendment.ts";

describe("given an effective day, when the last announcement day is asked for (A3.2)", () => {
  test.each([
    // The month begins on the day after the announcement and is over before the effective day.
    ["2026-06-01", "2026-04-30", "a month's first day"],
    ["2026-05-31", "2026-04-29", "a month's last day"],
    ["2026-03-01", "2026-01-31", "the day after February"],
    ["2024-03-01", "2024-01-31", "the day after a leap February"],
    ["2024-02-29", "2024-01-28", "a leap day"],
    ["2026-02-28", "2026-01-27", "the last day of February"],
    ["2026-03-31", "2026-02-27", "a day that February lacks"],
    ["2026-01-01", "2025-11-30", "new year"],
    ["2026-04-15", "2026-03-14", "the middle of a month"],
  ])("for %s it is %s: %s", (effective, last) => {
    const found = lastAnnouncementDay(dayOf(effective));
    expect(found.day.toString()).toBe(last);
    expect(found.derivation).toMatchObject({ clause: "A3.2", result: last, whose: "operator" });
    expect(isAnnouncedInTime(dayOf(last), dayOf(effective))).toBe(true);
    expect(isAnnouncedInTime(dayOf(last).add({ days: 1 }), dayOf(effective))).toBe(false);
  });
});

test("an announcement is in time exactly where a month after it ends before the effective day", () => {
  const days = fc.integer({ min: 0, max: 20_000 }).map((n) => dayOf("2020-01-01").add({ days: n }));
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 90 }), (announced, ahead) => {
      const effective = announced.add({ days: ahead });
      const endsBefore = monthsAfter(announced, 1).until(effective).days > 0;
      expect(isAnnouncedInTime(announced, effective)).toBe(endsBefore);
    }),
    { numRuns: 500 },
  );
});

test("a version binds from the first instant of its day in Tokyo (A3.1)", () => {
  expect(bindsFrom(dayOf("2026-06-01"))).toBe("2026-05-31T15:00:00.000Z");
  expect(bindsFrom(dayOf("2024-03-01"))).toBe("2024-02-29T15:00:00.000Z");
});
