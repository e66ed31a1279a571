import { at, dayOf, startOfDayInTokyo } from "../calendar.ts";
import type { Deadline } from "../engine/outgoing.ts";
import type { Clause } from "../terms/articles.ts";
import { policyOn } from "../terms/policy.ts";
import type { MatterContext } from "./context.ts";

/** A reminder at the policy's hour, so many days from a day. */
function reminderFrom(day: string, days: number, clause: Clause): Deadline {
  const id = `remind/${days}`;
  const dueAt = at(dayOf(day).add({ days }), policyOn(dayOf(day)).reminderHour);
  return { id, dueAt, event: { type: "remind", id }, clause };
}

const unsent = (reminders: readonly Deadline[], { reminded }: MatterContext) =>
  reminders.filter(({ id }) => !reminded.includes(id));

/** The reminders after the last day of an answer that has not come (*policy*). */
export function remindersAfterDue(context: MatterContext, clause: Clause): Deadline[] {
  const { dueOn } = context;
  if (!dueOn) return [];
  const { matterReminderDays } = policyOn(dayOf(dueOn));
  return unsent(
    matterReminderDays.map((days) => reminderFrom(dueOn, days, clause)),
    context,
  );
}

/** The reminders before the last day of a confirmation in writing, and the end of waiting (A30.1(2)). */
export function confirmationDeadlines(context: MatterContext): Deadline[] {
  const { dueOn, openedOn } = context;
  if (!dueOn || !openedOn) return [];
  const { confirmationReminderDays } = policyOn(dayOf(dueOn));
  // What would have been sent before it was known of is not sent any more.
  const reminders = confirmationReminderDays
    .map((days) => reminderFrom(dueOn, -days, "A30.1(2)"))
    .filter(({ dueAt }) => dueAt >= at(dayOf(openedOn).add({ days: 1 }), 0));
  const dueAt = startOfDayInTokyo(dayOf(dueOn).add({ days: 1 }));
  const lapse: Deadline = { id: "lapse", dueAt, event: { type: "lapse" }, clause: "A30.1(2)" };
  return [...unsent(reminders, context), lapse];
}

/** The end of a duty to keep a secret (A30.6). */
export function endOfDuty({ dutyUntil }: MatterContext): Deadline[] {
  if (!dutyUntil) return [];
  const dueAt = startOfDayInTokyo(dayOf(dutyUntil).add({ days: 1 }));
  return [{ id: "duty", dueAt, event: { type: "dutyEnded" }, clause: "A30.6" }];
}
