import { expect, test } from "vitest";
import { askedDay, askedPeriod } from "./asked-days.ts";

const today = "2027-03-15";

test.each([
  [null, null, "2027-03-01", today],
  [null, "2027-02-28", "2027-02-01", "2027-02-28"],
  ["2026-04-01", "2027-02-28", "2026-04-01", "2027-02-28"],
  ["2027-02-28", "2026-04-01", "2026-04-01", "2027-02-28"],
  ["", "", "2027-03-01", today],
  ["2027-02-30", "x", "2027-03-01", today],
  ["1999-01-01", "9999-12-31", "2027-03-01", today],
])("asked for %s to %s it is %s to %s", (from, to, firstDay, lastDay) => {
  expect(askedPeriod({ from, to }, today)).toEqual({ firstDay, lastDay });
});

test("a day that is none is another one", () => {
  expect(askedDay("2027-13-01", today)).toBe(today);
});
