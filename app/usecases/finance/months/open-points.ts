import type { Handle } from "#db/client.ts";
import { readUnbalanced } from "#db/queries/money/months/booked.ts";
import {
  readFirstBookedDay,
  readLastPull,
  readMonthCloses,
} from "#db/queries/money/months/month-closes.ts";
import {
  readLateTimers,
  readOpenEvents,
  readOpenMoneyEffects,
  readOpenPayments,
  readOpenPayouts,
  readOpenReceiptsTo,
  type FoundPoint,
} from "#db/queries/money/months/open-points.ts";
import { dayOf, startOfDayInTokyo, tokyoDayText } from "#machines/calendar.ts";
import { operatorCustomerId } from "#machines/engine/operator.ts";
import type { ExplainableCheck, MonthCheck } from "#machines/month-close/checks.ts";
import {
  daysOf,
  monthOf,
  monthsBetween,
  monthsOn,
  type Month,
} from "#machines/month-close/month.ts";

/** What keeps a month open, by check; a check that is met has an empty list. */
export type OpenPoints = Record<MonthCheck, FoundPoint[]>;

/** How many points a list stands for, listed or not. */
export const countOf = (points: readonly FoundPoint[]): number => points[0]?.total ?? 0;

const single = (subject: string, since: string): FoundPoint => ({
  ...{ subject, since, name: subject, customerId: null, amount: null, total: 1 },
});

/**
 * Works out what keeps a month from being closed, from what is stored.
 *
 * @param receivedAt the instant at which it is asked
 */
export async function readOpenPoints(
  tx: Handle,
  month: Month,
  receivedAt: string,
): Promise<OpenPoints> {
  const days = daysOf(month);
  const end = startOfDayInTokyo(dayOf(days.lastDay).add({ days: 1 }));
  const recorded = await readMonthCloses(tx);
  const explained = (check: ExplainableCheck) =>
    recorded.flatMap(({ explanations }) =>
      explanations.filter((each) => each.check === check).map(({ subject }) => subject),
    );
  const firstDay = await readFirstBookedDay(tx);
  const closed = new Set(recorded.filter((row) => row.status === "closed").map((row) => row.month));
  const before = firstDay ? monthsBetween(monthOf(firstDay), monthsOn(month, -1)) : [];
  const earlier = before.filter((each) => !closed.has(each));
  const lastPull = await readLastPull(tx, operatorCustomerId);
  const isPulled = lastPull !== null && lastPull.toISOString() >= end;
  const unbalanced = await readUnbalanced(tx, days);
  return {
    monthOver: tokyoDayText(receivedAt) > days.lastDay ? [] : [single(month, days.lastDay)],
    earlierMonth: earlier.map((each) => ({
      ...single(each, daysOf(each).lastDay),
      total: earlier.length,
    })),
    deadlines: await readLateTimers(tx, end),
    payoutsPulled: isPulled ? [] : [single("pull", days.lastDay)],
    payouts: await readOpenPayouts(tx, days, explained("payouts")),
    receipts: await readOpenReceiptsTo(tx, days),
    payments: await readOpenPayments(tx, end, explained("payments")),
    events: await readOpenEvents(tx, end, explained("events")),
    effects: await readOpenMoneyEffects(tx, end, explained("effects")),
    ledger: unbalanced.map(({ transactionId, day }) => ({
      ...single(transactionId, day),
      total: unbalanced.length,
    })),
  };
}
