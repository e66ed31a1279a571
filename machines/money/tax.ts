import type { Temporal } from "temporal-polyfill";
import { share, yen, type Yen } from "../money.ts";
import { inForceOn, type Dated } from "./dated.ts";

/** Whether a supply is taxed at the standard or at the reduced rate (軽減税率). */
export type TaxCategory = "standard" | "reduced";

/** Consumption tax rates with local tax (消費税等), in percent, from a first day of supply. */
export interface TaxRates extends Dated {
  standard: number;
  /** Null where there is no reduced rate. */
  reduced: number | null;
}

/** The rates by law. A change of the law is one more entry. */
export const taxRates: readonly TaxRates[] = [
  { from: "1997-04-01", standard: 5, reduced: null },
  { from: "2014-04-01", standard: 8, reduced: null },
  { from: "2019-10-01", standard: 10, reduced: 8 },
];

/**
 * The consumption tax rate in percent on the day of supply (A14.3).
 * Throws RangeError before the table begins and where there is no reduced rate.
 */
export function taxRateOn(
  supply: Temporal.PlainDate,
  category: TaxCategory = "standard",
  table: readonly TaxRates[] = taxRates,
): number {
  const rate = inForceOn(table, supply)[category];
  if (rate === null) throw new RangeError(`There is no reduced rate on ${supply.toString()}`);
  return rate;
}

/** What one rate takes part with in an invoice: net amount before tax. A discount is negative. */
export interface TaxableLine {
  amount: number;
  /** 0 for what is outside the tax, such as delay damages. */
  ratePercent: number;
}

/** Sum and tax of one rate, in yen. */
export interface TaxByRate {
  ratePercent: number;
  taxable: Yen;
  tax: Yen;
}

/**
 * Sum and consumption tax of an invoice, once for each rate and rounded down, highest rate first
 * (qualified invoice, 適格請求書: never by line). Amounts in yen before tax.
 * Throws RangeError where an amount is not whole or the lines of a rate sum up to less than 0.
 */
export function taxByRate(lines: readonly TaxableLine[]): TaxByRate[] {
  const sums = new Map<number, number>();
  for (const { amount, ratePercent } of lines) {
    const sum = (sums.get(yen(ratePercent)) ?? 0) + amount;
    if (!Number.isSafeInteger(amount) || !Number.isSafeInteger(sum)) {
      throw new RangeError(`Not an amount in yen: ${amount}`);
    }
    sums.set(ratePercent, sum);
  }
  return [...sums]
    .toSorted(([one], [other]) => other - one)
    .map(([ratePercent, sum]) => {
      const taxable = yen(sum);
      return { ratePercent, taxable, tax: share(taxable, ratePercent, 100) };
    });
}
