import type { Temporal } from "temporal-polyfill";
import { dayOf } from "../calendar.ts";
import { termAfter, termFrom, type Term } from "../terms/a10-term.ts";
import { cancellationEnd } from "../terms/a17-cancellation.ts";
import type { ContractContext, PendingEnd } from "./context.ts";

/**
 * The term in which a day lies, or the first one for a day before it; null before a start is fixed.
 * It does not ask whether the renewal's own event has come yet: that comes a moment after midnight,
 * and a notice given in that moment belongs to the new term all the same (A10.2).
 */
export function termOn(
  { start, term }: Pick<ContractContext, "start" | "term">,
  day: Temporal.PlainDate,
): Pick<Term, "start" | "end"> | null {
  if (start === null) return null;
  let found: Pick<Term, "start" | "end"> = term
    ? { start: dayOf(term.start), end: dayOf(term.end) }
    : termFrom(dayOf(start));
  while (day.since(found.end).days > 0) found = termAfter(found.end);
  return found;
}

/**
 * The end to which a customer's notice leads (A17.1, A10.2, 解約の通知).
 *
 * @param notice its ISO day in Tokyo, and what was asked for: nothing, the earliest day, or a day
 */
export function noticedEnd(
  context: Pick<ContractContext, "start" | "term">,
  notice: { day: string; wish: null | "earliest" | string },
): PendingEnd {
  const { wish } = notice;
  const noticeOn = dayOf(notice.day);
  const { day, basis } = cancellationEnd({
    by: "customer",
    noticeOn,
    termEnd: termOn(context, noticeOn)?.end ?? null,
    wish: wish === null || wish === "earliest" ? wish : dayOf(wish),
  });
  return {
    cause: basis === "A10.2" ? "expired" : "cancelled",
    by: "customer",
    noticeDay: notice.day,
    endDay: day.toString(),
    clause: basis,
  };
}
