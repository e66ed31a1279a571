import { formatDay } from "#app/i18n/format.ts";
import type { Messages } from "#app/i18n/messages.ts";
import type { ContractSummary } from "#app/usecases/contracts/customer-overview.ts";

/** The day of a contract that matters now: its end, the end of its term, its start, or the one wished for. None of an order that came to nothing. */
export function contractDays(
  { status, end, termEnd, startDay, wishedStart }: ContractSummary,
  t: Messages,
): string {
  const { home } = t.portal;
  if (status === "rejected" || status === "withdrawn") return "–";
  if (end) {
    const causes: Record<string, string> = t.status.endCause;
    const cause = causes[end.cause] ?? end.cause;
    const isOver = status === "ended" || status === "closed";
    return (isOver ? home.ended : home.ending)(formatDay(end.day), cause);
  }
  if (termEnd) return home.ends(formatDay(termEnd));
  if (startDay) return home.starts(formatDay(startDay));
  return wishedStart ? home.wished(formatDay(wishedStart)) : "";
}
