import { setup } from "xstate";
import { dayOf } from "../calendar.ts";
import { outgoing, type Stamp } from "../engine/outgoing.ts";
import { policyOn } from "../terms/policy.ts";
import { earliestEnd, type ContractContext } from "./context.ts";
import type { ContractEvent } from "./events.ts";
import { noticedEnd } from "./notice.ts";

type Stamped = ContractEvent & Stamp;

/** Whether a notice leads to an end before every pending one, by a clause where one is named. */
function endsEarlier(context: ContractContext, event: Stamped, clause?: "A10.2"): boolean {
  if (event.type !== "cancel") return false;
  const present = earliestEnd(context);
  const end = noticedEnd(context, event);
  return (!present || end.endDay < present.endDay) && (!clause || end.clause === clause);
}

/** The contract's types and the conditions that its chart names. */
export const base = setup({
  types: { context: {} as ContractContext, events: {} as Stamped },
  actions: outgoing,
  guards: {
    maintenanceVerified: ({ context }) => context.maintenanceVerifiedOn !== null,
    withdrawalAllowed: ({ event }) => policyOn(dayOf(event.day)).orderWithdrawalAllowed,
    startNotPast: ({ event }) => event.type === "setStart" && event.startDay >= event.day,
    asWished: ({ context, event }) =>
      event.type === "setStart" &&
      event.startDay >= event.day &&
      event.startDay === context.wishedStart,
    proposalNotPast: ({ context, event }) => (context.proposedStart ?? "") >= event.day,
    /** The notice declines the renewal: the contract ends with its term. */
    endsWithTerm: ({ context, event }) => endsEarlier(context, event, "A10.2"),
    endsEarlier: ({ context, event }) => endsEarlier(context, event),
    hasPendingEnd: ({ context }) => context.ends.length > 0,
    expires: ({ context }) => earliestEnd(context)?.clause === "A10.2",
    /** A suspension for non-payment needs an unpaid invoice whose due day has passed. */
    hasGround: ({ context, event }) =>
      event.type === "suspend" &&
      (event.cause !== "nonPayment" || context.overdueInvoices.length > 0),
    isCause: ({ context, event }) =>
      event.type === "lift" && context.suspensions.includes(event.cause),
    noCauseLeft: ({ context }) => context.suspensions.length === 0,
    isOpenInvoice: ({ context, event }) =>
      (event.type === "invoiceSettled" || event.type === "invoiceOverdue") &&
      context.openInvoices.includes(event.invoiceId),
    noDevices: ({ context }) => context.options.every(({ kind }) => kind !== "device"),
    noOpenInvoice: ({ context }) => context.openInvoices.length === 0,
  },
});
