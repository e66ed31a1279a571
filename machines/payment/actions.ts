import { base } from "./base.ts";

/** Takes over what is to be paid, and how. */
export const take = base.assign(({ event }) => {
  if (event.type !== "create") return {};
  const { machineId: paymentId, invoiceId, amount, method, cardId, retryDay } = event;
  return { paymentId, invoiceId, amount, method, cardId, retryDay, createdAt: event.at };
});

export const tellInvoice = (type: "paymentClosed" | "paymentReceived") =>
  base.enqueueActions(({ context, event, enqueue }) => {
    const { paymentId, amount, invoiceId } = context;
    const told =
      type === "paymentReceived"
        ? { type, paymentId, amount, valueDay: context.valueDay ?? event.day }
        : { type, paymentId };
    enqueue({ type: "tell", params: { kind: "invoice", machineId: invoiceId, event: told } });
  });

export const takeResult = base.assign(({ event }) => {
  if (event.type !== "settle") return {};
  const { intentId, chargeId, valueDay, amount: received } = event;
  return { intentId, chargeId, valueDay, received, failureCode: null };
});

export const noteFailure = base.assign(({ event }) =>
  event.type === "attemptFailed" ? { failureCode: event.code, intentId: event.intentId } : {},
);

/** Tells the customer that an attempt failed, and why. */
export const mailFailure = base.enqueueActions(({ context, event, enqueue }) => {
  const { paymentId, invoiceId } = context;
  const ids = { paymentId, invoiceId, at: event.at, day: event.day };
  const facts = { amount: context.amount, failureCode: context.failureCode };
  const params = { template: "payment-failed", to: "customer", ...ids, facts };
  enqueue({ type: "effect", params: { kind: "mail", params } });
});

/** Has Stripe asked how the payment stands. */
export const lookUp = [
  base.assign({ lookedUp: true }),
  base.enqueueActions(({ context, enqueue }) => {
    const params = { paymentId: context.paymentId };
    enqueue({ type: "effect", params: { kind: "lookUpCheckout", params } });
  }),
];
