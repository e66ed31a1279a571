import type { Temporal } from "temporal-polyfill";
import { explainNextBankingDay } from "../banking-days.ts";
import {
  chain,
  underClause,
  type Chain,
  type Explained,
  type MonthEnd,
} from "../calendar/derivation.ts";
import { explainLatestOf } from "../calendar/choice.ts";
import { explainDaysAfter, explainEndOfMonth } from "../calendar.ts";
import type { Clause } from "./articles.ts";
import type { Policy } from "./policy.ts";

type Day = Temporal.PlainDate;
type DueDateRule = Policy["dueDateRule"];

export const parameters = { dueMonthsAfterIssue: 1 } as const;

/** The last day on which a quote can be ordered; the day of issue is not counted (A12.1, policy). */
export function quoteValidUntil(issuedOn: Day, policy: Pick<Policy, "quoteValidityDays">) {
  return underClause("A12.1", explainDaysAfter(issuedOn, policy.quoteValidityDays));
}

/** The last day for invoicing a term that begins on a day: the end of that month (A12.2). */
export function invoiceIssueBy(termStart: Day): Explained<MonthEnd> {
  return underClause("A12.2", explainEndOfMonth(termStart, 0));
}

/** The days that decide when an annual fee is due. */
export interface InvoiceDays {
  termStart: Day;
  issuedOn: Day;
  /** Null where the invoice reached the customer on the day of issue or delivery is not known yet. */
  deliveredOn: Day | null;
}

/**
 * The due day (支払期日) of an invoice for the annual fee (A12.2): the end of the month after that in
 * which the term begins, or after the later one in which the invoice was issued or delivered; then
 * moved off days on which banks are closed, as the policy says.
 */
export function invoiceDueDay(days: InvoiceDays, rule: DueDateRule): Explained<Chain> {
  const { termStart, issuedOn, deliveredOn } = days;
  const base = explainLatestOf({ termStart, issuedOn, deliveredOn });
  const monthEnd = explainEndOfMonth(base.day, parameters.dueMonthsAfterIssue);
  return movedToBankingDay("A12.2", rule, base, monthEnd);
}

/** The payment day that explained days lead to, moved off days on which banks are closed where the rule says so. */
export function movedToBankingDay(
  by: Clause,
  rule: DueDateRule,
  first: Explained,
  ...then: Explained[]
): Explained<Chain> {
  const last = then[then.length - 1] ?? first;
  if (rule === "as_is") return chain(by, first, ...then);
  return chain(by, first, ...then, explainNextBankingDay(last.day));
}
