import { derivedId } from "../engine/hash.ts";
import type { Clause } from "../terms/articles.ts";
import { endOrder, type EndCause, type EndedBy } from "../terms/a17-ends.ts";
import type { RefundRule } from "../terms/a17-refund.ts";

/** A way in which a contract or an option will end; the earliest of several applies. */
export interface PendingEnd {
  id: string;
  cause: EndCause;
  by: EndedBy;
  /** The day on which it was given or recorded; the operator's notice counts from its delivery. */
  noticeDay: string;
  /** The last day. */
  endDay: string;
  clause: Clause;
  /** The restriction, discontinuation, breach case or successor from which it comes. */
  ref: string | null;
  refund: Exclude<RefundRule, "staffDecides">;
  /** The day on which its giver asked to take it back, until the other side has answered. */
  withdrawalAskedOn: string | null;
}

/** The operator's notice of cancellation on its way: it counts from its delivery (A17.1). */
export interface SentNotice {
  id: string;
  wish: null | "earliest" | string;
  sentOn: string;
  /** A notice that came back is none; staff have to deliver it in another way. */
  bounced: boolean;
}

/** How something ended. */
export interface ContractEnd {
  day: string;
  cause: EndCause;
  by: EndedBy;
  clause: Clause;
  ref: string | null;
  refund: Exclude<RefundRule, "staffDecides">;
}

/** The pending end that will apply: the earliest day; of several on one day by the causes' order. */
export function earliestEnd({ ends }: { ends: readonly PendingEnd[] }): PendingEnd | null {
  const key = ({ endDay, cause, by }: PendingEnd) => `${endDay} ${endOrder(cause, by)}`;
  return ends.toSorted((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b))))[0] ?? null;
}

/** The id of the n-th notice of a contract or an option. */
export const noticeIdOf = (machineId: string, n: number): string =>
  derivedId(machineId, `notice/${n}`);

/** The end as it is recorded once it has come. */
export function recordedEnd(end: PendingEnd): ContractEnd {
  const { endDay: day, cause, by, clause, ref, refund } = end;
  return { day, cause, by, clause, ref, refund };
}
