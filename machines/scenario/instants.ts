import { at, dayOf, tokyoDay } from "../calendar.ts";
import { isoDay } from "../engine/fields.ts";

const timeOfDay = /^T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/;

/** The hour in Tokyo of a command that names a day only. */
const usualHour = 12;

/** Whether a text is a day, or a day and a time, such as "2026-04-01" and "2026-04-01T23:59:59". */
export function isTokyoTime(text: string): boolean {
  const time = text.slice(10);
  return isoDay.safeParse(text.slice(0, 10)).success && (time === "" || timeOfDay.test(time));
}

/** The instant (ISO UTC) of a time in Tokyo; of a day without a time, 12:00. */
export function instantOf(text: string): string {
  const day = dayOf(text.slice(0, 10));
  if (text.length === 10) return at(day, usualHour);
  const [hours = 0, minutes = 0, seconds = 0] = text.slice(11).split(":").map(Number);
  const passed = (hours * 3600 + minutes * 60 + seconds) * 1000;
  return new Date(Date.parse(at(day, 0)) + passed).toISOString();
}

/** An instant as the time in Tokyo with its offset, such as "2026-04-01T00:00:00+09:00", and its day. */
export function inTokyo(instant: string): { at: string; day: string } {
  const local = new Date(Date.parse(instant) + 9 * 3_600_000).toISOString();
  return { at: `${local.slice(0, 19)}+09:00`, day: tokyoDay(instant).toString() };
}
