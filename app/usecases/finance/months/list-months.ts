import { currentPortal } from "#app/portal.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { readMonthCounts } from "#db/queries/money/months/booked.ts";
import { readFirstBookedDay, readMonthCloses } from "#db/queries/money/months/month-closes.ts";
import { tokyoDayText } from "#machines/calendar.ts";
import { closeBy } from "#machines/month-close/close-by.ts";
import { daysOf, monthOf, monthsBetween } from "#machines/month-close/month.ts";
import { requireMonthReader } from "./month-reader.ts";

/** A month in the list. */
export interface MonthRow {
  month: string;
  status: "open" | "closed";
  /** How many bookings it has. */
  bookings: number;
  /** ISO day by which it is to be closed. */
  closeBy: string;
  isOver: boolean;
  /** Whether it should have been closed by now. */
  isLate: boolean;
  /** Instant of the last closing that holds, or null. */
  closedAt: string | null;
}

/**
 * Every month from the first booking to the present one, the latest first.
 *
 * @throws Problem `notAllowed` without the role finance or admin
 */
export async function listMonths(principal: Principal): Promise<MonthRow[]> {
  requireMonthReader(principal);
  const today = tokyoDayText(principal.receivedAt);
  return currentPortal().database.transaction({ role: "portal_staff" }, async (tx) => {
    const first = await readFirstBookedDay(tx);
    const counts = await readMonthCounts(tx);
    const closed = new Map(
      (await readMonthCloses(tx)).flatMap(({ month, status, closings }) =>
        status === "closed" ? [[month, closings.at(-1)?.at ?? null] as const] : [],
      ),
    );
    const months = first ? monthsBetween(monthOf(first), monthOf(today)) : [];
    return months.toReversed().map((month): MonthRow => {
      const due = closeBy(month);
      const isOver = today > daysOf(month).lastDay;
      const isClosed = closed.has(month);
      return {
        ...{ month, status: isClosed ? "closed" : "open", bookings: counts.get(month) ?? 0 },
        ...{ closeBy: due, isOver, isLate: !isClosed && today > due },
        closedAt: closed.get(month) ?? null,
      };
    });
  });
}
