import { dayOf } from "../calendar.ts";
import type { EffectRequest } from "../engine/outgoing.ts";
import { policyOn } from "../terms/policy.ts";
import { attemptAgainAfter, isHardDecline } from "./attempt-again.ts";
import { base } from "./base.ts";
import type { PaymentContext } from "./context.ts";

const ask = (kind: EffectRequest["kind"]) =>
  base.enqueueActions(({ context, enqueue }) => {
    enqueue({ type: "effect", params: { kind, params: { paymentId: context.paymentId } } });
  });

/** Has the saved card charged without its holder, once, under the payment's id. */
export const charge = ask("chargeCard");

/** Has the charge that did not come through cancelled at Stripe, so that nobody can finish it. */
export const cancelIntent = ask("cancelIntent");

/** The last ISO day on which the cardholder can authenticate the payment (policy). */
export function lastActionDay({ actionSince }: Pick<PaymentContext, "actionSince">): string | null {
  if (actionSince === null) return null;
  const since = dayOf(actionSince);
  return since.add({ days: policyOn(since).cardActionDays }).toString();
}

export const noteAction = base.assign(({ event }) =>
  event.type === "actionRequired"
    ? { failureCode: event.code, intentId: event.intentId, actionSince: event.day }
    : {},
);

/** Sends the link on which the cardholder authenticates the same payment. */
export const mailAction = base.enqueueActions(({ context, event, enqueue }) => {
  const { paymentId, invoiceId, amount, cardId } = context;
  const ids = { paymentId, invoiceId, cardId, at: event.at, day: event.day };
  const facts = { amount, expiresDay: lastActionDay(context) };
  const params = { template: "payment-action-needed", to: "customer", ...ids, facts };
  enqueue({ type: "effect", params: { kind: "mail", params } });
});

/**
 * What follows from a charge that came to nothing: the invoice may be charged again or not, and a card
 * that is of no more use is told so.
 */
export const closeCharge = base.enqueueActions(({ context, event, enqueue }) => {
  const { paymentId, invoiceId, cardId } = context;
  const code = event.type === "attemptFailed" || event.type === "chargeRefused" ? event.code : "";
  const advice = event.type === "attemptFailed" ? event.advice : null;
  const again = attemptAgainAfter(code, advice);
  const closed = { type: "paymentClosed", paymentId, again, cardId };
  enqueue({ type: "tell", params: { kind: "invoice", machineId: invoiceId, event: closed } });
  if (cardId === null || !isHardDecline(code, advice)) return;
  const declined = { type: "decline", paymentId, code };
  enqueue({ type: "tell", params: { kind: "card", machineId: cardId, event: declined } });
});

export const noteRefusal = base.assign(({ event }) =>
  event.type === "chargeRefused" ? { failureCode: event.code } : {},
);

/** Tells the customer of a charge that failed, with the day of the next one where there is to be one. */
export const mailDecline = base.enqueueActions(({ context, event, enqueue }) => {
  const { paymentId, invoiceId, cardId, amount, failureCode, method, retryDay } = context;
  const code = failureCode ?? "";
  if (code === "amount_changed") return;
  const advice = event.type === "attemptFailed" ? event.advice : null;
  const again = attemptAgainAfter(code, advice);
  const ids = { paymentId, invoiceId, cardId, at: event.at, day: event.day };
  const next = { retryDay: again === "later" ? retryDay : null };
  const facts = { amount, failureCode, method, ...next, cardIsDone: isHardDecline(code, advice) };
  const params = { template: "payment-failed", to: "customer", ...ids, facts };
  enqueue({ type: "effect", params: { kind: "mail", params } });
});
