import type { Temporal } from "temporal-polyfill";
import { earlierOf } from "../calendar.ts";
import { share, type Yen } from "../money.ts";
import type { Clause } from "./articles.ts";

type Day = Temporal.PlainDate;

export const clause = "A17.2" satisfies Clause;

/** A fee in yen without tax and the days for which it was charged, both counted. */
export interface ChargedFee {
  from: Day;
  to: Day;
  amount: Yen;
}

/** What of a fee is for the days after an end, and how that was worked out. */
export interface Unearned {
  amount: Yen;
  derivation: { clause: Clause; days: number; usedDays: number; earned: Yen; result: Yen };
}

/**
 * The part of a fee for the days after `lastDay` (未経過分), for ends that the operator brings about or
 * answers for (A17.2, policy). The used part is rounded down, so that the odd yen is the customer's.
 */
export function unearnedOf({ from, to, amount }: ChargedFee, lastDay: Day): Unearned {
  const daysTo = (last: Day) => Math.max(0, from.until(last).days + 1);
  const [days, usedDays] = [daysTo(to), daysTo(earlierOf(to, lastDay))];
  const earned = share(amount, usedDays, days);
  const result = amount - earned;
  return { amount: result, derivation: { clause, days, usedDays, earned, result } };
}
