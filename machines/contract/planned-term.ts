import type { Temporal } from "temporal-polyfill";
import { dayOf } from "../calendar.ts";
import { cappedTermEnd } from "../terms/a20-discontinuation.ts";
import type { BilledTerm } from "./charged.ts";
import type { ContractContext } from "./context.ts";

/** The term that begins on a day: a year (A10), or up to the last day of a discontinued menu (A20). */
export function plannedTerm(
  { ends }: { ends?: ContractContext["ends"] },
  start: Temporal.PlainDate,
): BilledTerm {
  const [lastDay] = (ends ?? [])
    .filter(({ cause, endDay }) => cause === "discontinued" && endDay >= start.toString())
    .map(({ endDay }) => endDay)
    .toSorted();
  const { end, isCapped } = cappedTermEnd(start, lastDay ? dayOf(lastDay) : null);
  return { start: start.toString(), end: end.toString(), isCapped };
}

/** The term after the present one, or the first; null before a start is fixed. */
export function nextTerm(
  context: Pick<ContractContext, "start" | "term"> & { ends?: ContractContext["ends"] },
): BilledTerm | null {
  if (context.term) return plannedTerm(context, dayOf(context.term.end).add({ days: 1 }));
  return context.start === null ? null : plannedTerm(context, dayOf(context.start));
}
