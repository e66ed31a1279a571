import { setup } from "xstate";
import { dayOf } from "../calendar.ts";
import { outgoing, type Stamp } from "../engine/outgoing.ts";
import { policyOn } from "../terms/policy.ts";
import type { ContractContext } from "./context.ts";
import type { ContractEvent } from "./events.ts";
import { exitConditions } from "./exit-conditions.ts";
import { optionConditions } from "./option-conditions.ts";
import { standingConditions } from "./standing-conditions.ts";

/** The contract's types and the conditions that its chart names. */
export const base = setup({
  types: { context: {} as ContractContext, events: {} as ContractEvent & Stamp },
  actions: outgoing,
  guards: {
    mayBeAccepted: ({ context }) =>
      context.maintenanceVerifiedOn !== null && context.awaitedConsent === null,
    isInTerm: ({ event }) => event.type === "takeOver" && event.term !== null,
    withdrawalAllowed: ({ event }) => policyOn(dayOf(event.day)).orderWithdrawalAllowed,
    startNotPast: ({ event }) => event.type === "setStart" && event.startDay >= event.day,
    asWished: ({ context, event }) =>
      event.type === "setStart" &&
      event.startDay >= event.day &&
      event.startDay === context.wishedStart,
    proposalNotPast: ({ context, event }) => (context.proposedStart ?? "") >= event.day,
    isOpenInvoice: ({ context, event }) =>
      (event.type === "invoiceSettled" || event.type === "invoiceOverdue") &&
      context.openInvoices.includes(event.invoiceId),
    isSettledInvoice: ({ context, event }) =>
      event.type === "invoiceReopened" && !context.openInvoices.includes(event.invoiceId),
    noDevices: ({ context: { openLoans, hasLent, options } }) =>
      openLoans.length === 0 && (hasLent || options.every(({ kind }) => kind !== "device")),
    isOpenLoan: ({ context, event }) =>
      event.type === "loanSettled" && context.openLoans.includes(event.loanId),
    isHeldMaterial: ({ context, event }) =>
      event.type === "materialGone" && context.heldMaterials.includes(event.requestId),
    noHeldMaterials: ({ context }) => context.heldMaterials.length === 0,
    noOpenLoan: ({ context }) => context.openLoans.length === 0,
    owesInvoices: ({ context }) => context.openInvoices.length > 0,
    noOpenInvoice: ({ context }) => context.openInvoices.length === 0,
    ...exitConditions,
    ...optionConditions,
    ...standingConditions,
  },
});
