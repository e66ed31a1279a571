import type { UnsettledInvoice } from "#db/queries/unsettled-invoices.ts";
import { dayOf, monthsAfter } from "#machines/calendar.ts";
import type { Derivation } from "#machines/calendar/derivation.ts";
import { comingTerms, type ComingTerm } from "#machines/contract/coming-terms.ts";
import { earliestEnd, type ContractContext } from "#machines/contract/context.ts";
import { termOn } from "#machines/contract/notice.ts";
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
  comingTerms: ComingTerm[];
  /** Open invoices, each with the day on which it falls due after the notice. */
  openInvoices: UnsettledInvoice[];
  /** Everything owed in yen: open invoices and the fees of coming terms. */
  owed: number;
  /** The day on which the last of it falls due; null where nothing is owed. */
  owedBy: string | null;
  /** Whether an open invoice is overdue, so that delay damages (A14.3) come on top. */
  overdue: boolean;
  /** The day on which whatever is unpaid falls due in one sum (A17.2). */
  unpaidDueDay: string;
  /** Until when lent devices go back (A8.1); null where the contract lends none. */
  deviceReturnDay: string | null;
}

const asWish = (wish: CancellationWish) =>
  wish === "term" ? null : wish === "earliest" ? "earliest" : dayOf(wish);

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
  const unpaid = unpaidFeesDueDay(end.day, policyOn(end.day).dueDateRule).day;
  const terms = comingTerms(context, endDay, unpaid);
  const invoices = openInvoices.map((invoice) => {
    const debt = { invoice: dayOf(invoice.dueDay), acceleration: null, contractEnd: unpaid };
    return { ...invoice, dueDay: dueDayOfDebt(debt).day.toString() };
  });
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
    unpaidDueDay: unpaid.toString(),
    deviceReturnDay: lends ? monthsAfter(end.day, 1).toString() : null,
  };
}
