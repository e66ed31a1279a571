import { operatorCustomerId } from "#machines/engine/operator.ts";
import { closeBy } from "#machines/month-close/close-by.ts";
import { daysOf, monthOf, monthsBetween, monthsOn } from "#machines/month-close/month.ts";
import { dayOf } from "#machines/calendar.ts";
import { readFirstBookedDay, readMonthCloses } from "#db/queries/money/months/month-closes.ts";
import type { TaskKind } from "../task.ts";

/** A month that is still open though the days for closing it (月次締め) are past. */
export const closeMonth: TaskKind<"closeMonth"> = {
  name: "closeMonth",
  role: "finance",
  clause: null,
  find: async (tx, today) => {
    const first = await readFirstBookedDay(tx);
    if (!first) return [];
    const rows = await readMonthCloses(tx);
    const closed = new Set(
      rows.filter(({ status }) => status === "closed").map(({ month }) => month),
    );
    const past = monthsBetween(monthOf(first), monthsOn(monthOf(today.toString()), -1));
    return past
      .filter((month) => !closed.has(month) && closeBy(month) < today.toString())
      .map((month) => ({
        ...{ customerId: operatorCustomerId, customerName: null, subject: month },
        ...{ name: month.replace("-", "/"), due: closeBy(month) },
        since: dayOf(daysOf(month).lastDay).add({ days: 1 }).toString(),
        page: `/finance/months/${month}`,
      }));
  },
};
