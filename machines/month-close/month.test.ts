import { describe, expect, test } from "vitest";
import { closeBy } from "./close-by.ts";
import { daysOf, isMonth, monthOf, monthsBetween, monthsOn } from "./month.ts";

describe("a month", () => {
  test.each([
    ["2026-10", "2026-10-01", "2026-10-31"],
    ["2028-02", "2028-02-01", "2028-02-29"],
    ["2026-02", "2026-02-01", "2026-02-28"],
  ])("%s lasts from %s to %s", (month, firstDay, lastDay) => {
    expect(daysOf(month)).toEqual({ firstDay, lastDay });
    expect([monthOf(firstDay), monthOf(lastDay)]).toEqual([month, month]);
  });

  test.each(["2026-13", "2026-1", "2019-12", "2100-01", "2026-10-01", "x", ""])(
    "is not what %j says",
    (text) => {
      expect(isMonth(text)).toBe(false);
    },
  );

  test("goes over the end of a year", () => {
    expect(monthsOn("2026-12", 1)).toBe("2027-01");
    expect(monthsOn("2026-01", -1)).toBe("2025-12");
    expect(monthsBetween("2026-11", "2027-02")).toEqual([
      ...["2026-11", "2026-12", "2027-01", "2027-02"],
    ]);
    expect(monthsBetween("2026-11", "2026-10")).toEqual([]);
  });
});

describe("the day by which a month is to be closed is the fifth business day after it", () => {
  test.each([
    ["after a plain week", "2026-05", "2026-06-05"],
    ["past a weekend and a holiday", "2026-10", "2026-11-09"],
    ["past the new year", "2026-12", "2027-01-08"],
    ["past Golden Week", "2026-04", "2026-05-12"],
  ])("%s", (_, month, day) => {
    expect(closeBy(month)).toBe(day);
  });
});
