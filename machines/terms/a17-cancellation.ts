import { Temporal } from "temporal-polyfill";
import { explainEarliestOf, explainLatestOf } from "../calendar/choice.ts";
import {
  chain,
  underClause,
  type Chain,
  type Choice,
  type Explained,
  type MonthCount,
} from "../calendar/derivation.ts";
import { earlierOf, explainEndOfMonth, explainMonthsAfter, laterOf } from "../calendar.ts";
import { renewalNoticeDay } from "./a10-term.ts";
import { movedToBankingDay } from "./a12-fees.ts";

import type { Policy } from "./policy.ts";

type Day = Temporal.PlainDate;

export const parameters = { noticeMonths: 2, unpaidFeesDueMonthsAfterEnd: 1 } as const;

/** A notice of cancellation (中途解約の通知). */
export interface CancellationNotice {
  by: "customer" | "operator";
  /** The day in Tokyo on which it was given; that of the operator is the day of delivery. */
  noticeOn: Day;
  /** The last day of the running term; null before a start date is fixed. */
  termEnd: Day | null;
  /** What was asked for: nothing, an end as early as can be, or a day. */
  wish: null | "earliest" | Day;
}

/** What a notice of cancellation leads to. */
export interface CancellationEnd extends Explained<Chain> {
  /** A10.2: it declines the renewal and the contract ends with its term. A17.1: it ends by the notice. */
  basis: "A10.2" | "A17.1";
  /** The earliest day to which a cancellation under A17.1 with this notice can lead. */
  earliest: Day;
  /** True where the contract renews before it ends: another year's fee is owed. */
  renewsFirst: boolean;
}

/** The earliest end of a cancellation: two months after the day of notice, that day not counted (A17.1). */
export function earliestCancellationEnd(noticeOn: Day): Explained<MonthCount> {
  return underClause("A17.1", explainMonthsAfter(noticeOn, parameters.noticeMonths));
}

/**
 * The day on which a contract or an option ends after a notice of cancellation (A17.1, A9.2).
 * A customer's notice up to the notice day of A10.2 ends it with the term unless an end on another day
 * is asked for. A wish for a day before the earliest one ends it on the earliest.
 */
export function cancellationEnd({
  by,
  noticeOn,
  termEnd,
  wish,
}: CancellationNotice): CancellationEnd {
  const earliest = earliestCancellationEnd(noticeOn);
  const base = { earliest: earliest.day };
  if (by === "customer" && termEnd && endsWithTerm(noticeOn, termEnd, wish, earliest.day)) {
    const declined = explainEarliestOf({ termEnd });
    const derivation = chain("A10.2", renewalNoticeDay(termEnd), declined);
    return { ...base, ...derivation, basis: "A10.2", renewsFirst: false };
  }
  const wished = wish === "earliest" ? null : wish;
  const chosen = chain("A17.1", earliest, explainLatestOf({ notice: earliest.day, wished }));
  const renewsFirst = termEnd !== null && Temporal.PlainDate.compare(chosen.day, termEnd) > 0;
  return { ...base, ...chosen, basis: "A17.1", renewsFirst };
}

function endsWithTerm(
  noticeOn: Day,
  termEnd: Day,
  wish: CancellationNotice["wish"],
  earliest: Day,
): boolean {
  if (Temporal.PlainDate.compare(noticeOn, renewalNoticeDay(termEnd).day) > 0) return false;
  if (wish === null) return true;
  const asked = wish === "earliest" ? earliest : laterOf(wish, earliest);
  const askedByTermEnd = wish === "earliest" || !isAfter(wish, termEnd);
  return askedByTermEnd && earlierOf(asked, termEnd).equals(termEnd);
}

function isAfter(day: Day, other: Day): boolean {
  return Temporal.PlainDate.compare(day, other) > 0;
}

/** The day on which unpaid fees fall due in one sum after an end: the end of the next month (A17.2). */
export function unpaidFeesDueDay(endedOn: Day, rule: Policy["dueDateRule"]): Explained<Chain> {
  const monthEnd = explainEndOfMonth(endedOn, parameters.unpaidFeesDueMonthsAfterEnd);
  return movedToBankingDay("A17.2", rule, monthEnd);
}

/** The days on which a debt may fall due; null where it does not apply. */
export interface DueDays {
  /** Due day of the invoice (A12.2). */
  invoice: Day | null;
  /** Day on which staff recorded an item of A16.1 (A16.2, 期限の利益の喪失). */
  acceleration: Day | null;
  /** Due day of unpaid fees after the end (A17.2). */
  contractEnd: Day | null;
}

/** The day on which a debt is due: the earliest that applies, so it never moves later. RangeError without any. */
export function dueDayOfDebt({ invoice, acceleration, contractEnd }: DueDays): Explained<Choice> {
  return explainEarliestOf({ invoice, acceleration, contractEnd });
}
