import type { Temporal } from "temporal-polyfill";
import type { Explained, MonthCount, NoticeDay } from "../calendar/derivation.ts";
import { underClause } from "../calendar/derivation.ts";
import {
  at,
  explainDaysBefore,
  explainEndOfPeriod,
  explainLastNoticeDay,
  startOfDayInTokyo,
} from "../calendar.ts";

import type { Policy } from "./policy.ts";

type Day = Temporal.PlainDate;

export const parameters = { termMonths: 12, noticeMonths: 2 } as const;

/** A term of use (利用期間): first and last day, the latter with its derivation. */
export interface Term {
  start: Day;
  end: Day;
  derivation: MonthCount;
}

/** The term of one year that begins on a day (A10.1). */
export function termFrom(start: Day): Term {
  const end = underClause("A10.1", explainEndOfPeriod(start, parameters.termMonths));
  return { start, end: end.day, derivation: end.derivation };
}

/** The term after one that ends on `end`: from the next day, one year (A10.2, 自動更新). */
export function termAfter(end: Day): Term {
  const next = termFrom(end.add({ days: 1 }));
  return { ...next, derivation: { ...next.derivation, clause: "A10.2" } };
}

/** The last day on which the customer can decline the renewal of a term that ends on `end` (A10.2). */
export function renewalNoticeDay(end: Day): Explained<NoticeDay> {
  return underClause("A10.2", explainLastNoticeDay(end, parameters.noticeMonths, "customer"));
}

/** The instant at which the renewal of a term that ends on `end` is fixed: 24:00 in Tokyo of the notice day. */
export function renewalFixedAt(end: Day): string {
  return startOfDayInTokyo(renewalNoticeDay(end).day.add({ days: 1 }));
}

/** A reminder before the notice day: to whom, how many days before, and when. */
export interface RenewalReminder extends Explained {
  to: "customer" | "finance";
  daysBefore: number;
  at: string;
}

/** The reminders before the notice day of a term that ends on `end`, earliest first (A10.2, policy). */
export function renewalReminders(
  end: Day,
  policy: Pick<Policy, "renewalReminderDays" | "renewalFinanceReminderDays" | "reminderHour">,
): RenewalReminder[] {
  const noticeDay = renewalNoticeDay(end).day;
  const plan = [
    ...policy.renewalReminderDays.map((days) => ({ to: "customer", daysBefore: days }) as const),
    { to: "finance", daysBefore: policy.renewalFinanceReminderDays } as const,
  ];
  return plan
    .toSorted((one, other) => other.daysBefore - one.daysBefore)
    .map(({ to, daysBefore }) => {
      const found = underClause("A10.2", explainDaysBefore(noticeDay, daysBefore));
      return { ...found, to, daysBefore, at: at(found.day, policy.reminderHour) };
    });
}
