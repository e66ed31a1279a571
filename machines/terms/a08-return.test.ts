import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf } from "../calendar.ts";
import { explainReturnDueDay, returnDueDay } from "./a08-return.ts";

test.each([
  ["2026-05-31", "2026-06-30"],
  ["2026-01-30", "2026-02-28"],
  ["2026-01-31", "2026-02-28"],
  ["2026-02-28", "2026-03-31"],
  ["2024-01-30", "2024-02-29"],
  ["2026-03-30", "2026-04-30"],
  ["2026-12-31", "2027-01-31"],
])("what was lent up to %s goes back by %s", (end, due) => {
  expect(returnDueDay(dayOf(end)).toString()).toBe(due);
  expect(explainReturnDueDay(dayOf(end)).day.toString()).toBe(due);
});

/** Counts day by day: the month of the day after the end, up to the day before the same number. */
function counted(end: string): string {
  const first = dayOf(end).add({ days: 1 });
  let day = first;
  for (;;) {
    const next = day.add({ days: 1 });
    const isNextMonth = next.month !== first.month;
    if (isNextMonth && next.day === first.day) return day.toString();
    const isTooShort = next.month !== day.month && day.month !== first.month;
    if (isTooShort) return day.toString();
    day = next;
  }
}

test("the last day is found as by counting the days", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
      const end = dayOf("2020-01-01").add({ days });
      expect(returnDueDay(end).toString()).toBe(counted(end.toString()));
    }),
  );
});
