import type { Temporal } from "temporal-polyfill";
import { dayOf } from "../calendar.ts";
import { termAfter, termFrom } from "../terms/a10-term.ts";
import { invoiceDueDay } from "../terms/a12-fees.ts";
import { dueDayOfDebt } from "../terms/a17-cancellation.ts";
import { policyOn } from "../terms/policy.ts";
import type { ContractContext } from "./context.ts";
import { chargeFor, menusOfTerm } from "./fees.ts";

/** A term that begins between today and the end, with its fee in yen with tax. */
export interface ComingTerm {
  start: string;
  end: string;
  fee: number;
  /** When the fee falls due: by its invoice (A12.2), or by the end of the contract if that is earlier. */
  dueDay: string;
  /** Whether it is a renewal, and not the contract's first term. */
  isRenewal: boolean;
}

/**
 * The terms that begin after the present one and up to the contract's last day, with their fees: each
 * is owed whole, however soon the contract ends (A10.2, A17.2).
 *
 * @param lastDay ISO day
 * @param unpaidDueDay the day on which whatever is unpaid falls due after the end
 */
export function comingTerms(
  context: Pick<ContractContext, "start" | "term" | "basic" | "options">,
  lastDay: string,
  unpaidDueDay: Temporal.PlainDate,
): ComingTerm[] {
  const terms: ComingTerm[] = [];
  const { term: present, start } = context;
  let next = present
    ? termAfter(dayOf(present.end))
    : start !== null
      ? termFrom(dayOf(start))
      : null;
  for (; next && next.start.toString() <= lastDay; next = termAfter(next.end)) {
    const first = next.start.toString();
    const days = { termStart: next.start, issuedOn: next.start, deliveredOn: null };
    const invoice = invoiceDueDay(days, policyOn(next.start).dueDateRule).day;
    const debt = { invoice, acceleration: null, contractEnd: unpaidDueDay };
    terms.push({
      start: first,
      end: next.end.toString(),
      fee: chargeFor(menusOfTerm(context, first), first).total,
      dueDay: dueDayOfDebt(debt).day.toString(),
      isRenewal: first !== start,
    });
  }
  return terms;
}
