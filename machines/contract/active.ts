import {
  beginTerm,
  invoiceTerm,
  noteOverdue,
  noteReminder,
  renewOptions,
  reopenInvoice,
  settleInvoice,
} from "./actions.ts";
import { base } from "./base.ts";
import { waysOut } from "./exits.ts";
import { loans } from "./loans.ts";
import { materials } from "./materials.ts";
import { mail } from "./mails.ts";
import { dropRequest, joinOption, noteOptionEnded, requestOption } from "./option-actions.ts";
import { accelerate, optionEnding, standing, suspensions } from "./standing.ts";

/** From the start to the end: the service, the term, the way out and the standing each go their own way. */
export const active = base.createStateConfig({
  type: "parallel",
  on: {
    ...waysOut,
    ...standing,
    ...suspensions,
    ...loans,
    ...materials,
    accelerate: { ...accelerate, guard: "owesInvoices" },
    invoiceOverdue: { guard: "isOpenInvoice", meta: { clause: "A14.3" }, actions: noteOverdue },
    invoiceSettled: [
      {
        guard: "paysOff",
        meta: { clause: "A16.1" },
        actions: [settleInvoice, mail("suspension-lifted")],
      },
      { guard: "isOpenInvoice", meta: { clause: "A12.2" }, actions: settleInvoice },
    ],
    invoiceReopened: {
      guard: "isSettledInvoice",
      meta: { clause: "A12.2" },
      actions: reopenInvoice,
    },
    addOption: { guard: "isNewOption", meta: { clause: "A9.1" }, actions: requestOption },
    optionAccepted: {
      guard: "isRequested",
      meta: { clause: "A9.1" },
      actions: [joinOption, mail("option-added")],
    },
    optionDeclined: { guard: "isRequested", meta: { clause: "A9.1" }, actions: dropRequest },
    optionEnding,
    optionEnded: { guard: "isOwnOption", meta: { clause: "A9.2" }, actions: noteOptionEnded },
  },
  states: {
    service: {
      initial: "running",
      states: {
        running: {
          always: [
            { guard: "isSuspended", target: "suspended" },
            { guard: "isRestrictedOnly", target: "restricted" },
          ],
        },
        restricted: {
          always: [
            { guard: "isSuspended", target: "suspended" },
            { guard: "isFree", target: "running" },
          ],
        },
        suspended: {
          always: [
            { guard: "isRestrictedOnly", target: "restricted" },
            { guard: "isFree", target: "running" },
          ],
        },
      },
    },
    term: {
      initial: "open",
      states: {
        open: {
          on: {
            remindRenewal: {
              meta: { clause: "A10.2" },
              actions: [noteReminder, mail("renewal-reminder")],
            },
            fixRenewal: { target: "renewalFixed", meta: { clause: "A10.2" } },
          },
        },
        renewalFixed: {
          on: {
            renew: {
              target: "open",
              meta: { clause: "A10.2" },
              actions: [beginTerm, renewOptions, invoiceTerm, mail("renewed")],
            },
          },
        },
      },
    },
    exit: {
      initial: "none",
      states: {
        none: { always: { guard: "hasPendingEnd", target: "pending" } },
        pending: { always: { guard: "hasNoPendingEnd", target: "none" } },
      },
    },
    standing: {
      initial: "good",
      states: {
        good: { always: { guard: "isDemanded", target: "demanded" } },
        demanded: { always: { guard: "isGood", target: "good" } },
      },
    },
  },
});
