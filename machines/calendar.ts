import { Temporal } from "temporal-polyfill";
import type {
  DayCount,
  DaysBefore,
  Explained,
  IsoDay,
  LatestTimelyNotice,
  MonthCount,
  MonthEnd,
  MonthsBefore,
  NoticeDay,
} from "./calendar/derivation.ts";

type Day = Temporal.PlainDate;
/** Whose duty a notice is: that decides how an unclear last day is read. */
export type NoticeDuty = "customer" | "operator";

const TOKYO = "Asia/Tokyo";

/** Days that were read before; they are immutable, and the same ones come again and again. */
const daysRead = new Map<IsoDay, Day>();
const mostDaysRead = 4096;

/** Reads a day "YYYY-MM-DD". Throws RangeError for any other text and for days that do not exist. */
export function dayOf(iso: IsoDay): Day {
  const known = daysRead.get(iso);
  if (known) return known;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) throw new RangeError(`Not a day: ${iso}`);
  const day = Temporal.PlainDate.from(iso, { overflow: "reject" });
  if (daysRead.size === mostDaysRead) daysRead.clear();
  daysRead.set(iso, day);
  return day;
}

/**
 * The last day of a period of `months` whose first counted day is `start` (Civil Code 143.2).
 * Throws RangeError unless months is a whole number from 1.
 */
export function endOfPeriod(start: Day, months: number): Day {
  return closePeriod(start, months).day;
}

/** `endOfPeriod` with its derivation. */
export function explainEndOfPeriod(start: Day, months: number): Explained<MonthCount> {
  return explainCount("endOfPeriod", start, start, months);
}

/**
 * The end of a period of `months` that begins with an event on `day`, that day not counted
 * (Civil Code 140). Throws RangeError unless months is a whole number from 1.
 */
export function monthsAfter(day: Day, months: number): Day {
  return endOfPeriod(day.add({ days: 1 }), months);
}

/** `monthsAfter` with its derivation. */
export function explainMonthsAfter(day: Day, months: number): Explained<MonthCount> {
  return explainCount("monthsAfter", day, day.add({ days: 1 }), months);
}

/**
 * The latest day on which a notice is in time.
 * Customer: before the end day `target`, the later of (a) the latest day whose period of `months`
 * ends by `target` and (b) `target` less `months`, clamped to the month's end.
 * Operator: before `target`, the day on which something takes effect, the latest day whose period
 * ends earlier than `target`. Throws RangeError unless months is a whole number from 1.
 */
export function lastNoticeDay(target: Day, months: number, whose: NoticeDuty): Day {
  const latest = latestTimelyDay(lastDayBeforeEffect(target, whose), months);
  if (whose === "operator") return latest;
  return laterOf(latest, target.subtract({ months }));
}

/** `lastNoticeDay` with its derivation, which says which of (a) and (b) gave the day. */
export function explainLastNoticeDay(
  target: Day,
  months: number,
  whose: NoticeDuty,
): Explained<NoticeDay> {
  const a = explainLatestTimelyNotice(target, months, whose);
  const base = { rule: "lastNoticeDay", whose, months, from: target.toString() } as const;
  if (whose === "operator") {
    const result = a.day.toString();
    return { day: a.day, derivation: { ...base, decidedBy: "a", result, steps: [a.derivation] } };
  }
  const b = explainMonthsBefore(target, months);
  const decidedBy = Temporal.PlainDate.compare(a.day, b.day) >= 0 ? "a" : "b";
  const day = decidedBy === "a" ? a.day : b.day;
  const steps: NoticeDay["steps"] = [a.derivation, b.derivation];
  return { day, derivation: { ...base, decidedBy, result: day.toString(), steps } };
}

/**
 * The latest day from which a period of `months` still ends by `end`, that day not counted (Civil Code
 * 140), with its derivation: the last day to give notice where the end was chosen freely (A17.1).
 * Throws RangeError unless months is a whole number from 1.
 */
export function explainLatestNoticeFor(end: Day, months: number): Explained<LatestTimelyNotice> {
  return explainLatestTimelyNotice(end, months, "customer");
}

/** The day `days` after an event on `day`, that day not counted. RangeError unless a whole number from 0. */
export function daysAfter(day: Day, days: number): Day {
  requireCount(days, 0);
  return day.add({ days });
}

/** `daysAfter` with its derivation. */
export function explainDaysAfter(day: Day, days: number): Explained<DayCount> {
  const end = daysAfter(day, days);
  return {
    day: end,
    derivation: {
      rule: "daysAfter",
      from: day.toString(),
      days,
      firstCountedDay: day.add({ days: 1 }).toString(),
      result: end.toString(),
    },
  };
}

/** The day `days` before `day`, with its derivation. RangeError unless a whole number from 0. */
export function explainDaysBefore(day: Day, days: number): Explained<DaysBefore> {
  requireCount(days, 0);
  const before = day.subtract({ days });
  return {
    day: before,
    derivation: { rule: "daysBefore", from: day.toString(), days, result: before.toString() },
  };
}

/** The last day of the month that is `plus` months after that of `day`. RangeError unless a whole number from 0. */
export function endOfMonth(day: Day, plus: number): Day {
  requireCount(plus, 0);
  const first = day.with({ day: 1 }).add({ months: plus });
  return first.with({ day: first.daysInMonth });
}

/** `endOfMonth` with its derivation. */
export function explainEndOfMonth(day: Day, plus: number): Explained<MonthEnd> {
  const end = endOfMonth(day, plus);
  return {
    day: end,
    derivation: { rule: "endOfMonth", from: day.toString(), months: plus, result: end.toString() },
  };
}

/** The day in Tokyo of an instant (ISO text with offset). A day runs up to, not including, its 24:00. */
export function tokyoDay(instant: string): Day {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(TOKYO).toPlainDate();
}

/**
 * Since summer time was given up in 1951 Tokyo is nine hours ahead, all year. Reckoning with that is a
 * tenth of the work of asking the time zone's table, which a command would do many times.
 */
const hoursAhead = 9;
const aheadSince = { year: 1952, moment: Date.UTC(1952, 0, 1) };

/** `tokyoDay` as ISO text. */
export function tokyoDayText(instant: string): string {
  const moment = Date.parse(instant);
  const isPlain = instant.endsWith("Z") && moment >= aheadSince.moment;
  if (!isPlain) return tokyoDay(instant).toString();
  return new Date(moment + hoursAhead * 3_600_000).toISOString().slice(0, 10);
}

/** The instant, as ISO UTC text with milliseconds, at which `day` begins in Tokyo (00:00). */
export function startOfDayInTokyo(day: Day): string {
  return at(day, 0);
}

/** The instant, as ISO UTC text with milliseconds, of a full hour (0 to 23) of `day` in Tokyo. */
export function at(day: Day, hour: number): string {
  if (!Number.isInteger(hour) || hour < 0 || hour > 23)
    throw new RangeError(`Not an hour: ${hour}`);
  if (day.year >= aheadSince.year) {
    return new Date(Date.UTC(day.year, day.month - 1, day.day, hour - hoursAhead)).toISOString();
  }
  const moment = day.toZonedDateTime({ timeZone: TOKYO, plainTime: { hour } });
  // Milliseconds keep these texts in one order with those of Date.toISOString.
  return moment.toInstant().toString({ fractionalSecondDigits: 3 });
}

/** The earlier of two days. */
export function earlierOf(one: Day, other: Day): Day {
  return Temporal.PlainDate.compare(one, other) <= 0 ? one : other;
}

/** The later of two days. */
export function laterOf(one: Day, other: Day): Day {
  return Temporal.PlainDate.compare(one, other) >= 0 ? one : other;
}

function closePeriod(start: Day, months: number): { day: Day; corresponding: Day | null } {
  requireCount(months, 1);
  const clamped = start.add({ months });
  if (clamped.day !== start.day) return { day: clamped, corresponding: null };
  return { day: clamped.subtract({ days: 1 }), corresponding: clamped };
}

function explainCount(
  rule: MonthCount["rule"],
  from: Day,
  firstCounted: Day,
  months: number,
): Explained<MonthCount> {
  const { day, corresponding } = closePeriod(firstCounted, months);
  return {
    day,
    derivation: {
      rule,
      from: from.toString(),
      months,
      firstCountedDay: firstCounted.toString(),
      correspondingDay: corresponding?.toString() ?? null,
      monthEndRule: corresponding === null,
      result: day.toString(),
    },
  };
}

function lastDayBeforeEffect(target: Day, whose: NoticeDuty): Day {
  return whose === "customer" ? target : target.subtract({ days: 1 });
}

function latestTimelyDay(limit: Day, months: number): Day {
  requireCount(months, 1);
  // Ends never move back as the event moves on, and four days later is always too late.
  let day = limit.subtract({ months }).add({ days: 4 });
  while (Temporal.PlainDate.compare(monthsAfter(day, months), limit) > 0) {
    day = day.subtract({ days: 1 });
  }
  return day;
}

function explainLatestTimelyNotice(
  target: Day,
  months: number,
  whose: NoticeDuty,
): Explained<LatestTimelyNotice> {
  const day = latestTimelyDay(lastDayBeforeEffect(target, whose), months);
  return {
    day,
    derivation: {
      rule: "latestTimelyNotice",
      from: target.toString(),
      months,
      result: day.toString(),
      steps: [
        explainMonthsAfter(day, months).derivation,
        explainMonthsAfter(day.add({ days: 1 }), months).derivation,
      ],
    },
  };
}

function explainMonthsBefore(target: Day, months: number): Explained<MonthsBefore> {
  const day = target.subtract({ months });
  const monthEndRule = day.day !== target.day;
  return {
    day,
    derivation: {
      rule: "monthsBefore",
      from: target.toString(),
      months,
      correspondingDay: monthEndRule ? null : day.toString(),
      monthEndRule,
      result: day.toString(),
    },
  };
}

function requireCount(count: number, least: number): void {
  if (!Number.isInteger(count) || count < least) {
    throw new RangeError(`Expected a whole number from ${least}, got ${count}`);
  }
}
