import type { Temporal } from "temporal-polyfill";
import { inForceOn, type Dated } from "./dated.ts";

/** The statutory rate of interest (法定利率), in thousandths a year, from a first day. */
export interface StatutoryRate extends Dated {
  perMille: number;
}

/** Civil Code 404 in its wording of the day; reviewed every three years. */
export const statutoryRates: readonly StatutoryRate[] = [
  { from: "1898-07-16", perMille: 50 },
  { from: "2020-04-01", perMille: 30 },
];

/**
 * The statutory rate in thousandths a year for a delay that begins on a day; it stays for the whole
 * delay (Civil Code 419.1). Throws RangeError before the table begins.
 */
export function statutoryRateOn(
  firstDayOfDelay: Temporal.PlainDate,
  table: readonly StatutoryRate[] = statutoryRates,
): number {
  return inForceOn(table, firstDayOfDelay).perMille;
}
