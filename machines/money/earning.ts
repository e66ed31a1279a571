import { Temporal } from "temporal-polyfill";
import type { IsoDay } from "../calendar/derivation.ts";
import { earlierOf, endOfPeriod } from "../calendar.ts";
import { share, yen, type Yen } from "../money.ts";

type Day = Temporal.PlainDate;

/** One month of a term and the part of the fee that is earned on its last day, in yen. */
export interface EarnedPart {
  from: IsoDay;
  earnedOn: IsoDay;
  amount: Yen;
}

/**
 * How the fee of a term is earned month by month, counted from the term's first day (繰延収益); the parts sum
 * up to the fee. Whole months earn alike, to a yen; a term that ends within a month earns by days.
 * Throws RangeError where the end lies before the start.
 */
export function earningSchedule(fee: Yen, start: Day, end: Day): EarnedPart[] {
  const months = monthsOfTerm(start, end);
  const last = months[months.length - 1];
  if (!last) throw new RangeError(`The term ends on ${end.toString()}, before its start`);
  const wholeMonths = last.full;
  const whole = wholeMonths ? months.length : daysOf(start, end);
  let earned = 0;
  return months.map(({ from, to }, index) => {
    const upTo = share(fee, wholeMonths ? index + 1 : daysOf(start, to), whole);
    const amount = yen(upTo - earned);
    earned = upTo;
    return { from: from.toString(), earnedOn: to.toString(), amount };
  });
}

/** The fee in yen for the first `days` of a term of `ofDays`, rounded down (A20: terms cut short). */
export function feeByDays(fee: Yen, days: number, ofDays: number): Yen {
  if (days > ofDays) throw new RangeError(`A term of ${ofDays} days has no ${days} days`);
  return share(fee, days, ofDays);
}

/** An annual fee in yen charged for some of its 12 months, rounded down (first term of an option). */
export function feeByMonths(annualFee: Yen, months: number): Yen {
  if (months > 12) throw new RangeError(`A year has no ${months} months`);
  return share(annualFee, months, 12);
}

/**
 * The part of a term's fee in yen for the days after an early end (A17.2, refund rule `unearned`).
 * The fraction of a yen goes to the customer. An end before the start leaves the whole fee.
 */
export function unearnedFee(fee: Yen, start: Day, end: Day, endedOn: Day): Yen {
  const used = Math.max(0, daysOf(start, earlierOf(endedOn, end)));
  return yen(fee - feeByDays(fee, used, daysOf(start, end)));
}

function daysOf(first: Day, last: Day): number {
  return first.until(last, { largestUnit: "day" }).days + 1;
}

function monthsOfTerm(start: Day, end: Day): { from: Day; to: Day; full: boolean }[] {
  const months: { from: Day; to: Day; full: boolean }[] = [];
  let from = start;
  while (Temporal.PlainDate.compare(from, end) <= 0) {
    const close = endOfPeriod(start, months.length + 1);
    const to = earlierOf(close, end);
    months.push({ from, to, full: to.equals(close) });
    from = to.add({ days: 1 });
  }
  return months;
}
