import {
  beginTerm,
  invoiceTerm,
  mail,
  noteLifting,
  noteOverdue,
  noteReminder,
  noteSuspension,
  settleInvoice,
} from "./actions.ts";
import { base } from "./base.ts";
import { cancel, endReached } from "./exits.ts";

const suspend = { guard: "hasGround", meta: { clause: "A16.1" }, actions: noteSuspension } as const;

/** From the start to the end: the service, the term and the way out each go their own way. */
export const active = base.createStateConfig({
  type: "parallel",
  on: {
    endReached,
    invoiceOverdue: { guard: "isOpenInvoice", meta: { clause: "A14.3" }, actions: noteOverdue },
    invoiceSettled: { guard: "isOpenInvoice", meta: { clause: "A12.2" }, actions: settleInvoice },
  },
  states: {
    service: {
      initial: "running",
      states: {
        running: { on: { suspend: { ...suspend, target: "suspended" } } },
        suspended: {
          always: { guard: "noCauseLeft", target: "running" },
          on: {
            suspend,
            lift: { guard: "isCause", meta: { clause: "A16.1" }, actions: noteLifting },
          },
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
              actions: [beginTerm, invoiceTerm, mail("renewed")],
            },
          },
        },
      },
    },
    exit: {
      initial: "none",
      states: {
        // A notice may have been given before the start.
        none: { always: { guard: "hasPendingEnd", target: "pending" }, on: { cancel } },
        pending: { on: { cancel } },
      },
    },
  },
});
