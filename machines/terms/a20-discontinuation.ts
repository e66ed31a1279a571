import { Temporal } from "temporal-polyfill";
import {
  earlierOf,
  explainDaysBefore,
  explainEndOfPeriod,
  explainLastNoticeDay,
} from "../calendar.ts";
import {
  underClause,
  type DaysBefore,
  type Explained,
  type NoticeDay,
} from "../calendar/derivation.ts";
import { share, type Yen } from "../money.ts";
import { parameters as term } from "./a10-term.ts";

type Day = Temporal.PlainDate;

export const parameters = { announcementMonths: 6 } as const;

/** The last day to announce that a menu is discontinued: D is the first day without it (A20.2, 廃止の予告). */
export function lastDiscontinuationNotice(firstDayWithout: Day): Explained<NoticeDay> {
  const found = explainLastNoticeDay(firstDayWithout, parameters.announcementMonths, "operator");
  return underClause("A20.2", found);
}

/** The last day of a menu whose first day without it is given: the day before (A20.1). */
export function lastServiceDay(firstDayWithout: Day): Explained<DaysBefore> {
  return underClause("A20.1", explainDaysBefore(firstDayWithout, 1));
}

/** The last day of a term that begins on a day and may be cut off by the last day of a discontinued menu. */
export function cappedTermEnd(start: Day, lastDay: Day | null): { end: Day; isCapped: boolean } {
  const full = explainEndOfPeriod(start, term.termMonths).day;
  if (!lastDay || Temporal.PlainDate.compare(lastDay, start) < 0) {
    return { end: full, isCapped: false };
  }
  const end = earlierOf(full, lastDay);
  return { end, isCapped: !end.equals(full) };
}

/**
 * The fee in yen of a part of a year, by days: the annual price's share of the days from `start` to
 * `end`, both counted, of those of the full term from `start`; rounded down (A20, policy).
 */
export function feeByDays(annualPrice: Yen, start: Day, end: Day): Yen {
  const full = explainEndOfPeriod(start, term.termMonths).day;
  const daysTo = (last: Day) => start.until(last).days + 1;
  return share(annualPrice, Math.min(daysTo(end), daysTo(full)), daysTo(full));
}
