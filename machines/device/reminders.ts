import { at, dayOf, startOfDayInTokyo } from "../calendar.ts";
import type { StoredSnapshot } from "../engine/definition.ts";
import type { Deadline } from "../engine/outgoing.ts";
import { policyOn } from "../terms/policy.ts";
import type { DeviceContext } from "./context.ts";

/** A reminder, sent at the policy's hour of a day that is so many days from another. */
function reminder(
  type: "remindReturn" | "remindInstallation",
  { id, from, days }: { id: string; from: string; days: number },
): Deadline {
  const hour = policyOn(dayOf(from)).reminderHour;
  const dueAt = at(dayOf(from).add({ days }), hour);
  return { id, dueAt, event: { type, id }, clause: type === "remindReturn" ? "A8.1" : "A7.2" };
}

/** The reminders before the last day of a return (A8.1, policy). */
const remindersBefore = (returnDue: string): Deadline[] =>
  policyOn(dayOf(returnDue)).returnReminderDays.map((days) =>
    reminder("remindReturn", { id: `return/-${days}`, from: returnDue, days: -days }),
  );

const remindersAfter = (returnDue: string): Deadline[] =>
  policyOn(dayOf(returnDue)).returnOverdueReminderDays.map((days) =>
    reminder("remindReturn", { id: `return/${days}`, from: returnDue, days }),
  );

/** Those whose time is over when the return is asked for; they are not sent any more. */
export const pastReminders = (returnDue: string, instant: string): string[] =>
  [...remindersBefore(returnDue), ...remindersAfter(returnDue)]
    .filter(({ dueAt }) => Date.parse(dueAt) <= Date.parse(instant))
    .map(({ id }) => id);

function waitingForReturn(returnDue: string, isOverdue: boolean): Deadline[] {
  if (isOverdue) return remindersAfter(returnDue);
  const overdue: Deadline = {
    id: "overdue",
    dueAt: startOfDayInTokyo(dayOf(returnDue).add({ days: 1 })),
    event: { type: "returnOverdue" },
    clause: "A8.1",
  };
  return [...remindersBefore(returnDue), overdue];
}

/** What a loan waits for: the installation of what was delivered, and what is to go back. */
export function deviceDeadlines({ value, context }: StoredSnapshot<DeviceContext>): Deadline[] {
  const { returnDue, deliveredOn, reminded } = context;
  if (typeof value === "string") return [];
  const { lent, returnDue: back } = value as { lent?: { stage?: string }; returnDue?: string };
  const waited = lent
    ? lent.stage === "delivered" && deliveredOn
      ? policyOn(dayOf(deliveredOn)).installationReminderDays.map((days) =>
          reminder("remindInstallation", { id: `install/${days}`, from: deliveredOn, days }),
        )
      : []
    : back && returnDue
      ? waitingForReturn(returnDue, back === "overdue")
      : [];
  return waited.filter(({ id }) => !reminded.includes(id));
}
