import type { ComingTerm } from "#db/queries/money/books/coming-terms.ts";
import { dayOf } from "#machines/calendar.ts";
import { earliestEnd } from "#machines/contract/context.ts";
import { chargeOfTerm } from "#machines/contract/fees.ts";
import { nextTerm } from "#machines/contract/planned-term.ts";
import { invoiceDueDay } from "#machines/terms/a12-fees.ts";
import { policyOn } from "#machines/terms/policy.ts";

/** The fee of a term that has not begun, with tax in yen, and when it will be due. Days are ISO. */
export interface ExpectedFee {
  termStart: string;
  dueDay: string;
  amount: number;
  /** Fixed where nobody can decline it any more (A10.2) or the start of the service has been fixed (A5.5). */
  certainty: "fixed" | "expected";
}

/** The fee of a contract's next term; null where it ends before. */
export function expectedFee({ term, context }: ComingTerm): ExpectedFee | null {
  const next = nextTerm(context);
  if (!next) return null;
  const end = earliestEnd(context);
  if (end && end.endDay < next.start) return null;
  const termStart = dayOf(next.start);
  const days = { termStart, issuedOn: termStart, deliveredOn: null };
  return {
    termStart: next.start,
    dueDay: invoiceDueDay(days, policyOn(termStart).dueDateRule).day.toString(),
    amount: chargeOfTerm(context, next).total,
    certainty: term === "open" ? "expected" : "fixed",
  };
}
