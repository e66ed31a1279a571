import { share, yen, type Yen } from "../money.ts";
import type { TaxByRate } from "./tax.ts";

/**
 * The tax in yen that a credit note (適格返還請求書) gives back on one rate of an invoice. It is worked out on all that
 * has been credited so far and is what that adds, so that credits in any number of steps give back the invoice's
 * tax to the yen once everything is credited, and never more.
 *
 * @param invoiced what the invoice has for the rate
 * @param before yen without tax that were credited of it so far
 * @param net yen without tax that are credited now
 * @throws RangeError where more would be credited than was invoiced
 */
export function creditTax(invoiced: TaxByRate, before: Yen, net: Yen): Yen {
  const { ratePercent, taxable, tax } = invoiced;
  if (before + net > taxable) throw new RangeError(`Only ${taxable} yen were invoiced at the rate`);
  const upTo = (sum: Yen) => (sum === taxable ? tax : share(sum, ratePercent, 100));
  return yen(upTo(before + net) - upTo(before));
}
