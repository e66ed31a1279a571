import { tokyoDay } from "#machines/calendar.ts";
import type { Derivation } from "#machines/calendar/derivation.ts";
import type { ContractContext } from "#machines/contract/context.ts";
import type { PendingEnd, SentNotice } from "#machines/contract/ends.ts";
import type { OptionContext } from "#machines/option/context.ts";
import type { Bilingual } from "#machines/terms/articles.ts";
import { explainEnd } from "./explain-deadline.ts";

/** A notice of cancellation that is pending (解約の通知), and how far its withdrawal has come. */
export interface PendingNotice {
  noticeId: string;
  /** The option that alone is cancelled (A9.2); null where it is the contract. */
  option: { optionId: string; name: Bilingual } | null;
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

function pendingOf(
  { ends, ended }: Pick<ContractContext, "ends"> & Pick<OptionContext, "ended">,
  option: PendingNotice["option"],
  today: string,
): PendingNotice[] {
  if (ended) return [];
  return ends
    .filter((end) => isNotice(end) && end.endDay >= today)
    .map((end): PendingNotice => {
      const { id: noticeId, by, noticeDay, endDay, clause, withdrawalAskedOn: askedOn } = end;
      const derivation = explainEnd(end);
      return { noticeId, option, by, noticeDay, endDay, clause, derivation, askedOn };
    });
}

/** The notices of a contract, and of its options, that can still be taken back at an instant (ISO). */
export function noticesOf(
  contract: Pick<ContractContext, "ends" | "sentNotices" | "ended">,
  options: readonly OptionContext[],
  now: string,
): Notices {
  if (contract.ended) return { pending: [], sent: [] };
  const today = tokyoDay(now).toString();
  const ofOptions = options.flatMap((option) => {
    const { optionId, nameJa: ja, nameEn: en } = option;
    return pendingOf(option, { optionId, name: { ja, en } }, today);
  });
  return {
    pending: [...pendingOf(contract, null, today), ...ofOptions],
    sent: contract.sentNotices,
  };
}
