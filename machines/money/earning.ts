import type { Temporal } from "temporal-polyfill";
import type { IsoDay } from "../calendar/derivation.ts";
import { dayOf, earlierOf, endOfPeriod } from "../calendar.ts";
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
 * up to the fee. Whole months earn alike, to a yen; a term that ends within a month earns by days. Days are
 * ISO. Throws RangeError where the end lies before the start.
 */
export function earningSchedule(fee: Yen, start: IsoDay, end: IsoDay): EarnedPart[] {
  const { months, whole } = monthsOfTerm(start, end);
  let earned = 0;
  return months.map(({ from, to, upTo }) => {
    const sum = share(fee, upTo, whole);
    const amount = yen(sum - earned);
    earned = sum;
    return { from, earnedOn: to, amount };
  });
}

function daysOf(first: Day, last: Day): number {
  return first.until(last, { largestUnit: "day" }).days + 1;
}

interface Months {
  /** `upTo` counts months or days, as the term is measured, up to the month's end. */
  months: { from: IsoDay; to: IsoDay; upTo: number }[];
  whole: number;
}

/** The months of terms met so far: an invoice asks for its own each time anything happens to it. */
const known = new Map<string, Months>();
const mostKnown = 2000;

function monthsOfTerm(start: IsoDay, end: IsoDay): Months {
  const key = `${start}/${end}`;
  const found = known.get(key);
  if (found) return found;
  const months = cutIntoMonths(dayOf(start), dayOf(end));
  if (known.size >= mostKnown) known.clear();
  known.set(key, months);
  return months;
}

function cutIntoMonths(start: Day, end: Day): Months {
  const months: { from: Day; to: Day }[] = [];
  let areFull = true;
  for (let from = start; from.toString() <= end.toString();) {
    const close = endOfPeriod(start, months.length + 1);
    const to = earlierOf(close, end);
    months.push({ from, to });
    areFull = to.equals(close);
    from = to.add({ days: 1 });
  }
  if (months.length === 0) {
    throw new RangeError(`The term ends on ${end.toString()}, before its start`);
  }
  return {
    months: months.map(({ from, to }, index) => ({
      ...{ from: from.toString(), to: to.toString() },
      upTo: areFull ? index + 1 : daysOf(start, to),
    })),
    whole: areFull ? months.length : daysOf(start, end),
  };
}
