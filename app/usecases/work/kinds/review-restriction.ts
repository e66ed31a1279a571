import { tokyoDay } from "#machines/calendar.ts";
import { readOpenEndedRestrictions } from "#db/queries/work/restrictions.ts";
import type { TaskKind } from "../task.ts";

/** After so many days staff look whether a restriction without an end still has a prospect. */
const longDays = 30;

/**
 * A restriction (利用制限) that has lasted long, with no end in sight: lift it, give it an end, or end the
 * contracts (A19.4).
 */
export const reviewRestriction: TaskKind<"reviewRestriction"> = {
  name: "reviewRestriction",
  role: "operations",
  clause: "A19.4",
  find: async (tx, today) =>
    (await readOpenEndedRestrictions(tx))
      .map(({ customerId, restrictionId, clause, begunAt }) => {
        const due = tokyoDay(begunAt.toISOString()).add({ days: longDays }).toString();
        return {
          ...{ customerId, customerName: null, subject: restrictionId, name: clause },
          ...{ since: due, due, page: `/operations/restrictions/${restrictionId}` },
        };
      })
      .filter(({ due }) => due <= today.toString()),
};
