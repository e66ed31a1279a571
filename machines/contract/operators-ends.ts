import { dayOf } from "../calendar.ts";
import type { Clause } from "../terms/articles.ts";
import { settledRefund } from "../terms/a17-refund.ts";
import { policyOn } from "../terms/policy.ts";
import type { PendingEnd } from "./ends.ts";

const noAnswer = { withdrawalAskedOn: null } as const;

/** The end by termination (解除) on the day of the event (A16.1, A32.3). */
export function endOfTermination(event: {
  caseId: string;
  clause: Clause;
  by: PendingEnd["by"];
  day: string;
}): PendingEnd {
  const { caseId, clause, by, day } = event;
  const isForces = clause.startsWith("A32");
  const kind = !isForces
    ? "terminatedForBreach"
    : by === "customer"
      ? "antiSocialOperator"
      : "antiSocialCustomer";
  const refund = settledRefund(kind, policyOn(dayOf(day)));
  const days = { noticeDay: day, endDay: day };
  return { id: caseId, cause: "terminated", by, clause, ref: caseId, refund, ...days, ...noAnswer };
}

/** The end after a long restriction; staff decided what is given back (A19.4). */
export function endOfRestriction(event: {
  restrictionId: string;
  endDay: string;
  refund: "none" | "unearned";
  day: string;
}): PendingEnd {
  const { restrictionId: id, endDay, refund, day } = event;
  const what = { cause: "restricted", by: "operator", clause: "A19.4" } as const;
  return { id, ...what, ref: id, refund, noticeDay: day, endDay, ...noAnswer };
}

/** The end on the last day of a discontinued menu (A20.1, サービスの廃止). */
export function endOfDiscontinuation(event: {
  discontinuationId: string;
  endDay: string;
  day: string;
}): PendingEnd {
  const { discontinuationId: id, endDay, day } = event;
  const refund = settledRefund("discontinued", policyOn(dayOf(day)));
  const what = { cause: "discontinued", by: "operator", clause: "A20.1" } as const;
  return { id, ...what, ref: id, refund, noticeDay: day, endDay, ...noAnswer };
}
