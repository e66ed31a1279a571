import type { Temporal } from "temporal-polyfill";
import type { Clause } from "../terms/articles.ts";

/** A calendar day in Asia/Tokyo as ISO text, "2026-03-31". */
export type IsoDay = string;

interface Step {
  /** The clause for which the rule was applied, where one is known. */
  clause?: Clause;
  /** The day from which the rule starts. */
  from: IsoDay;
  result: IsoDay;
}

/** Counting of months (期間の計算): Civil Code 140 (first day) and 143 (calendar months). */
export interface MonthCount extends Step {
  rule: "endOfPeriod" | "monthsAfter";
  months: number;
  firstCountedDay: IsoDay;
  /** The day of the target month with the first day's number (応当日); null where it has none. */
  correspondingDay: IsoDay | null;
  /** True where the period ends with the month because there is no corresponding day. */
  monthEndRule: boolean;
}

/** Counting of days after an event, whose own day is not counted (初日不算入). */
export interface DayCount extends Step {
  rule: "daysAfter";
  days: number;
  firstCountedDay: IsoDay;
}

/** Counting back from a day, as for reminders. */
export interface DaysBefore extends Step {
  rule: "daysBefore";
  days: number;
}

/** The last day of a month (月末). */
export interface MonthEnd extends Step {
  rule: "endOfMonth";
  months: number;
}

/** The same day number some months earlier, clamped to the month's end. */
export interface MonthsBefore extends Step {
  rule: "monthsBefore";
  months: number;
  correspondingDay: IsoDay | null;
  monthEndRule: boolean;
}

/** The latest day whose notice period ends in time, proved by that day and the next. */
export interface LatestTimelyNotice extends Step {
  rule: "latestTimelyNotice";
  months: number;
  steps: [inTime: MonthCount, tooLate: MonthCount];
}

/** The notice day; `decidedBy` names the reading that gave the later day: (a) or (b). */
export interface NoticeDay extends Step {
  rule: "lastNoticeDay";
  whose: "customer" | "operator";
  months: number;
  decidedBy: "a" | "b";
  steps: [LatestTimelyNotice] | [LatestTimelyNotice, MonthsBefore];
}

/** Move of a payment day off days on which banks are closed. */
export interface BankingDayMove extends Step {
  rule: "nextBankingDay";
  closed: {
    day: IsoDay;
    reason: "saturday" | "sunday" | "holiday" | "yearEnd";
    holiday?: string;
  }[];
}

/** A choice among days of known origin; `decidedBy` is the label of the one that holds. */
export interface Choice extends Step {
  rule: "earliestOf" | "latestOf";
  candidates: { label: string; day: IsoDay }[];
  decidedBy: string;
}

/** Several rules one after the other; the result is that of the last. */
export interface Chain extends Step {
  rule: "chain";
  steps: Derivation[];
}

/** How a day was found, as plain data that can be stored and put into words. */
export type Derivation =
  | MonthCount
  | DayCount
  | DaysBefore
  | MonthEnd
  | MonthsBefore
  | LatestTimelyNotice
  | NoticeDay
  | BankingDayMove
  | Choice
  | Chain;

/** A day with the way in which it was found. */
export interface Explained<D extends Derivation = Derivation> {
  day: Temporal.PlainDate;
  derivation: D;
}

/** The same explained day, its derivation marked with the clause that asked for it. */
export function underClause<D extends Derivation>(
  clause: Clause,
  explained: Explained<D>,
): Explained<D> {
  return { day: explained.day, derivation: { ...explained.derivation, clause } };
}

/** Joins explained days that were found one from the other into one; the last one's day is the day. */
export function chain(clause: Clause, first: Explained, ...then: Explained[]): Explained<Chain> {
  const all = [first, ...then];
  const last = all[all.length - 1] ?? first;
  return {
    day: last.day,
    derivation: {
      rule: "chain",
      clause,
      from: first.derivation.from,
      result: last.day.toString(),
      steps: all.map((one) => one.derivation),
    },
  };
}
