import { lookUp, mailFailure, noteFailure, take, takeResult, tellInvoice } from "./actions.ts";
import { base } from "./base.ts";
import { noPayment } from "./context.ts";
import { afterwards, bookArrived } from "./returned.ts";
import {
  cancelIntent,
  charge,
  closeCharge,
  mailAction,
  mailDecline,
  noteAction,
  noteRefusal,
} from "./saved-card.ts";

export type { PaymentContext } from "./context.ts";

const clause = { clause: "A12.2" } as const;

const settled = [
  {
    guard: "isAmount",
    target: "succeeded",
    meta: clause,
    actions: [takeResult, base.assign({ isApplied: true }), tellInvoice("paymentReceived")],
  },
  // Another amount than asked for settles nothing by itself: a person has to look.
  { target: "mismatched", meta: clause, actions: [takeResult, bookArrived] },
] as const;

const cancelled = {
  target: "cancelled",
  meta: clause,
  actions: tellInvoice("paymentClosed"),
} as const;

const attemptFailed = { meta: clause, actions: [noteFailure, mailFailure] };

const processing = {
  target: "processing",
  meta: clause,
  actions: base.assign({
    intentId: ({ event }) => (event.type === "processing" ? event.intentId : null),
  }),
} as const;

const lookedUp = { meta: clause, actions: lookUp };

/** A charge without the cardholder has one attempt: what is left of it at Stripe is cancelled. */
const declined = {
  target: "failed",
  meta: clause,
  actions: [noteFailure, mailDecline, closeCharge, cancelIntent],
} as const;

const actionRequired = {
  target: "requiresAction",
  meta: clause,
  actions: [noteAction, mailAction],
} as const;

/**
 * One attempt to pay one invoice by card, entered by the payer at Stripe or saved there before; its id is
 * the idempotency key that Stripe receives.
 */
export const paymentMachine = base.createMachine({
  id: "payment",
  context: noPayment,
  initial: "unopened",
  states: {
    unopened: {
      on: {
        create: [
          { guard: "bySavedCard", target: "charging", meta: clause, actions: [take, charge] },
          { target: "created", meta: clause, actions: take },
        ],
      },
    },
    created: {
      on: {
        sessionOpened: {
          target: "requiresAction",
          meta: clause,
          actions: base.assign(({ event }) =>
            event.type === "sessionOpened"
              ? { sessionId: event.sessionId, expiresAt: event.expiresAt }
              : {},
          ),
        },
        sessionRefused: {
          target: "failed",
          meta: clause,
          actions: [
            base.assign({
              failureCode: ({ event }) => (event.type === "sessionRefused" ? event.code : null),
            }),
            tellInvoice("paymentClosed"),
          ],
        },
        settle: settled,
        abandon: cancelled,
      },
    },
    charging: {
      on: {
        settle: settled,
        processing,
        attemptFailed: declined,
        actionRequired,
        chargeRefused: {
          target: "failed",
          meta: clause,
          actions: [noteRefusal, mailDecline, closeCharge],
        },
        expire: cancelled,
        lookUp: lookedUp,
      },
    },
    requiresAction: {
      on: {
        attemptFailed: [{ ...declined, guard: "isDeclined" }, attemptFailed],
        processing,
        settle: settled,
        expire: cancelled,
        lookUp: lookedUp,
        giveUp: {
          guard: "mayGiveUp",
          meta: clause,
          actions: [base.assign({ givenUp: true }), cancelIntent],
        },
      },
    },
    processing: {
      on: {
        attemptFailed: [
          { ...declined, guard: "isDeclined" },
          { ...attemptFailed, target: "requiresAction" },
        ],
        settle: settled,
        lookUp: lookedUp,
      },
    },
    // A payment that Stripe took after all counts: money that came in is never ignored.
    failed: { on: { settle: settled } },
    cancelled: { on: { settle: settled } },
    ...afterwards,
  },
});
