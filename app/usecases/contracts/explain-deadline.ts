import { explainLatestOf } from "#machines/calendar/choice.ts";
import { dayOf, explainDaysAfter, explainDaysBefore } from "#machines/calendar.ts";
import {
  chain,
  underClause,
  type Derivation,
  type Explained,
} from "#machines/calendar/derivation.ts";
import type { ContractContext, PendingEnd } from "#machines/contract/context.ts";
import { exportReminderId } from "#machines/contract/deadlines.ts";
import type { InvoiceContext } from "#machines/invoice/context.ts";
import { dunnedFrom } from "#machines/invoice/definition.ts";
import { renewalNoticeDay, termFrom } from "#machines/terms/a10-term.ts";
import { invoiceDueDay } from "#machines/terms/a12-fees.ts";
import {
  cancellationEnd,
  dueDayOfDebt,
  earliestCancellationEnd,
  unpaidFeesDueDay,
} from "#machines/terms/a17-cancellation.ts";
import { exportReminder } from "#machines/terms/a18-erasure.ts";
import { lastServiceDay } from "#machines/terms/a20-discontinuation.ts";
import { lastDayOfAssignor } from "#machines/terms/a31-assignment.ts";
import { policyOn } from "#machines/terms/policy.ts";

/** How the last day of an end was found; null where somebody set it (A16.1, A19.4, A32.3). */
export function explainEnd({ cause, clause, noticeDay, endDay }: PendingEnd): Derivation | null {
  const noticeOn = dayOf(noticeDay);
  const end = dayOf(endDay);
  if (cause === "terminated" || cause === "restricted") return null;
  const firstDayWithout = end.add({ days: 1 });
  if (cause === "discontinued") return lastServiceDay(firstDayWithout).derivation;
  if (cause === "assigned") return lastDayOfAssignor(firstDayWithout).derivation;
  if (clause === "A10.2") {
    return cancellationEnd({ by: "customer", noticeOn, termEnd: end, wish: null }).derivation;
  }
  const earliest = earliestCancellationEnd(noticeOn);
  const wished = earliest.day.equals(end) ? null : end;
  const chosen = explainLatestOf({ notice: earliest.day, wished });
  return chain("A17.1", earliest, chosen).derivation;
}

/** How the last day of the running term was found (A10.1, A10.2); null where it was cut short (A20). */
export function explainTerm({ start, term }: Pick<ContractContext, "start" | "term">) {
  if (!term) return null;
  const { derivation } = termFrom(dayOf(term.start));
  if (derivation.result !== term.end) return null;
  return { ...derivation, clause: term.start === start ? ("A10.1" as const) : ("A10.2" as const) };
}

/** The same for a contract as its list columns have it. */
export function explainListedTerm(row: {
  startDay: string | null;
  termStart: string | null;
  termEnd: string | null;
}): Derivation | null {
  const { startDay: start, termStart, termEnd } = row;
  if (termStart === null || termEnd === null) return null;
  return explainTerm({ start, term: { start: termStart, end: termEnd } });
}

/** The number of days in a reminder's id, such as `remind/customer/30`. */
export function daysOfReminder(deadlineId: string): number {
  return Number(deadlineId.split("/")[2] ?? 0);
}

/** How a day for which a contract waits was found; null where it was simply set. */
export function explainContractDeadline(
  deadlineId: string,
  context: ContractContext,
  pendingEnd: PendingEnd | null,
): Derivation | null {
  if (deadlineId === "end") return pendingEnd && explainEnd(pendingEnd);
  if (deadlineId === exportReminderId) {
    const end = context.ended && dayOf(context.ended.day);
    return end && exportReminder(end, policyOn(end)).derivation;
  }
  if (!context.term) return null;
  const { start, end } = context.term;
  if (deadlineId === "renew") return termFrom(dayOf(start)).derivation;
  const notice = renewalNoticeDay(dayOf(end));
  if (deadlineId === "fixRenewal") return notice.derivation;
  const before = explainDaysBefore(notice.day, daysOfReminder(deadlineId));
  return chain("A10.2", notice, before).derivation;
}

/**
 * How the due day of an invoice was found: by the invoice (A12.2), by the contract's end (A17.2), or by
 * acceleration (A16.2), which alone makes it fall earlier than those. Null before the invoice is issued.
 *
 * @param endDay the last day of the contract, once it has ended
 */
export function explainDueDay(
  invoice: Pick<InvoiceContext, "dueDay" | "issueDay" | "periodStart">,
  endDay: string | null,
): Explained | null {
  const { dueDay, issueDay, periodStart } = invoice;
  if (!dueDay || !issueDay) return null;
  const issuedOn = dayOf(issueDay);
  const byInvoice = invoiceDueDay(
    { termStart: dayOf(periodStart), issuedOn, deliveredOn: null },
    policyOn(issuedOn).dueDateRule,
  );
  if (byInvoice.day.toString() === dueDay) return byInvoice;
  if (endDay !== null) {
    const byEnd = unpaidFeesDueDay(dayOf(endDay), policyOn(dayOf(endDay)).dueDateRule);
    if (byEnd.day.toString() === dueDay) return byEnd;
  }
  if (dueDay > byInvoice.day.toString()) return null;
  const days = { invoice: byInvoice.day, acceleration: dayOf(dueDay), contractEnd: null };
  return chain("A16.2", byInvoice, dueDayOfDebt(days));
}

/** How a day for which an invoice waits was found; null where that is not known. */
export function explainInvoiceDeadline(
  deadlineId: string,
  invoice: InvoiceContext,
  endDay: string | null,
): Derivation | null {
  const due = explainDueDay(invoice, endDay);
  if (!due || deadlineId === "overdue") return due?.derivation ?? null;
  const { firstReminder, secondReminder } = policyOn(due.day);
  const step = deadlineId === "remind/first" ? firstReminder : secondReminder;
  if (!step) return due.derivation;
  const from = dunnedFrom(invoice);
  if (from > due.day.toString()) {
    return underClause("A14.3", explainDaysAfter(dayOf(from), step.daysAfterDue)).derivation;
  }
  return chain("A14.3", due, explainDaysAfter(due.day, step.daysAfterDue)).derivation;
}
