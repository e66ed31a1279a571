import { dayOf } from "../calendar.ts";
import { unpaidFeesDueDay } from "../terms/a17-cancellation.ts";
import { settledRefund } from "../terms/a17-refund.ts";
import { lastDayOfAssignor } from "../terms/a31-assignment.ts";
import { policyOn } from "../terms/policy.ts";
import { base } from "./base.ts";
import { refundFor } from "./charged.ts";
import { earliestEnd, noticeIdOf, recordedEnd } from "./ends.ts";
import { deliveredEnd, noticedEnd } from "./notice.ts";
import { endOfDiscontinuation, endOfRestriction, endOfTermination } from "./operators-ends.ts";

export const noteNotice = base.assign(({ context, event }) => {
  if (event.type !== "cancel") return {};
  const notices = context.notices + 1;
  const id = noticeIdOf(context.contractId, notices);
  return { notices, ends: [...context.ends, { id, ...noticedEnd(context, event) }] };
});

export const noteSentNotice = base.assign(({ context, event }) => {
  if (event.type !== "cancelByOperator") return {};
  const notices = context.notices + 1;
  const id = noticeIdOf(context.contractId, notices);
  const sent = { id, wish: event.wish, sentOn: event.day, bounced: false };
  return { notices, sentNotices: [...context.sentNotices, sent] };
});

/** Delivered, the notice counts from that day (A17.1). */
export const noteDelivery = base.assign(({ context, event }) => {
  if (event.type !== "noticeDelivered") return {};
  const sent = context.sentNotices.find(({ id }) => id === event.noticeId);
  if (!sent) return {};
  const { noticeId, deliveredOn } = event;
  const end = deliveredEnd(context, { deliveredOn, noticeId, wish: sent.wish });
  const sentNotices = context.sentNotices.filter((one) => one !== sent);
  return { sentNotices, ends: [...context.ends, end] };
});

export const noteBounce = base.assign({
  sentNotices: ({ context, event }) =>
    context.sentNotices.map((sent) =>
      event.type === "noticeBounced" && sent.id === event.noticeId
        ? { ...sent, bounced: true }
        : sent,
    ),
});

/** A notice that never arrived is taken back by nobody's leave. */
export const dropSentNotice = base.assign({
  sentNotices: ({ context, event }) =>
    context.sentNotices.filter(({ id }) => !("noticeId" in event) || id !== event.noticeId),
});

const setAsked = (isAsked: boolean) =>
  base.assign({
    ends: ({ context, event }) =>
      context.ends.map((end) =>
        "noticeId" in event && end.id === event.noticeId
          ? { ...end, withdrawalAskedOn: isAsked ? event.day : null }
          : end,
      ),
  });

export const askWithdrawal = setAsked(true);
export const refuseWithdrawal = setAsked(false);

/** A notice that both sides take back: what the renewal would have waited for before is past. */
export const dropNotice = base.assign(({ context, event }) => {
  const ends = context.ends.filter(({ id }) => !("noticeId" in event) || id !== event.noticeId);
  return { ends, resumedAt: event.at };
});

/** An end whose ground is gone: the restriction was lifted, the discontinuation withdrawn. */
export const dropLapsedEnd = base.assign(({ context, event }) => {
  const ends = context.ends.filter(({ ref }) => event.type !== "withdrawEnd" || ref !== event.ref);
  return { ends, resumedAt: event.at };
});

export const noteTermination = base.assign(({ context, event }) =>
  event.type === "terminate" ? { ends: [...context.ends, endOfTermination(event)] } : {},
);

export const noteRestrictionEnd = base.assign(({ context, event }) =>
  event.type === "endByRestriction" ? { ends: [...context.ends, endOfRestriction(event)] } : {},
);

export const noteDiscontinuation = base.assign(({ context, event }) =>
  event.type === "discontinue" ? { ends: [...context.ends, endOfDiscontinuation(event)] } : {},
);

export const noteAssignment = base.assign(({ context, event }) => {
  if (event.type !== "assign") return {};
  const { successorId, effectiveDay, day } = event;
  const refund = settledRefund("assigned", policyOn(dayOf(day)));
  const end = {
    id: successorId,
    cause: "assigned" as const,
    by: "customer" as const,
    noticeDay: day,
    endDay: lastDayOfAssignor(dayOf(effectiveDay)).day.toString(),
    clause: "A31.1" as const,
    ref: successorId,
    refund,
    withdrawalAskedOn: null,
  };
  return { ends: [...context.ends, end] };
});

/** What ended the contract, and what the operator owes for the days after it (A17.2). */
export const recordEnd = base.assign(({ context }) => {
  const end = earliestEnd(context);
  if (!end) return {};
  const { contractId, charged, refunds } = context;
  const owed =
    end.refund === "unearned" ? refundFor(charged, contractId, end.endDay, end.clause) : null;
  return { ended: recordedEnd(end), refunds: owed ? [...refunds, owed] : refunds };
});

/** The options end with the contract, on the same day; what was not decided yet is off. */
export const endOptions = base.enqueueActions(({ context, enqueue }) => {
  if (!context.ended) return;
  const { day: endDay, cause, by, clause } = context.ended;
  for (const { optionId } of context.options) {
    const end = { type: "end", endDay, cause, by, clause };
    enqueue({ type: "tell", params: { kind: "option", machineId: optionId, event: end } });
  }
  for (const { optionId } of context.requestedOptions) {
    const lapse = { type: "lapse" };
    enqueue({ type: "tell", params: { kind: "option", machineId: optionId, event: lapse } });
  }
});

/**
 * Unpaid fees fall due in one sum after the end (A17.2), unless the operator brought it about; a due day
 * never moves later.
 */
export const limitDueDays = base.enqueueActions(({ context, event, enqueue }) => {
  if (context.ended?.refund === "unearned") return;
  const end = dayOf(context.ended?.day ?? event.day);
  const dueDay = unpaidFeesDueDay(end, policyOn(end).dueDateRule).day.toString();
  for (const machineId of context.openInvoices) {
    const tell = { kind: "invoice" as const, machineId, event: { type: "limitDueDay", dueDay } };
    enqueue({ type: "tell", params: tell });
  }
});
