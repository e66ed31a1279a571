/** A line of an invoice in whole yen; less than nothing for a discount. */
export interface OracleLine {
  amount: number;
  ratePercent: number;
}

/** The rate of consumption tax in percent on a day (ISO), as a person reads it off the law. */
export function ratePercentOn(day: string): { standard: number; reduced: number | null } {
  if (day < "2014-04-01") return { standard: 5, reduced: null };
  if (day < "2019-10-01") return { standard: 8, reduced: null };
  return { standard: 10, reduced: 8 };
}

/**
 * The tax on an amount by putting it down in notes of 10,000 yen and coins of one yen. Each coin fills a cup
 * by as many hundredths as the rate says; a full cup is a yen of tax, and what stays in it is nobody's.
 */
function taxByCoins(amount: number, ratePercent: number): number {
  let left = amount;
  let tax = 0;
  while (left >= 10_000) {
    tax += 100 * ratePercent;
    left -= 10_000;
  }
  let cup = 0;
  while (left > 0) {
    cup += ratePercent;
    if (cup >= 100) {
      cup -= 100;
      tax += 1;
    }
    left -= 1;
  }
  return tax;
}

/** Sum and tax of each rate of an invoice, once for each rate, the highest rate first. */
export function taxOfInvoice(
  lines: readonly OracleLine[],
): { ratePercent: number; taxable: number; tax: number }[] {
  const found: { ratePercent: number; taxable: number; tax: number }[] = [];
  for (let ratePercent = 100; ratePercent >= 0; ratePercent -= 1) {
    const own = lines.filter((line) => line.ratePercent === ratePercent);
    if (own.length === 0) continue;
    let taxable = 0;
    for (const line of own) taxable += line.amount;
    found.push({ ratePercent, taxable, tax: taxByCoins(taxable, ratePercent) });
  }
  return found;
}
