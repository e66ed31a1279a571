import type { UnsettledInvoice } from "#db/queries/unsettled-invoices.ts";
import { dayOf, explainMonthsAfter } from "#machines/calendar.ts";
import {
  chain,
  underClause,
  type Derivation,
  type Explained,
} from "#machines/calendar/derivation.ts";
import { comingTerms, type ComingTerm } from "#machines/contract/coming-terms.ts";
import { earliestEnd, type ContractContext } from "#machines/contract/context.ts";
import { termOn } from "#machines/contract/notice.ts";
import { invoiceDueDay } from "#machines/terms/a12-fees.ts";
import {
  cancellationEnd,
  dueDayOfDebt,
  unpaidFeesDueDay,
} from "#machines/terms/a17-cancellation.ts";
import { policyOn } from "#machines/terms/policy.ts";
import type { CancellationWish } from "./cancellation-wish.ts";

/** What giving notice today would lead to. */
export interface CancellationPreview {
  wish: CancellationWish;
  /** A10.2: the term is not renewed. A17.1: the contract ends two months after the notice. */
  basis: "A10.2" | "A17.1";
  endDay: string;
  derivation: Derivation;
  /** Whether the contract ends by this notice, and not sooner by one that was given before. */
  isEarlier: boolean;
  /** Terms whose whole fee is still to come, because they begin before the end. */
  comingTerms: (ComingTerm & { dueDerivation: Derivation })[];
  /** Open invoices, each with the day on which it falls due after the notice. */
  openInvoices: (UnsettledInvoice & { dueDerivation: Derivation })[];
  /** Everything owed in yen: open invoices and the fees of coming terms. */
  owed: number;
  /** The day on which the last of it falls due; null where nothing is owed. */
  owedBy: string | null;
  /** Whether an open invoice is overdue, so that delay damages (A14.3) come on top. */
  overdue: boolean;
  /** The day on which whatever is unpaid falls due in one sum (A17.2). */
  unpaidDueDay: string;
  unpaidDerivation: Derivation;
  /** Until when lent devices go back (A8.1); null where the contract lends none. */
  deviceReturn: { day: string; derivation: Derivation } | null;
}

const asWish = (wish: CancellationWish) =>
  wish === "term" ? null : wish === "earliest" ? "earliest" : dayOf(wish);

/** How the due day of a debt is found once the contract ends: the earlier one holds (A17.2). */
function explainDebt(unpaid: Explained, due: string, byInvoice: Explained | null): Derivation {
  const debt = { invoice: dayOf(due), acceleration: null, contractEnd: unpaid.day };
  const steps = byInvoice ? [byInvoice, unpaid] : [unpaid];
  const [first = unpaid, ...others] = steps;
  return chain("A17.2", first, ...others, dueDayOfDebt(debt)).derivation;
}

/** The due day of a term's fee by its invoice alone (A12.2). */
function dueByInvoice(termStart: string): Explained {
  const start = dayOf(termStart);
  const days = { termStart: start, issuedOn: start, deliveredOn: null };
  return invoiceDueDay(days, policyOn(start).dueDateRule);
}

/**
 * What a customer's notice leads to if it is given today (A10.2, A17, 解約の申出): when the contract
 * ends, by which clause, what is owed and when. Pure.
 *
 * @param today ISO day in Tokyo on which the notice would be given
 * @param openInvoices what is unpaid now
 */
export function previewNotice(
  context: ContractContext,
  today: string,
  wish: CancellationWish,
  openInvoices: readonly UnsettledInvoice[],
): CancellationPreview {
  const noticeOn = dayOf(today);
  const termEnd = termOn(context, noticeOn)?.end ?? null;
  const end = cancellationEnd({ by: "customer", noticeOn, termEnd, wish: asWish(wish) });
  const endDay = end.day.toString();
  const pending = earliestEnd(context);
  const unpaid = unpaidFeesDueDay(end.day, policyOn(end.day).dueDateRule);
  const terms = comingTerms(context, endDay, unpaid.day).map((term) => {
    const invoice = dueByInvoice(term.start);
    return { ...term, dueDerivation: explainDebt(unpaid, invoice.day.toString(), invoice) };
  });
  const invoices = openInvoices.map((invoice) => {
    const dueDerivation = explainDebt(unpaid, invoice.dueDay, null);
    return { ...invoice, dueDay: dueDerivation.result, dueDerivation };
  });
  const back = underClause("A8.1", explainMonthsAfter(end.day, 1));
  const debts = [
    ...invoices.map(({ owed, dueDay }) => ({ amount: owed, dueDay })),
    ...terms.map(({ fee, dueDay }) => ({ amount: fee, dueDay })),
  ];
  const lends = context.options.some(({ kind }) => kind === "device");
  return {
    wish,
    basis: end.basis,
    endDay,
    derivation: end.derivation,
    isEarlier: pending === null || endDay < pending.endDay,
    comingTerms: terms,
    openInvoices: invoices,
    owed: debts.reduce((sum, { amount }) => sum + amount, 0),
    owedBy:
      debts
        .map(({ dueDay }) => dueDay)
        .toSorted()
        .at(-1) ?? null,
    overdue: openInvoices.some(({ dueDay }) => dueDay < today),
    unpaidDueDay: unpaid.day.toString(),
    unpaidDerivation: unpaid.derivation,
    deviceReturn: lends ? { day: back.day.toString(), derivation: back.derivation } : null,
  };
}
