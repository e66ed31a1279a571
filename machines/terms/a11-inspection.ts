import type { Temporal } from "temporal-polyfill";
import type { DayCount, Explained } from "../calendar/derivation.ts";
import { underClause } from "../calendar/derivation.ts";
import { at, explainDaysAfter, laterOf } from "../calendar.ts";
import type { Policy } from "./policy.ts";

type Day = Temporal.PlainDate;

export const parameters = { inspectionDays: 7 } as const;

/**
 * The last day on which the customer inspects completed work in time (検査, A11): nobody can inspect what has
 * not been reported, so that the later of the two days counts.
 */
export function inspectionLastDay(completedOn: Day, reportedOn: Day): Explained<DayCount> {
  const from = laterOf(completedOn, reportedOn);
  return underClause("A11.1", explainDaysAfter(from, parameters.inspectionDays));
}

/** A reminder of an inspection: its name, which stays the same, and when it goes out. */
export interface InspectionReminder {
  id: string;
  at: string;
}

/**
 * The reminders of an inspection with that last day, earliest first (policy). They change nothing: silence is no
 * acceptance (A11).
 */
export function inspectionReminders(
  lastDay: Day,
  policy: Pick<Policy, "inspectionReminderDays" | "inspectionOverdueDays" | "reminderHour">,
): InspectionReminder[] {
  const plan = [
    ...policy.inspectionReminderDays.map((days) => -days),
    ...policy.inspectionOverdueDays,
  ];
  return plan
    .toSorted((one, other) => one - other)
    .map((days) => ({
      id: `inspection/${lastDay.toString()}/${days}`,
      at: at(lastDay.add({ days }), policy.reminderHour),
    }));
}
