import { earliestEnd } from "../contract/ends.ts";
import type { OptionContext } from "./context.ts";
import type { OptionEvent } from "./events.ts";

/** Mails about the inspection of work (A11). */
export type InspectionMail =
  | "work-reported"
  | "work-accepted"
  | "work-objected"
  | "inspection-reminder"
  | "inspection-overdue";

/** What a mail about an option says, as it was when the option decided to write. */
export function optionMailFacts(context: OptionContext, event: OptionEvent) {
  const { optionId, nameJa, nameEn, kind, annualPrice, startDay, term, ends, inspection } = context;
  const option = { optionId, nameJa, nameEn, kind, annualPrice };
  const noticeId = "noticeId" in event ? event.noticeId : null;
  return {
    option,
    startDay,
    term,
    ends,
    pendingEnd: earliestEnd(context),
    said: { noticeId },
    inspection,
  };
}

export type OptionMailFacts = ReturnType<typeof optionMailFacts>;
