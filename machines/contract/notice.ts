import type { Temporal } from "temporal-polyfill";
import { dayOf } from "../calendar.ts";
import { termAfter, termFrom, type Term } from "../terms/a10-term.ts";
import { cancellationEnd } from "../terms/a17-cancellation.ts";
import { settledRefund } from "../terms/a17-refund.ts";
import { policyOn } from "../terms/policy.ts";
import type { PendingEnd } from "./ends.ts";

type Day = Temporal.PlainDate;

/** What of a contract or an option decides to which end a notice leads. */
export interface NoticedTerm {
  start: string | null;
  term: { start: string; end: string } | null;
}

type Wish = null | "earliest" | string;

const wishOf = (wish: Wish) => (wish === null || wish === "earliest" ? wish : dayOf(wish));

/**
 * The term in which a day lies, or the first one for a day before it; null before a start is fixed.
 * It does not ask whether the renewal's own event has come yet: that comes a moment after midnight,
 * and a notice given in that moment belongs to the new term all the same (A10.2).
 */
export function termOn({ start, term }: NoticedTerm, day: Day): Pick<Term, "start" | "end"> | null {
  if (start === null) return null;
  let found: Pick<Term, "start" | "end"> = term
    ? { start: dayOf(term.start), end: dayOf(term.end) }
    : termFrom(dayOf(start));
  while (day.since(found.end).days > 0) found = termAfter(found.end);
  return found;
}

/** An end that comes of a notice, but for its id. */
export type NoticedEnd = Omit<PendingEnd, "id">;

/**
 * The end to which a customer's notice leads (A17.1, A10.2, 解約の通知).
 *
 * @param notice its ISO day in Tokyo, and what was asked for: nothing, the earliest day, or a day
 */
export function noticedEnd(context: NoticedTerm, notice: { day: string; wish: Wish }): NoticedEnd {
  const noticeOn = dayOf(notice.day);
  const termEnd = termOn(context, noticeOn)?.end ?? null;
  const wish = wishOf(notice.wish);
  const { day, basis } = cancellationEnd({ by: "customer", noticeOn, termEnd, wish });
  return {
    cause: basis === "A10.2" ? "expired" : "cancelled",
    by: "customer",
    noticeDay: notice.day,
    endDay: day.toString(),
    clause: basis,
    ...{ ref: null, refund: "none", withdrawalAskedOn: null },
  };
}

/**
 * The end to which the operator's notice leads, counted from the day of its delivery (A17.1).
 *
 * @param notice its ISO day of delivery, and what it asks for
 */
export function deliveredEnd(
  context: NoticedTerm,
  notice: { deliveredOn: string; wish: Wish; noticeId: string },
): PendingEnd {
  const noticeOn = dayOf(notice.deliveredOn);
  const termEnd = termOn(context, noticeOn)?.end ?? null;
  const wish = wishOf(notice.wish);
  const end = cancellationEnd({ by: "operator", noticeOn, termEnd, wish });
  const refund = settledRefund("cancelledByOperator", policyOn(noticeOn));
  return {
    id: notice.noticeId,
    cause: "cancelled",
    by: "operator",
    noticeDay: notice.deliveredOn,
    endDay: end.day.toString(),
    clause: "A17.1",
    ...{ ref: null, refund, withdrawalAskedOn: null },
  };
}
