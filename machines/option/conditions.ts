import { earliestEnd } from "../contract/ends.ts";
import { noticedEnd } from "../contract/notice.ts";
import type { Stamp } from "../engine/outgoing.ts";
import type { OptionContext } from "./context.ts";
import type { OptionEvent } from "./events.ts";
import { inspectionConditions } from "./inspection-conditions.ts";

type Given = { context: OptionContext; event: OptionEvent & Stamp };

const isNotice = ({ cause }: { cause: string }) => cause === "cancelled" || cause === "expired";

/** Work has no term: its price is that of the one piece. */
export const noticedTermOf = ({ kind, startDay, term }: OptionContext) =>
  kind === "work" ? { start: null, term: null } : { start: startDay, term };

/** Whether a notice leads to an end before those given so far, by a clause where one is named. */
function endsEarlier({ context, event }: Given, clause?: "A10.2"): boolean {
  if (event.type !== "cancel") return false;
  const applying = earliestEnd(context);
  if (applying && applying.endDay < event.day) return false;
  const present = earliestEnd({ ends: context.ends.filter(isNotice) });
  const end = noticedEnd(noticedTermOf(context), event);
  return (!present || end.endDay < present.endDay) && (!clause || end.clause === clause);
}

function isNoticeAsked({ context, event }: Given, isAsked: boolean): boolean {
  if (!("noticeId" in event)) return false;
  const end = context.ends.find(({ id, endDay }) => id === event.noticeId && endDay >= event.day);
  return end !== undefined && isNotice(end) && (end.withdrawalAskedOn !== null) === isAsked;
}

function isNewEnd({ context, event }: Given): boolean {
  if (event.type !== "discontinue" && event.type !== "endByRestriction") return false;
  const own = event.type === "discontinue" ? event.discontinuationId : event.restrictionId;
  return event.endDay >= event.day && context.ends.every(({ ref }) => ref !== own);
}

const causeOf = ({ context }: Given) => earliestEnd(context)?.cause;

/** The conditions that an option's chart names. */
export const optionConditions = {
  ...inspectionConditions,
  isWork: ({ context }: Given) => context.kind === "work",
  hasStarted: ({ event }: Given) => event.type === "takeOver" && event.startDay !== null,
  isWorkUnderWay: ({ event }: Given) =>
    event.type === "takeOver" && event.startDay !== null && event.kind === "work",
  isAddition: ({ context }: Given) => context.isAddition,
  isOrdered: ({ context }: Given) => !context.isAddition,
  endsWithTerm: (given: Given) => endsEarlier(given, "A10.2"),
  endsEarlier: (given: Given) => endsEarlier(given),
  isNoticed: (given: Given) => isNoticeAsked(given, false),
  isAsked: (given: Given) => isNoticeAsked(given, true),
  isNewEnd,
  isPendingEnd: ({ context, event }: Given) =>
    event.type === "withdrawEnd" &&
    context.ends.some(({ ref, endDay }) => ref === event.ref && endDay >= event.day),
  hasPendingEnd: ({ context }: Given) => context.ends.length > 0,
  hasNoPendingEnd: ({ context }: Given) => context.ends.length === 0,
  expires: (given: Given) => causeOf(given) === "expired",
  isDiscontinued: (given: Given) => causeOf(given) === "discontinued",
  endsRestricted: (given: Given) => causeOf(given) === "restricted",
  isNewRestriction: ({ context, event }: Given) =>
    event.type === "restrict" &&
    context.restrictions.every(({ restrictionId }) => restrictionId !== event.restrictionId),
  isRestriction: ({ context, event }: Given) =>
    event.type === "unrestrict" &&
    context.restrictions.some(({ restrictionId }) => restrictionId === event.restrictionId),
  isRestricted: ({ context }: Given) => context.restrictions.length > 0,
  isFree: ({ context }: Given) => context.restrictions.length === 0,
};
