import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf } from "../calendar.ts";
import { lastDayOfConfirmation, lastDayOfDuty } from "./a30-confidentiality.ts";

test.each([
  ["2026-01-31", "2026-03-02"],
  ["2026-04-01", "2026-05-01"],
  ["2024-02-01", "2024-03-02"],
])("what was told on %s is confirmed by %s", (told, last) => {
  expect(lastDayOfConfirmation(dayOf(told)).toString()).toBe(last);
});

test.each([
  ["2026-04-01", "2029-04-01"],
  ["2026-03-31", "2029-03-31"],
  ["2024-02-29", "2027-02-28"],
  ["2026-12-31", "2029-12-31"],
])("what was disclosed on %s is kept until %s", (disclosed, last) => {
  expect(lastDayOfDuty(dayOf(disclosed), false)?.toString()).toBe(last);
  expect(lastDayOfDuty(dayOf(disclosed), true)).toBeNull();
});

/** Counts by hand: thirty days after the first, and three years' months one after the other. */
test("the last days are found as by counting", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (n) => {
      const told = dayOf("2020-01-01").add({ days: n });
      let [day, next] = [told, told.add({ days: 1 })];
      for (let counted = 0; counted < 30; counted += 1) [day, next] = [next, next.add({ days: 1 })];
      expect(lastDayOfConfirmation(told).toString()).toBe(day.toString());
      const last = lastDayOfDuty(told, false);
      const first = told.add({ days: 1 });
      const months = last ? (last.year - first.year) * 12 + last.month - first.month : 0;
      expect([35, 36]).toContain(months);
      const after = last?.add({ days: 1 });
      // The duty ends before the day of the same number as its first one, or with the month that has none.
      expect(after?.day === first.day || after?.day === 1).toBe(true);
    }),
  );
});
