import { dayOf } from "../calendar.ts";
import type { ChargedPeriod, ContractContext, Refund, SoldMenu, SoldOption } from "./context.ts";
import { taxByRate } from "../money/tax.ts";
import { feeByDays } from "../terms/a20-discontinuation.ts";
import { unearnedOf } from "../terms/a17-unearned.ts";
import type { Clause } from "../terms/articles.ts";

/** A term as it is charged: one that is capped is charged by its days (A20). */
export interface BilledTerm {
  start: string;
  end: string;
  isCapped: boolean;
}

/** What is charged for a term: work is done and charged once, everything else every year. */
export function menusOfTerm(
  context: Pick<ContractContext, "start" | "basic" | "options">,
  termStart: string,
): (SoldMenu | SoldOption)[] {
  const first = context.start === null || context.start === termStart;
  const options = context.options.filter(
    ({ kind, endDay }) => (first || kind !== "work") && !(endDay && endDay < termStart),
  );
  return context.basic ? [context.basic, ...options] : [];
}

/** By what a fee is known: the contract for its basic menu, else the option. */
export const itemIdOf = (menu: SoldMenu | SoldOption, contractId: string): string =>
  "optionId" in menu ? menu.optionId : contractId;

/** The fee in yen of a menu for a term, and the last day for which it is. */
export function feeOfMenu(
  menu: SoldMenu | SoldOption,
  term: BilledTerm,
): { amount: number; to: string } {
  const own = ("optionId" in menu && menu.chargedUntil) || term.end;
  const to = own < term.end ? own : term.end;
  if (menu.kind === "work" || (to === term.end && !term.isCapped)) {
    return { amount: menu.annualPrice, to };
  }
  return { amount: feeByDays(menu.annualPrice, dayOf(term.start), dayOf(to)), to };
}

/** What a term is charged by menu; of work nothing is ever given back by days, so it is left out. */
export function chargedPeriods(
  context: Pick<ContractContext, "contractId" | "start" | "basic" | "options">,
  term: BilledTerm,
  ratePercent: number,
): ChargedPeriod[] {
  return menusOfTerm(context, term.start)
    .filter(({ kind }) => kind !== "work")
    .map((menu) => ({
      itemId: itemIdOf(menu, context.contractId),
      menuCode: menu.menuCode,
      from: term.start,
      ratePercent,
      ...feeOfMenu(menu, term),
    }));
}

/** What of a fee is for days after a last day (ISO), in yen. */
export const unearnedFee = ({ from, to, amount }: ChargedPeriod, lastDay: string): number =>
  unearnedOf({ from: dayOf(from), to: dayOf(to), amount }, dayOf(lastDay)).amount;

/**
 * What the operator owes for days after an end (A17.2), in yen, tax once for each rate; null where nothing
 * was charged for such days.
 *
 * @param charged for which menus; all where it is the contract that ends
 * @param itemId the contract or the option that ends
 * @param lastDay ISO day
 */
export function refundFor(
  charged: readonly ChargedPeriod[],
  itemId: string,
  lastDay: string,
  clause: Clause,
): Refund | null {
  const lines = charged.map((fee) => {
    return { amount: unearnedFee(fee, lastDay), ratePercent: fee.ratePercent };
  });
  const taxes = taxByRate(lines);
  const net = taxes.reduce((sum, { taxable }) => sum + taxable, 0);
  if (net === 0) return null;
  const tax = taxes.reduce((sum, rate) => sum + rate.tax, 0);
  return { itemId, lastDay, clause, net, tax, total: net + tax };
}
