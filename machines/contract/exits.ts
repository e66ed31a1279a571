import { endEarnings } from "./earning.ts";
import {
  askWithdrawal,
  dropLapsedEnd,
  dropNotice,
  dropSentNotice,
  endOptions,
  limitDueDays,
  noteAssignment,
  noteBounce,
  noteDelivery,
  noteDiscontinuation,
  noteNotice,
  noteRestrictionEnd,
  noteSentNotice,
  noteTermination,
  recordEnd,
  refuseWithdrawal,
} from "./exit-actions.ts";
import { mail } from "./mails.ts";
import { chargeRests } from "./option-actions.ts";

const end = { target: "#contract.ended" } as const;
const settle = [recordEnd, endEarnings, endOptions, limitDueDays] as const;
const endBy = { ...end, actions: [...settle, mail("contract-ended")] } as const;

/** The pending end has come: the one that applies says by which clause. */
const endsOutsideTerm = [
  { ...endBy, guard: "isDiscontinued", meta: { clause: "A20.1" } },
  { ...endBy, guard: "endsRestricted", meta: { clause: "A19.4" } },
  {
    ...end,
    guard: "isAssigned",
    meta: { clause: "A31.1" },
    actions: [...settle, mail("contract-assigned")],
  },
  { ...endBy, meta: { clause: "A17.1" } },
] as const;

/** A notice (A17.1) counts where it ends the contract before every notice that its giver gave so far. */
const cancelByNotice = {
  guard: "endsEarlier",
  meta: { clause: "A17.1" },
  actions: [noteNotice, mail("cancellation-received")],
} as const;

const terminated = {
  ...end,
  actions: [noteTermination, ...settle, mail("contract-terminated")],
} as const;

/** The ways out of a contract that lives, whether its service has begun or not. */
const ways = {
  cancelByOperator: {
    guard: "operatorMayCancel",
    meta: { clause: "A17.1" },
    actions: [noteSentNotice, mail("operator-cancellation")],
  },
  noticeDelivered: { guard: "hasArrived", meta: { clause: "A17.1" }, actions: noteDelivery },
  noticeBounced: { guard: "isUnderWay", meta: { clause: "A17.1" }, actions: noteBounce },
  requestWithdrawal: {
    guard: "isCustomersNotice",
    meta: { clause: "A17.1" },
    actions: [askWithdrawal, mail("withdrawal-asked")],
  },
  agreeToWithdrawal: {
    guard: "isAskedByCustomer",
    meta: { clause: "A17.1" },
    actions: [mail("notice-withdrawn"), dropNotice, chargeRests],
  },
  refuseWithdrawal: {
    guard: "isAskedByCustomer",
    meta: { clause: "A17.1" },
    actions: [refuseWithdrawal, mail("withdrawal-refused")],
  },
  offerWithdrawal: [
    {
      guard: "isOperatorsNotice",
      meta: { clause: "A17.1" },
      actions: [askWithdrawal, mail("withdrawal-asked")],
    },
    // Before it arrives a notice binds nobody.
    { guard: "isSentNotice", meta: { clause: "A17.1" }, actions: dropSentNotice },
  ],
  acceptWithdrawal: {
    guard: "isAskedByOperator",
    meta: { clause: "A17.1" },
    actions: [mail("notice-withdrawn"), dropNotice, chargeRests],
  },
  declineWithdrawal: {
    guard: "isAskedByOperator",
    meta: { clause: "A17.1" },
    actions: refuseWithdrawal,
  },
  terminate: [
    { ...terminated, guard: "terminatesForForces", meta: { clause: "A32.3" } },
    { ...terminated, guard: "terminatesForBreach", meta: { clause: "A16.1" } },
  ],
  endByRestriction: {
    guard: "isNewEnd",
    meta: { clause: "A19.4" },
    actions: [noteRestrictionEnd, mail("end-announced")],
  },
  discontinue: {
    guard: "isNewEnd",
    meta: { clause: "A20.2" },
    actions: [noteDiscontinuation, mail("end-announced")],
  },
  withdrawEnd: {
    guard: "isPendingEnd",
    meta: { clause: "A17.1" },
    actions: [mail("end-lapsed"), dropLapsedEnd, chargeRests],
  },
  assign: {
    guard: "isAssignable",
    meta: { clause: "A31.1" },
    actions: [noteAssignment, mail("end-announced")],
  },
} as const;

/** Before a start is fixed there is no term whose renewal could be declined. */
export const waysOutOfOrder = {
  ...ways,
  cancel: cancelByNotice,
  endReached: endsOutsideTerm,
} as const;

/** Where there is a term, a notice in time declines its renewal (A10.2), and it can expire. */
export const waysOut = {
  ...ways,
  cancel: [{ ...cancelByNotice, guard: "endsWithTerm", meta: { clause: "A10.2" } }, cancelByNotice],
  endReached: [{ ...endBy, guard: "expires", meta: { clause: "A10.2" } }, ...endsOutsideTerm],
} as const;
