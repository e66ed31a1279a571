import { z } from "zod";
import { Temporal } from "temporal-polyfill";
import { dayOf } from "../calendar.ts";

/** A calendar month, "2026-10", within the years for which the portal keeps books. */
export type Month = string;

/** A month as it comes with an address or a command. */
export const monthText = z.string().regex(/^20[2-9]\d-(0[1-9]|1[0-2])$/);

/** Whether a text names a month of the calendar. */
export const isMonth = (text: string): text is Month => monthText.safeParse(text).success;

/** The month in which an ISO day lies. */
export const monthOf = (day: string): Month => day.slice(0, 7);

/** The month `count` months after a month, before it where the count is negative. */
export function monthsOn(month: Month, count: number): Month {
  return Temporal.PlainYearMonth.from(month).add({ months: count }).toString();
}

/** First and last day of a month, ISO. */
export function daysOf(month: Month): { firstDay: string; lastDay: string } {
  const first = dayOf(`${month}-01`);
  return { firstDay: first.toString(), lastDay: first.with({ day: first.daysInMonth }).toString() };
}

/** Every month from one to another, both included; none where the first lies behind the last. */
export function monthsBetween(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = monthsOn(month, 1)) months.push(month);
  return months;
}
