import { dayOf } from "../calendar.ts";
import type { Deadline } from "../engine/outgoing.ts";
import { inspectionReminders } from "../terms/a11-inspection.ts";
import { policyOn } from "../terms/policy.ts";

/** What one side said, by the id of its words and signature, which lie outside the log. */
export interface InspectionStep {
  day: string;
  noteId: string;
}

/** Where the inspection of completed work stands (検収, A11); days ISO. */
export interface Inspection {
  completedOn: string;
  report: InspectionStep;
  /** The last day of the customer's inspection; afterwards it can still be made. */
  lastDay: string;
  /** The reminders that have gone out. */
  reminded: string[];
  /** Why the work is to be done again; null unless the customer objected to this report. */
  objection: InspectionStep | null;
  acceptance: InspectionStep | null;
}

/** The reminders of an inspection that have not gone out. */
export function inspectionDeadlines({ lastDay, reminded }: Inspection): Deadline[] {
  const last = dayOf(lastDay);
  return inspectionReminders(last, policyOn(last))
    .filter(({ id }) => !reminded.includes(id))
    .map(({ id, at: dueAt }) => ({
      ...{ id, dueAt, clause: "A11.1" },
      event: { type: "remindInspection", id },
    }));
}
