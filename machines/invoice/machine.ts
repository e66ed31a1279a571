import {
  closePayment,
  issue,
  mail,
  mailIssue,
  receive,
  settle,
  startPayment as openPayment,
  tellContract,
  tellOfDamages,
} from "./actions.ts";
import { base } from "./base.ts";
import { announcing, collecting, freeAgain } from "./collecting.ts";
import { noInvoice } from "./context.ts";
import { creditBack, credits, givenAway, setOff, writeOff } from "./credits.ts";
import { earnMonth, endEarning } from "./earning.ts";
import { decisions } from "./damages.ts";
import { disputes } from "./dispute.ts";
import { book, postIssue } from "./postings.ts";
import { chargebacks } from "./chargebacks.ts";
import { returned } from "./returned.ts";

const startPayment = {
  guard: "noPaymentOpen",
  meta: { clause: "A12.2" },
  actions: openPayment,
} as const;

const paymentClosed = {
  guard: "isOpenPayment",
  meta: { clause: "A12.2" },
  actions: closePayment,
} as const;

const whileOwed = {
  ...disputes,
  ...collecting,
  startPayment,
  paymentClosed: {
    guard: "isOpenPayment",
    meta: { clause: "A12.2" },
    actions: [closePayment, freeAgain],
  },
  limitDueDay: {
    guard: "isEarlier",
    meta: { clause: "A17.2" },
    actions: base.assign({
      dueDay: ({ context, event }) =>
        event.type === "limitDueDay" ? event.dueDay : context.dueDay,
    }),
  },
  accelerate: {
    guard: "isEarlier",
    meta: { clause: "A16.2" },
    actions: base.assign(({ event }) =>
      event.type === "accelerate" ? { dueDay: event.dueDay, acceleratedTo: event.dueDay } : {},
    ),
  },
} as const;

const dueDayPassed = {
  target: "overdue",
  meta: { clause: "A14.3" },
  actions: [
    base.assign({ overdueSince: ({ event }) => event.day }),
    tellContract("invoiceOverdue"),
  ],
} as const;

const toPaid = {
  guard: "coversAll",
  target: "paid",
  meta: { clause: "A12.2" },
  actions: settle,
} as const;

const byTransfer = {
  guard: "settlesByTransfer",
  target: "paid",
  meta: { clause: "A12.2" },
  actions: settle,
} as const;

const partByTransfer = {
  guard: "bearsNoFee",
  meta: { clause: "A12.2" },
  actions: receive,
} as const;

const lessPaid = { guard: "leavesSome", meta: { clause: "A12.2" }, actions: book } as const;

const reopen = [book, base.assign({ paidOn: null }), tellContract("invoiceReopened")] as const;

/** An invoice (請求書) for the fees of one term. */
export const invoiceMachine = base.createMachine({
  id: "invoice",
  context: noInvoice,
  initial: "draft",
  // What is earned does not ask whether it has been paid.
  on: {
    earn: { guard: "isEarned", meta: { clause: "A12.2" }, actions: earnMonth },
    endEarning: { guard: "isEarning", meta: { clause: "A17.2" }, actions: endEarning },
    ...chargebacks,
  },
  states: {
    draft: {
      on: {
        issue: [
          {
            guard: "costsNothing",
            target: "paid",
            meta: { clause: "A12.2" },
            actions: [issue, tellContract("invoiceSettled")],
          },
          {
            target: "issued",
            meta: { clause: "A12.2" },
            actions: [issue, postIssue, tellOfDamages, mailIssue],
          },
        ],
      },
    },
    issued: {
      on: {
        ...whileOwed,
        ...announcing,
        ...returned.issued,
        ...credits.issued,
        ...setOff.issued,
        ...creditBack.issued,
        writeOff,
        paymentReceived: [
          toPaid,
          { target: "partlyPaid", meta: { clause: "A12.2" }, actions: receive },
        ],
        transferReceived: [byTransfer, { ...partByTransfer, target: "partlyPaid" }],
        dueDayPassed,
      },
    },
    partlyPaid: {
      on: {
        ...whileOwed,
        ...announcing,
        ...returned.partlyPaid,
        ...credits.owed,
        ...setOff.owed,
        ...creditBack.owed,
        writeOff,
        paymentReceived: [toPaid, { meta: { clause: "A12.2" }, actions: receive }],
        transferReceived: [byTransfer, partByTransfer],
        transferReversed: [{ ...lessPaid, guard: "leavesNothing", target: "issued" }, lessPaid],
        dueDayPassed,
      },
    },
    overdue: {
      on: {
        ...whileOwed,
        ...returned.overdue,
        ...credits.owed,
        ...setOff.owed,
        ...creditBack.owed,
        writeOff,
        ...decisions,
        paymentReceived: [toPaid, { meta: { clause: "A12.2" }, actions: receive }],
        transferReceived: [byTransfer, partByTransfer],
        transferReversed: lessPaid,
        remind: {
          guard: "isUndisputed",
          meta: { clause: "A14.3" },
          actions: [
            base.assign({
              reminded: ({ context, event }) =>
                event.type === "remind" ? [...context.reminded, event.id] : context.reminded,
            }),
            mail("payment-reminder"),
          ],
        },
      },
    },
    paid: {
      entry: base.assign({ writtenOff: null }),
      on: {
        ...disputes,
        ...returned.paid,
        ...decisions,
        ...credits.settled,
        ...givenAway,
        paymentReceived: { meta: { clause: "A12.2" }, actions: receive },
        transferReceived: partByTransfer,
        transferReversed: [
          { ...lessPaid, guard: "staysCovered" },
          {
            guard: "isLate",
            target: "overdue",
            meta: { clause: "A14.3" },
            actions: [...reopen, tellContract("invoiceOverdue")],
          },
          { ...lessPaid, guard: "leavesNothing", target: "issued", actions: reopen },
          { ...lessPaid, target: "partlyPaid", actions: reopen },
        ],
        paymentClosed,
      },
    },
    /** All of it was credited: nothing is asked for, and what came in is the customer's. */
    void: {
      on: {
        ...returned.void,
        ...givenAway,
        paymentReceived: { meta: { clause: "A12.2" }, actions: receive },
        transferReceived: partByTransfer,
        transferReversed: lessPaid,
        paymentClosed,
      },
    },
    writtenOff: {
      on: {
        ...returned.overdue,
        ...credits.owed,
        ...setOff.owed,
        ...creditBack.owed,
        startPayment,
        paymentClosed,
        paymentReceived: [toPaid, { meta: { clause: "A12.2" }, actions: receive }],
        transferReceived: [byTransfer, partByTransfer],
        transferReversed: lessPaid,
      },
    },
  },
});
