import { taxOfInvoice } from "./tax.ts";

/**
 * The taxes of credit notes on one rate of an invoice, one after another, by laying the credited yen beside each
 * other: what the tax of all of them is, less what was given back before. The last yen brings whatever is left.
 */
export function taxesOfCredits(
  invoiced: { ratePercent: number; taxable: number; tax: number },
  nets: readonly number[],
): number[] {
  let laidDown = 0;
  let given = 0;
  return nets.map((net) => {
    laidDown += net;
    const [all] = taxOfInvoice([{ amount: laidDown, ratePercent: invoiced.ratePercent }]);
    const upTo = laidDown === invoiced.taxable ? invoiced.tax : (all?.tax ?? 0);
    const tax = upTo - given;
    given = upTo;
    return tax;
  });
}
