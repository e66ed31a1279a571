import type { Temporal } from "temporal-polyfill";
import type { IsoDay } from "../calendar/derivation.ts";
import { share, sumYen, type Yen } from "../money.ts";

/** An amount owed from a due day on, and the day up to which it stays unpaid (its day of payment). */
export interface Delay {
  principal: Yen;
  dueDay: Temporal.PlainDate;
  paidOn: Temporal.PlainDate;
  /** Rate a year in thousandths: 146 is 14.6 %. */
  perMille: number;
}

/** How an amount of delay damages was found; null days where nothing is late. */
export interface DamagesDerivation {
  rule: "delayDamages";
  principal: Yen;
  firstDay: IsoDay | null;
  lastDay: IsoDay | null;
  days: number;
  perMille: number;
  result: Yen;
}

/** Days of delay: from the day after the due day to the day of payment, both counted; 0 where paid in time. */
export function delayDays(dueDay: Temporal.PlainDate, paidOn: Temporal.PlainDate): number {
  return Math.max(0, dueDay.until(paidOn, { largestUnit: "day" }).days);
}

/**
 * Delay damages (遅延損害金) in yen: principal × rate × days ÷ 365, rounded down, leap years alike (A14.3).
 * Throws RangeError where the principal is no amount in yen.
 */
export function delayDamages({ principal, dueDay, paidOn, perMille }: Delay): Yen {
  return share(principal, perMille * delayDays(dueDay, paidOn), 365_000);
}

/** `delayDamages` with the days and the rate that gave it. */
export function explainDelayDamages(delay: Delay): { amount: Yen; derivation: DamagesDerivation } {
  const days = delayDays(delay.dueDay, delay.paidOn);
  const amount = delayDamages(delay);
  return {
    amount,
    derivation: {
      rule: "delayDamages",
      principal: delay.principal,
      firstDay: days > 0 ? delay.dueDay.add({ days: 1 }).toString() : null,
      lastDay: days > 0 ? delay.paidOn.toString() : null,
      days,
      perMille: delay.perMille,
      result: amount,
    },
  };
}

/** Delay damages in yen of a principal paid in parts, each part rounded down by its own days (A14.3). */
export function delayDamagesByParts(
  parts: readonly Pick<Delay, "principal" | "paidOn">[],
  { dueDay, perMille }: Pick<Delay, "dueDay" | "perMille">,
): Yen {
  return sumYen(parts.map((part) => delayDamages({ ...part, dueDay, perMille })));
}
