import type { Temporal } from "temporal-polyfill";
import type { Explained, NoticeDay } from "../calendar/derivation.ts";
import { underClause } from "../calendar/derivation.ts";
import { explainLastNoticeDay, startOfDayInTokyo } from "../calendar.ts";

type Day = Temporal.PlainDate;

export const parameters = { announcementMonths: 1 } as const;

/**
 * The last day on which a change of the terms or of a specification (約款・仕様書の変更) that takes
 * effect on `effective` (変更予定日) can be announced in time (A3.2).
 */
export function lastAnnouncementDay(effective: Day): Explained<NoticeDay> {
  const { announcementMonths } = parameters;
  return underClause("A3.2", explainLastNoticeDay(effective, announcementMonths, "operator"));
}

/** Whether an announcement on `announced` gives customers the month that A3.2 asks for. */
export function isAnnouncedInTime(announced: Day, effective: Day): boolean {
  return announced.until(lastAnnouncementDay(effective).day).sign >= 0;
}

/** The instant from which a version binds (A3.1): 00:00 in Tokyo of its effective day. */
export function bindsFrom(effective: Day): string {
  return startOfDayInTokyo(effective);
}
