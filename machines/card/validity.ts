import { Temporal } from "temporal-polyfill";
import { at, startOfDayInTokyo } from "../calendar.ts";
import type { Deadline } from "../engine/outgoing.ts";
import { policyOn } from "../terms/policy.ts";
import type { CardContext, CardFace } from "./context.ts";

/** The last day on which a card is valid (有効期限): that of the month printed on it. */
export function lastDayOf({ expYear, expMonth }: CardFace): Temporal.PlainDate {
  return Temporal.PlainYearMonth.from({ year: expYear, month: expMonth })
    .toPlainDate({ day: 1 })
    .add({ months: 1 })
    .subtract({ days: 1 });
}

/** Waits for the warnings before a card's last day, and for the day after it. */
export function validityDeadlines({ face, warned, savedAt }: CardContext): Deadline[] {
  if (face === null) return [];
  const lastDay = lastDayOf(face);
  const policy = policyOn(lastDay);
  const warnings = policy.cardExpiryWarningDays.flatMap((daysBefore): Deadline[] => {
    const id = `warn/${daysBefore}`;
    const dueAt = at(lastDay.subtract({ days: daysBefore }), policy.reminderHour);
    if (warned.includes(id) || dueAt <= (savedAt ?? "")) return [];
    return [{ id, dueAt, event: { type: "warn", id }, clause: "A12.2" }];
  });
  const dueAt = startOfDayInTokyo(lastDay.add({ days: 1 }));
  return [...warnings, { id: "lapse", dueAt, event: { type: "lapse" }, clause: "A12.2" }];
}
