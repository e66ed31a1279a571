import { expect, test } from "vitest";
import { previousDay } from "#test/helpers/day-by-day.ts";
import { dayOf } from "../calendar.ts";
import { lastDayOfAssignor } from "./a31-assignment.ts";

test.each(["2026-01-01", "2026-03-01", "2028-03-01", "2026-05-31", "2026-06-01", "2028-02-29"])(
  "with an assignee's first day of %s the assignor's last is the day before",
  (effectiveDay) => {
    const { day, derivation } = lastDayOfAssignor(dayOf(effectiveDay));
    expect(day.toString()).toBe(previousDay(effectiveDay));
    expect(derivation).toMatchObject({ clause: "A31.1", from: effectiveDay, days: 1 });
  },
);
