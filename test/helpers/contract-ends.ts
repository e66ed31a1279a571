import { noticeIdOf } from "#machines/contract/ends.ts";
import { on, subjectId } from "./given.ts";

/** What may end a contract of 2025-04-01, or keep it from its end. */
export const ref = "0199aaaa-0000-7000-8000-0000000000b1";
export const stranger = "0199aaaa-0000-7000-8000-0000000000b2";
export const noticeId = noticeIdOf(subjectId, 1);
export const told = (type: string, day: string) => on(day, { type, noticeId });

export const byOperator = on("2025-04-10", { type: "cancelByOperator", wish: null });
export const delivered = on("2025-04-12", {
  ...{ type: "noticeDelivered", noticeId, deliveredOn: "2025-04-11" },
});
export const discontinue = on("2025-04-15", {
  ...{ type: "discontinue", discontinuationId: ref, endDay: "2025-12-31" },
});
export const endByRestriction = on("2025-04-16", {
  ...{ type: "endByRestriction", restrictionId: ref, endDay: "2025-10-31", refund: "unearned" },
});
export const assign = on("2025-04-17", {
  type: "assign",
  successorId: ref,
  effectiveDay: "2025-09-01",
});
export const withdrawEnd = (id: string) => on("2025-04-20", { type: "withdrawEnd", ref: id });
export const terminate = (clause: string, by = "operator") =>
  on("2025-05-02", { type: "terminate", caseId: ref, clause, by });
export const ends = (day: string) => on(day, { type: "endReached" }, 0);
