import { setup } from "xstate";
import { outgoing, type Stamp } from "../engine/outgoing.ts";
import type { PaymentEvent } from "./events.ts";

export interface PaymentContext {
  paymentId: string;
  invoiceId: string;
  /** Yen asked for. */
  amount: number;
  method: "card";
  createdAt: string | null;
  sessionId: string | null;
  expiresAt: string | null;
  intentId: string | null;
  chargeId: string | null;
  valueDay: string | null;
  failureCode: string | null;
  lookedUp: boolean;
}

const base = setup({
  types: { context: {} as PaymentContext, events: {} as PaymentEvent & Stamp },
  actions: outgoing,
  guards: {
    isAmount: ({ context, event }) => event.type === "settle" && event.amount === context.amount,
  },
});

const tellInvoice = (type: "paymentClosed" | "paymentReceived") =>
  base.enqueueActions(({ context, event, enqueue }) => {
    const { paymentId, amount, invoiceId } = context;
    const told =
      type === "paymentReceived"
        ? { type, paymentId, amount, valueDay: context.valueDay ?? event.day }
        : { type, paymentId };
    enqueue({ type: "tell", params: { kind: "invoice", machineId: invoiceId, event: told } });
  });

const takeResult = base.assign(({ event }) => {
  if (event.type !== "settle") return {};
  const { intentId, chargeId, valueDay } = event;
  return { intentId, chargeId, valueDay, failureCode: null };
});

const settled = [
  {
    guard: "isAmount",
    target: "succeeded",
    meta: { clause: "A12.2" },
    actions: [takeResult, tellInvoice("paymentReceived")],
  },
  // Another amount than asked for settles nothing by itself: a person has to look.
  { target: "mismatched", meta: { clause: "A12.2" }, actions: takeResult },
] as const;

const cancelled = {
  target: "cancelled",
  meta: { clause: "A12.2" },
  actions: tellInvoice("paymentClosed"),
} as const;

const attemptFailed = {
  meta: { clause: "A12.2" },
  actions: [
    base.assign(({ event }) =>
      event.type === "attemptFailed" ? { failureCode: event.code, intentId: event.intentId } : {},
    ),
    base.enqueueActions(({ context, event, enqueue }) => {
      const { paymentId, invoiceId } = context;
      const ids = { paymentId, invoiceId, at: event.at, day: event.day };
      const facts = { amount: context.amount, failureCode: context.failureCode };
      const params = { template: "payment-failed", to: "customer", ...ids, facts };
      enqueue({ type: "effect", params: { kind: "mail", params } });
    }),
  ],
};

const lookUp = {
  meta: { clause: "A12.2" },
  actions: [
    base.assign({ lookedUp: true }),
    base.enqueueActions(({ context, enqueue }) => {
      const params = { paymentId: context.paymentId };
      enqueue({ type: "effect", params: { kind: "lookUpCheckout", params } });
    }),
  ],
};

/** One attempt to pay one invoice by card; its id is the idempotency key that Stripe receives. */
export const paymentMachine = base.createMachine({
  id: "payment",
  context: {
    paymentId: "",
    invoiceId: "",
    amount: 0,
    method: "card",
    createdAt: null,
    sessionId: null,
    expiresAt: null,
    intentId: null,
    chargeId: null,
    valueDay: null,
    failureCode: null,
    lookedUp: false,
  },
  initial: "unopened",
  states: {
    unopened: {
      on: {
        create: {
          target: "created",
          meta: { clause: "A12.2" },
          actions: base.assign(({ event }) => {
            if (event.type !== "create") return {};
            const { machineId: paymentId, invoiceId, amount, at: createdAt } = event;
            return { paymentId, invoiceId, amount, createdAt };
          }),
        },
      },
    },
    created: {
      on: {
        sessionOpened: {
          target: "requiresAction",
          meta: { clause: "A12.2" },
          actions: base.assign(({ event }) =>
            event.type === "sessionOpened"
              ? { sessionId: event.sessionId, expiresAt: event.expiresAt }
              : {},
          ),
        },
        sessionRefused: {
          target: "failed",
          meta: { clause: "A12.2" },
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
    requiresAction: {
      on: {
        attemptFailed,
        processing: {
          target: "processing",
          meta: { clause: "A12.2" },
          actions: base.assign({
            intentId: ({ event }) => (event.type === "processing" ? event.intentId : null),
          }),
        },
        settle: settled,
        expire: cancelled,
        lookUp,
      },
    },
    processing: {
      on: {
        attemptFailed: { ...attemptFailed, target: "requiresAction" },
        settle: settled,
        lookUp,
      },
    },
    // A payment that Stripe took after all counts: money that came in is never ignored.
    failed: { on: { settle: settled } },
    cancelled: { on: { settle: settled } },
    mismatched: {},
    succeeded: {},
  },
});
