import { isoDay } from "#machines/engine/fields.ts";

/** A day as an address gives it, or another one where it gives none. Days are ISO. */
export function askedDay(text: string | null, otherwise: string): string {
  const { data } = isoDay.safeParse(text);
  return data ?? otherwise;
}

/** The first day of the month of an ISO day. */
export const firstOfMonth = (day: string): string => `${day.slice(0, 8)}01`;

/** A period that an address asks for: from the first of the month of its last day unless it says more. */
export function askedPeriod(
  asked: { from: string | null; to: string | null },
  today: string,
): { firstDay: string; lastDay: string } {
  const lastDay = askedDay(asked.to, today);
  const firstDay = askedDay(asked.from, firstOfMonth(lastDay));
  return firstDay <= lastDay ? { firstDay, lastDay } : { firstDay: lastDay, lastDay: firstDay };
}
