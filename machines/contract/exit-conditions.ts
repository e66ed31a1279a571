import type { Stamp } from "../engine/outgoing.ts";
import type { ContractContext } from "./context.ts";
import { earliestEnd, type PendingEnd } from "./ends.ts";
import type { ContractEvent } from "./events.ts";
import { deliveredEnd, noticedEnd } from "./notice.ts";

type Given = { context: ContractContext; event: ContractEvent & Stamp };

/** Whether no pending end is over: in the moment after midnight its own event may still be to come. */
function isNotOver({ context, event }: Given): boolean {
  const end = earliestEnd(context);
  return !end || end.endDay >= event.day;
}

const isNoticeOf = (side: PendingEnd["by"]) => (end: PendingEnd) =>
  end.by === side && (end.cause === "cancelled" || end.cause === "expired");

/** Whether a customer's notice leads to an end before those of its own notices, by a clause if named. */
function endsEarlier(given: Given, clause?: "A10.2"): boolean {
  const { context, event } = given;
  if (event.type !== "cancel" || !isNotOver(given)) return false;
  const present = earliestEnd({ ends: context.ends.filter(isNoticeOf("customer")) });
  const end = noticedEnd(context, event);
  return (!present || end.endDay < present.endDay) && (!clause || end.clause === clause);
}

/** Whether the operator may give notice: none is on its way, and none that is pending ends sooner. */
function operatorMayCancel(given: Given): boolean {
  const { context, event } = given;
  if (event.type !== "cancelByOperator" || !isNotOver(given)) return false;
  if (context.sentNotices.length > 0) return false;
  const present = earliestEnd({ ends: context.ends.filter(isNoticeOf("operator")) });
  const { endDay } = deliveredEnd(context, { ...event, noticeId: "", deliveredOn: event.day });
  return !present || endDay < present.endDay;
}

/** A pending notice that an event names, while it can still be taken back. */
function noticeNamedBy({ context, event }: Given): PendingEnd | undefined {
  if (!("noticeId" in event)) return undefined;
  return context.ends.find(({ id, endDay }) => id === event.noticeId && endDay >= event.day);
}

function isNoticeBy(given: Given, side: PendingEnd["by"], isAsked: boolean): boolean {
  const end = noticeNamedBy(given);
  if (!end || !isNoticeOf(side)(end)) return false;
  return (end.withdrawalAskedOn !== null) === isAsked;
}

/** Whether an event brings an end that is still to come and was not brought before. */
function isNewEnd({ context, event }: Given): boolean {
  const [ref, endDay] =
    event.type === "discontinue"
      ? [event.discontinuationId, event.endDay]
      : event.type === "endByRestriction"
        ? [event.restrictionId, event.endDay]
        : [null, null];
  return endDay !== null && endDay >= event.day && !context.ends.some((end) => end.ref === ref);
}

const sentNotice = ({ context, event }: Given) =>
  "noticeId" in event ? context.sentNotices.find(({ id }) => id === event.noticeId) : undefined;

/**
 * Whether a notice on its way can have arrived on the day named: not before it was sent, not after
 * today, and not so long ago that the contract would have ended in the past, of which nobody was told.
 */
function hasArrived(given: Given): boolean {
  const { context, event } = given;
  const sent = sentNotice(given);
  if (event.type !== "noticeDelivered" || !sent) return false;
  const { deliveredOn, noticeId } = event;
  if (deliveredOn < sent.sentOn || deliveredOn > event.day) return false;
  return deliveredEnd(context, { deliveredOn, noticeId, wish: sent.wish }).endDay >= event.day;
}

const causeOf = ({ context }: Given) => earliestEnd(context)?.cause;

/** The conditions under which a contract comes to its end, or is kept from it. */
export const exitConditions = {
  /** The notice declines the renewal: the contract ends with its term. */
  endsWithTerm: (given: Given) => endsEarlier(given, "A10.2"),
  endsEarlier: (given: Given) => endsEarlier(given),
  operatorMayCancel,
  isSentNotice: (given: Given) => sentNotice(given) !== undefined,
  hasArrived,
  isUnderWay: (given: Given) => sentNotice(given)?.bounced === false,
  isCustomersNotice: (given: Given) => isNoticeBy(given, "customer", false),
  isOperatorsNotice: (given: Given) => isNoticeBy(given, "operator", false),
  isAskedByCustomer: (given: Given) => isNoticeBy(given, "customer", true),
  isAskedByOperator: (given: Given) => isNoticeBy(given, "operator", true),
  terminatesForBreach: (given: Given) =>
    given.event.type === "terminate" && !given.event.clause.startsWith("A32") && isNotOver(given),
  terminatesForForces: (given: Given) =>
    given.event.type === "terminate" && given.event.clause.startsWith("A32") && isNotOver(given),
  isNewEnd,
  /** The end that lapses is there and not over. */
  isPendingEnd: ({ context, event }: Given) =>
    event.type === "withdrawEnd" &&
    context.ends.some(({ ref, endDay }) => ref === event.ref && endDay >= event.day),
  /** The successor takes over after today, and nothing ends the contract before. */
  isAssignable: (given: Given) =>
    given.event.type === "assign" &&
    given.event.effectiveDay > given.event.day &&
    isNotOver(given) &&
    !given.context.ends.some(({ cause }) => cause === "assigned"),
  hasPendingEnd: ({ context }: Given) => context.ends.length > 0,
  hasNoPendingEnd: ({ context }: Given) => context.ends.length === 0,
  expires: (given: Given) => causeOf(given) === "expired",
  isDiscontinued: (given: Given) => causeOf(given) === "discontinued",
  endsRestricted: (given: Given) => causeOf(given) === "restricted",
  isAssigned: (given: Given) => causeOf(given) === "assigned",
};
