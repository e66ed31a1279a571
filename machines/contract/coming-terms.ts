import type { Temporal } from "temporal-polyfill";
import { dayOf } from "../calendar.ts";
import { invoiceDueDay } from "../terms/a12-fees.ts";
import { dueDayOfDebt } from "../terms/a17-cancellation.ts";
import { policyOn } from "../terms/policy.ts";
import type { ContractContext } from "./context.ts";
import { chargeOfTerm } from "./fees.ts";
import { nextTerm } from "./planned-term.ts";

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
  context: Pick<ContractContext, "start" | "term" | "basic" | "options"> & {
    ends?: ContractContext["ends"];
  },
  lastDay: string,
  unpaidDueDay: Temporal.PlainDate,
): ComingTerm[] {
  const terms: ComingTerm[] = [];
  let next = nextTerm(context);
  for (; next && next.start <= lastDay; next = nextTerm({ ...context, term: next })) {
    const start = dayOf(next.start);
    const days = { termStart: start, issuedOn: start, deliveredOn: null };
    const invoice = invoiceDueDay(days, policyOn(start).dueDateRule).day;
    const debt = { invoice, acceleration: null, contractEnd: unpaidDueDay };
    terms.push({
      start: next.start,
      end: next.end,
      fee: chargeOfTerm(context, next).total,
      dueDay: dueDayOfDebt(debt).day.toString(),
      isRenewal: next.start !== context.start,
    });
  }
  return terms;
}
