import { endLoan, recordLoss } from "./loan.ts";
import {
  askWithdrawal,
  dropLapsedEnd,
  dropNotice,
  mail,
  noteNotice,
  noteOperatorsEnd,
  recordContractsEnd,
  recordEnd,
  refuseWithdrawal,
  tellEnded,
  tellEnding,
} from "./actions.ts";

const ended = { target: "#option.ended", actions: [recordEnd, tellEnded, endLoan] } as const;
const cancelByNotice = {
  guard: "endsEarlier",
  meta: { clause: "A17.1" },
  actions: [noteNotice, tellEnding, mail("option-ending")],
} as const;

/** The ways out of an option that was accepted, by the rules of its contract (A9.2). */
export const ways = {
  cancel: cancelByNotice,
  requestWithdrawal: {
    guard: "isNoticed",
    meta: { clause: "A17.1" },
    actions: [askWithdrawal, mail("withdrawal-asked")],
  },
  agreeToWithdrawal: {
    guard: "isAsked",
    meta: { clause: "A17.1" },
    actions: [dropNotice, tellEnding, mail("option-resumed")],
  },
  refuseWithdrawal: {
    guard: "isAsked",
    meta: { clause: "A17.1" },
    actions: [refuseWithdrawal, mail("withdrawal-refused")],
  },
  discontinue: {
    guard: "isNewEnd",
    meta: { clause: "A20.2" },
    actions: [noteOperatorsEnd, tellEnding, mail("option-ending")],
  },
  endByRestriction: {
    guard: "isNewEnd",
    meta: { clause: "A19.4" },
    actions: [noteOperatorsEnd, tellEnding, mail("option-ending")],
  },
  withdrawEnd: {
    guard: "isPendingEnd",
    meta: { clause: "A9.2" },
    actions: [dropLapsedEnd, tellEnding, mail("option-resumed")],
  },
  endReached: [
    { ...ended, guard: "isDiscontinued", meta: { clause: "A20.1" } },
    { ...ended, guard: "endsRestricted", meta: { clause: "A19.4" } },
    { ...ended, meta: { clause: "A17.1" } },
  ],
  end: {
    target: "#option.ended",
    meta: { clause: "A9.2" },
    actions: [recordContractsEnd, endLoan],
  },
  deviceLost: {
    target: "#option.ended",
    meta: { clause: "A7.6" },
    actions: [recordLoss, tellEnded],
  },
} as const;

/** With a term, a notice in time declines the option's part in its renewal (A10.2). */
export const waysInTerm = {
  ...ways,
  cancel: [{ ...cancelByNotice, guard: "endsWithTerm", meta: { clause: "A10.2" } }, cancelByNotice],
  endReached: [{ ...ended, guard: "expires", meta: { clause: "A10.2" } }, ...ways.endReached],
} as const;
