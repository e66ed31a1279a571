import type { Temporal } from "temporal-polyfill";
import type { BankingDayMove, Explained } from "./calendar/derivation.ts";
import { holidayOn } from "./holidays.ts";

type Day = Temporal.PlainDate;
type Closure = Omit<BankingDayMove["closed"][number], "day">;

/**
 * Why Japanese banks are closed on a day, or null where they are open: Saturday, Sunday, national
 * holiday, 31 December to 3 January (銀行の休日, Banking Act art. 15, its order art. 5).
 * Throws RangeError outside the years of `holidayYears`.
 */
export function bankClosure(day: Day): Closure | null {
  const holiday = holidayOn(day);
  if (holiday) return { reason: "holiday", holiday: holiday.ja };
  if ((day.month === 12 && day.day === 31) || (day.month === 1 && day.day <= 3)) {
    return { reason: "yearEnd" };
  }
  if (day.dayOfWeek === 6) return { reason: "saturday" };
  if (day.dayOfWeek === 7) return { reason: "sunday" };
  return null;
}

/** The day itself where banks are open, otherwise the first day after it on which they are (翌営業日). */
export function nextBankingDay(day: Day): Day {
  return explainNextBankingDay(day).day;
}

/** `nextBankingDay` with every closed day that it passed over and why. */
export function explainNextBankingDay(day: Day): Explained<BankingDayMove> {
  const closed: BankingDayMove["closed"] = [];
  let open = day;
  for (let closure = bankClosure(open); closure; closure = bankClosure(open)) {
    closed.push({ day: open.toString(), ...closure });
    open = open.add({ days: 1 });
  }
  return {
    day: open,
    derivation: {
      rule: "nextBankingDay",
      from: day.toString(),
      closed,
      result: open.toString(),
    },
  };
}

/** Whether no more than so many days on which banks are open lie from one day to the other, the later counted. */
export function isWithinBankingDays(one: Day, other: Day, most: number): boolean {
  const isOrdered = one.toString() <= other.toString();
  const [earlier, later] = isOrdered ? [one, other] : [other, one];
  let passed = 0;
  for (let day = earlier; !day.equals(later) && passed <= most;) {
    day = day.add({ days: 1 });
    if (!bankClosure(day)) passed += 1;
  }
  return passed <= most;
}
