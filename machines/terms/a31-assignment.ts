import type { Temporal } from "temporal-polyfill";
import { explainDaysBefore } from "../calendar.ts";
import { underClause, type DaysBefore, type Explained } from "../calendar/derivation.ts";

/** The last day of a contract with the assignor (譲渡人): the day before the assignee's first (A31.1). */
export function lastDayOfAssignor(effectiveDay: Temporal.PlainDate): Explained<DaysBefore> {
  return underClause("A31.1", explainDaysBefore(effectiveDay, 1));
}
