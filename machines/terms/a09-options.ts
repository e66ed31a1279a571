import { Temporal } from "temporal-polyfill";
import { endOfPeriod } from "../calendar.ts";
import { share, type Yen } from "../money.ts";
import { parameters as term } from "./a10-term.ts";
import type { Policy } from "./policy.ts";

type Day = Temporal.PlainDate;

/**
 * The first fee in yen of an option that was added during a term (A9.1, 追加申込み): by the months of the
 * term that are not over on its first day, the one in which it starts counted whole (policy), or left out
 * where the policy says so. A month of the term begins on the term's own day of the month.
 *
 * @param annualPrice yen without tax
 */
export function firstOptionFee(
  annualPrice: Yen,
  startDay: Day,
  running: { start: Day; end: Day },
  { optionStartMonthCountsWhole: whole }: Pick<Policy, "optionStartMonthCountsWhole">,
): { amount: Yen; months: number } {
  let begun = 1;
  while (
    begun < term.termMonths &&
    Temporal.PlainDate.compare(endOfPeriod(running.start, begun), startDay) < 0
  ) {
    begun += 1;
  }
  let last = term.termMonths;
  // A term that was cut short has fewer months; the one in which it ends counts, too.
  while (
    last > begun &&
    Temporal.PlainDate.compare(endOfPeriod(running.start, last - 1), running.end) >= 0
  ) {
    last -= 1;
  }
  const months = last - begun + (whole ? 1 : 0);
  return { amount: share(annualPrice, months, term.termMonths), months };
}
