import {
  askStripe,
  base,
  bookExcess,
  bookMade,
  bookReturned,
  bookTransferred,
  bookTransferReturned,
  lookUp,
  mail,
  noRefund,
  putBack,
  takeOut,
} from "./base.ts";

export type { RefundContext } from "./base.ts";

const meta = { clause: "A12.2" } as const;

const note = base.assign(({ event }) => {
  if (event.type === "create") {
    const { machineId: refundId, invoiceId, paymentId, approvalId, amount, fromCredit } = event;
    const { reason, at: requestedAt } = event;
    return { refundId, invoiceId, paymentId, approvalId, amount, fromCredit, reason, requestedAt };
  }
  if (event.type !== "find") return {};
  const { machineId: refundId, invoiceId, paymentId, amount, stripeRefundId, madeOn } = event;
  const found = { isFound: true, requestedAt: event.at };
  return { refundId, invoiceId, paymentId, amount, stripeRefundId, madeOn, ...found };
});

const noteMade = base.assign(({ event }) => {
  if (event.type === "transferred") return { madeOn: event.transferredOn };
  if (event.type !== "made") return {};
  return { stripeRefundId: event.stripeRefundId, madeOn: event.madeOn };
});

const noteFailure = base.assign(({ event }) => {
  const failedOn = event.day;
  if (event.type === "transferFailed") return { failedOn, failureCode: event.reason };
  return event.type === "fail" || event.type === "refuse"
    ? { failedOn, failureCode: event.code, exceeding: 0 }
    : {};
});

const noteClosing = base.assign({
  failureNote: ({ event }) => (event.type === "closeFailure" ? event.note : null),
});

/** Stripe had taken the money out of its balance and has put it back. */
const comesBack = {
  target: "failed",
  meta,
  actions: [noteFailure, bookReturned, putBack, mail("refund-failed")],
} as const;

/** What is more than was left stands in the books until finance has looked into it. */
const exceeds = {
  meta,
  actions: base.assign(({ event }) =>
    event.type === "exceeds" ? { exceeding: event.amount } : {},
  ),
} as const;

/**
 * Money that goes back to a customer (返金): to the card by Stripe, or by a bank transfer that finance makes.
 * What was asked for here has a second person's approval; what was done at Stripe is learned afterwards.
 */
export const refundMachine = base.createMachine({
  id: "refund",
  context: noRefund,
  initial: "unopened",
  states: {
    unopened: {
      on: {
        create: [
          { guard: "goesByCard", target: "requested", meta, actions: [note, takeOut, askStripe] },
          { target: "toTransfer", meta, actions: [note, takeOut] },
        ],
        find: { target: "pending", meta, actions: [note, takeOut, bookMade] },
      },
    },
    requested: {
      on: {
        made: { target: "pending", meta, actions: [noteMade, bookMade] },
        refuse: {
          target: "failed",
          meta,
          actions: [noteFailure, putBack],
        },
      },
    },
    pending: {
      on: {
        succeed: { target: "succeeded", meta, actions: mail("refunded") },
        fail: comesBack,
        exceeds,
        lookUp: { meta, actions: lookUp },
      },
    },
    toTransfer: {
      on: {
        transferred: {
          target: "succeeded",
          meta,
          actions: [noteMade, bookTransferred, mail("refunded")],
        },
        transferFailed: { target: "failed", meta, actions: [noteFailure, putBack] },
      },
    },
    succeeded: {
      on: {
        // A bank may send it back days after Stripe said that it came through.
        fail: { guard: "wentByCard", ...comesBack },
        transferFailed: {
          guard: "wentByTransfer",
          target: "failed",
          meta,
          actions: [noteFailure, bookTransferReturned, putBack],
        },
        exceeds,
        closeFailure: { guard: "isOpenExcess", meta, actions: [bookExcess, noteClosing] },
      },
    },
    failed: {
      on: { closeFailure: { guard: "isOpenFailure", meta, actions: noteClosing } },
    },
  },
});
