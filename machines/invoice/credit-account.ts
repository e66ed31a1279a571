import { sumYen } from "../money.ts";
import { creditTax } from "../money/credit.ts";
import type { TaxByRate } from "../money/tax.ts";

/** A credit note (適格返還請求書) that reduces an invoice. Amounts are yen, days ISO. */
export interface InvoiceCredit {
  creditNoteId: string;
  number: string;
  day: string;
  /** For days after an end (A17.2), or to correct the invoice. */
  cause: CreditCause;
  taxes: TaxByRate[];
  net: number;
  tax: number;
  total: number;
}

/** Why something is credited: the days after an end (A17.2), or a correction. */
export const creditCauses = ["unearned", "correction"] as const;

export type CreditCause = (typeof creditCauses)[number];

/** What an invoice's credits follow from. */
export interface Creditable {
  taxes: TaxByRate[];
  total: number;
  credits: InvoiceCredit[];
}

/** Yen with tax that have been credited. */
export const creditedOf = ({ credits }: Pick<Creditable, "credits">): number =>
  sumYen(credits.map(({ total }) => total));

/** Yen that an invoice asks for after what has been credited. */
export const payableOf = (invoice: Pick<Creditable, "total" | "credits">): number =>
  invoice.total - creditedOf(invoice);

const creditedAt = ({ credits }: Pick<Creditable, "credits">, ratePercent: number): number =>
  sumYen(
    credits.flatMap(({ taxes }) =>
      taxes.filter((one) => one.ratePercent === ratePercent).map(({ taxable }) => taxable),
    ),
  );

/** Yen without tax that may still be credited of each rate of an invoice, in the order of its rates. */
export const creditableRates = (invoice: Creditable): { ratePercent: number; net: number }[] =>
  invoice.taxes.map(({ ratePercent, taxable }) => {
    return { ratePercent, net: taxable - creditedAt(invoice, ratePercent) };
  });

/** What a credit comes to: sums and tax by rate, in yen. */
export type CreditAmounts = Pick<InvoiceCredit, "taxes" | "net" | "tax" | "total">;

/**
 * What crediting yen without tax of each rate comes to; null where that is nothing, or more than is left of the
 * invoice.
 */
export function creditAmounts(
  invoice: Creditable,
  wanted: readonly { ratePercent: number; net: number }[],
): CreditAmounts | null {
  const asked = new Map<number, number>();
  for (const { ratePercent, net } of wanted) {
    asked.set(ratePercent, (asked.get(ratePercent) ?? 0) + net);
  }
  const taxes: TaxByRate[] = [];
  for (const [ratePercent, net] of asked) {
    const own = invoice.taxes.find((one) => one.ratePercent === ratePercent);
    const before = creditedAt(invoice, ratePercent);
    if (!own || net < 0 || before + net > own.taxable) return null;
    if (net > 0) taxes.push({ ratePercent, taxable: net, tax: creditTax(own, before, net) });
  }
  const net = sumYen(taxes.map(({ taxable }) => taxable));
  const tax = sumYen(taxes.map((one) => one.tax));
  return net === 0 ? null : { taxes, net, tax, total: net + tax };
}

/** Spreads yen without tax over the rates of an invoice, the first one first, as far as something is left of them. */
export function spreadOverRates(
  invoice: Creditable,
  net: number,
): { ratePercent: number; net: number }[] {
  let left = net;
  return creditableRates(invoice).map(({ ratePercent, net: most }) => {
    const part = Math.min(left, most);
    left -= part;
    return { ratePercent, net: part };
  });
}
