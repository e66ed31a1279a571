import { tokyoDay } from "#machines/calendar.ts";
import type { Derivation } from "#machines/calendar/derivation.ts";
import type { ContractContext } from "#machines/contract/context.ts";
import type { PendingEnd, SentNotice } from "#machines/contract/ends.ts";
import { explainEnd } from "./explain-deadline.ts";

/** A notice of cancellation that is pending (解約の通知), and how far its withdrawal has come. */
export interface PendingNotice {
  noticeId: string;
  by: "customer" | "operator";
  /** The day on which it was given; that of the operator is the day of delivery. */
  noticeDay: string;
  endDay: string;
  clause: string;
  derivation: Derivation | null;
  /** The day on which its giver asked to take it back; null where it did not, or was refused. */
  askedOn: string | null;
}

/** The notices of a contract on a day: those that are pending, and the operator's on its way. */
export interface Notices {
  pending: PendingNotice[];
  sent: SentNotice[];
}

const isNotice = ({ cause }: PendingEnd) => cause === "cancelled" || cause === "expired";

/** The notices of a contract that can still be taken back at an instant (ISO). */
export function noticesOf(
  { ends, sentNotices, ended }: Pick<ContractContext, "ends" | "sentNotices" | "ended">,
  now: string,
): Notices {
  if (ended) return { pending: [], sent: [] };
  const today = tokyoDay(now).toString();
  const pending = ends
    .filter((end) => isNotice(end) && end.endDay >= today)
    .map((end): PendingNotice => {
      const { id: noticeId, by, noticeDay, endDay, clause, withdrawalAskedOn: askedOn } = end;
      return { noticeId, by, noticeDay, endDay, clause, derivation: explainEnd(end), askedOn };
    });
  return { pending, sent: sentNotices };
}
