import type { AmountReason, OpenInvoice, Proposal } from "./proposal.ts";

/** What an amount says of a customer's open invoices, and what it would pay. */
type Evidence = Pick<Proposal, "allocations" | "credit"> & { reason: AmountReason };

/** With more open invoices than this, only those that are due first are tried together. */
const mostCombined = 10;

const sumOf = (invoices: readonly OpenInvoice[]) =>
  invoices.reduce((sum, { owed }) => sum + owed, 0);

/** Pays invoices in their order; the last of them bears what the bank kept. */
function paid(amount: number, invoices: readonly OpenInvoice[], fee = 0): Omit<Evidence, "reason"> {
  let rest = amount;
  const allocations = invoices.flatMap(({ invoiceId, number, owed }, place) => {
    const isLast = place === invoices.length - 1;
    const part = Math.min(rest, isLast ? owed - fee : owed);
    rest -= part;
    return part > 0 ? [{ invoiceId, number, amount: part, fee: isLast ? fee : 0 }] : [];
  });
  return { allocations, credit: rest };
}

/** The invoices that come to an amount together: the fewest, and of those the ones due first. */
function combination(amount: number, open: readonly OpenInvoice[]): OpenInvoice[] | null {
  if (open.length > mostCombined) {
    for (let count = 2; count < open.length; count += 1) {
      const first = open.slice(0, count);
      const sum = sumOf(first);
      if (sum === amount) return first;
      if (sum > amount) return null;
    }
    return null;
  }
  let best: OpenInvoice[] | null = null;
  for (let choice = 1; choice < 2 ** open.length; choice += 1) {
    const chosen = open.filter((_, place) => (choice >> place) & 1);
    if (sumOf(chosen) !== amount || chosen.length < 2) continue;
    if (!best || chosen.length < best.length) best = chosen;
  }
  return best;
}

/** The invoices that an amount pays exactly, with what kind of sum that is. */
function exactly(
  amount: number,
  open: readonly OpenInvoice[],
  referenced: readonly OpenInvoice[],
): { reason: AmountReason; invoices: readonly OpenInvoice[] } | null {
  if (referenced.length > 0 && sumOf(referenced) === amount) {
    return { reason: "exactAmount", invoices: referenced };
  }
  const one = open.find(({ owed }) => owed === amount);
  if (one) return { reason: "exactAmount", invoices: [one] };
  if (sumOf(open) === amount) return { reason: "allOpen", invoices: open };
  const several = sumOf(open) > amount ? combination(amount, open) : null;
  return several && { reason: "severalInvoices", invoices: several };
}

/**
 * What an amount in yen pays of a customer's open invoices: one or several of them exactly, the same less
 * a usual bank fee (振込手数料), else as far as it goes, oldest due day first, the rest as credit.
 *
 * @param open not empty, oldest due day first
 * @param referenced those of them that the payer named
 */
export function evidenceOf(
  amount: number,
  open: readonly OpenInvoice[],
  referenced: readonly OpenInvoice[],
  fees: readonly number[],
): Evidence {
  const exact = exactly(amount, open, referenced);
  if (exact) return { reason: exact.reason, ...paid(amount, exact.invoices) };
  for (const fee of fees) {
    const less = exactly(amount + fee, open, referenced);
    const last = less?.invoices.at(-1);
    if (less && last && last.owed > fee) {
      return { reason: "feeDifference", ...paid(amount, less.invoices, fee) };
    }
  }
  const first = [...referenced, ...open.filter((invoice) => !referenced.includes(invoice))];
  return { reason: amount > sumOf(open) ? "moreThanOwed" : "partOf", ...paid(amount, first) };
}
