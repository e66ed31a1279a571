import { expect, test } from "vitest";
import { dayOf } from "../calendar.ts";
import { inspectionLastDay, inspectionReminders } from "./a11-inspection.ts";

test.each([
  ["2025-04-08", "2025-04-10", "2025-04-17"],
  ["2025-04-10", "2025-04-10", "2025-04-17"],
  ["2025-02-25", "2025-02-24", "2025-03-04"],
  ["2024-02-25", "2024-02-24", "2024-03-03"],
  ["2025-12-28", "2025-12-27", "2026-01-04"],
])("completed on %s and reported on %s, work is inspected by %s", (completed, reported, last) => {
  const { day, derivation } = inspectionLastDay(dayOf(completed), dayOf(reported));
  expect(day.toString()).toBe(last);
  expect(derivation.clause).toBe("A11.1");
});

test("reminders go out before the last day and after it, the earliest first", () => {
  const policy = { inspectionReminderDays: [2, 5], inspectionOverdueDays: [8, 1], reminderHour: 9 };
  expect(inspectionReminders(dayOf("2025-04-17"), policy)).toEqual([
    { id: "inspection/2025-04-17/-5", at: "2025-04-12T00:00:00.000Z" },
    { id: "inspection/2025-04-17/-2", at: "2025-04-15T00:00:00.000Z" },
    { id: "inspection/2025-04-17/1", at: "2025-04-18T00:00:00.000Z" },
    { id: "inspection/2025-04-17/8", at: "2025-04-25T00:00:00.000Z" },
  ]);
});
