import { endOptions, limitDueDays, mail, noteEnd, recordEnd } from "./actions.ts";

/** The day of a notice's end is over (A17.1). */
export const endByNotice = {
  target: "#contract.ended",
  meta: { clause: "A17.1" },
  actions: [recordEnd, endOptions, limitDueDays, mail("contract-ended")],
} as const;

/** The pending end has come: with the term whose renewal was declined (A10.2), or by a notice. */
export const endReached = [
  { ...endByNotice, guard: "expires", meta: { clause: "A10.2" } },
  endByNotice,
] as const;

/** A notice (A17.1) counts where it ends the contract before every notice given so far. */
export const cancelByNotice = {
  guard: "endsEarlier",
  meta: { clause: "A17.1" },
  actions: [noteEnd, mail("cancellation-received")],
} as const;

/** Where there is a term, a notice in time declines its renewal (A10.2). */
export const cancel = [
  { ...cancelByNotice, guard: "endsWithTerm", meta: { clause: "A10.2" } },
  cancelByNotice,
] as const;
