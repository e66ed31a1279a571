import type { MachineEvent } from "#machines/engine/outgoing.ts";
import type { InvoiceContext } from "#machines/invoice/context.ts";
import type { PaymentContext } from "#machines/payment/context.ts";

const [one, other] = [
  "0199aaaa-0000-7000-8000-0000000000f1",
  "0199aaaa-0000-7000-8000-0000000000f2",
] as const;
const ids = [one, other];
const madeOn = "2025-04-02";

/** What a refund may meet. */
export const refundOffers: readonly MachineEvent[] = [
  ...[one, null].map((paymentId) => ({
    ...{ type: "create", approvalId: one, invoiceId: one, paymentId },
    ...{ amount: 400, fromCredit: true, reason: "r" },
  })),
  {
    ...{ type: "find", invoiceId: one, paymentId: one },
    ...{ amount: 400, stripeRefundId: "re_1", madeOn },
  },
  { type: "made", stripeRefundId: "re_1", madeOn },
  { type: "succeed" },
  { type: "fail", code: "expired_or_canceled_card" },
  { type: "refuse", code: "charge_disputed" },
  { type: "transferred", transferredOn: madeOn },
  { type: "transferFailed", reason: "r" },
  { type: "closeFailure", note: "n" },
  { type: "exceeds", amount: 100 },
];

const moved = { amount: 400, fee: 1500, movedOn: madeOn };

/** What a dispute may meet. */
export const disputeOffers: readonly MachineEvent[] = [
  {
    ...{ type: "open", invoiceId: one, paymentId: one, stripeDisputeId: "du_1" },
    ...{ amount: 400, reason: "fraudulent", evidenceDueAt: "2025-04-20T14:59:59.000Z" },
  },
  { type: "withdraw", lineId: "txn_1", ...moved },
  { type: "reinstate", lineId: "txn_2", ...moved, fee: 0 },
  { type: "review" },
  { type: "win" },
  { type: "lose" },
  { type: "exceeds", amount: 100 },
  { type: "closeLoss", note: "n" },
];

/** What becomes of a payment's money; offered to one that came in the plainest way, lest ways multiply. */
export function returnedOffers(context: PaymentContext): MachineEvent[] {
  const { received, sessionId, failureCode, method } = context;
  if (received === null || sessionId !== null || failureCode !== null || method === "savedCard") {
    return [];
  }
  const isFull = context.refunds.length + context.disputes.length >= 2;
  const refund = (refundId: string, amount: number, isFound: boolean) => {
    return { type: "refund", refundId, amount, fromCredit: false, isFound };
  };
  return [
    refund(one, 400, false),
    refund(one, 1100, true),
    ...(isFull ? [] : [refund(other, 700, false), refund(other, 300, true)]),
    ...ids.map((refundId) => ({ type: "refundFailed", refundId })),
    { type: "dispute", disputeId: one, amount: 400 },
    ...(isFull ? [] : [{ type: "dispute", disputeId: other, amount: 400 }]),
    ...ids.flatMap((disputeId) => [
      { type: "disputeWon", disputeId },
      { type: "disputeLost", disputeId, amount: 400 },
    ]),
    ...[1, 900].map((amount) => ({ type: "take", amount })),
  ];
}

/** Money of an invoice that goes back, in part, wholly, and from what was paid too much. */
export function returnedMoneyOffers(context: InvoiceContext): MachineEvent[] {
  const { paid, credits, damagesDecisions, writtenOff, reminded, openPayment } = context;
  const isTouched = credits.length > 0 || damagesDecisions.length > 0 || writtenOff !== null;
  if (isTouched || reminded.length > 0 || openPayment !== null || paid === 0) return [];
  const ofPayment = { paymentId: one };
  return [
    { type: "paymentDisputed", ...ofPayment, disputeId: one, amount: 400 },
    { type: "disputeWon", disputeId: one },
    ...[400, 1100].flatMap((amount) => [
      ...[true, false].map((fromCredit) => {
        return { type: "paymentRefunded", ...ofPayment, refundId: one, amount, fromCredit };
      }),
      { type: "disputeLost", ...ofPayment, disputeId: one, amount },
      ...(paid <= 1100
        ? [{ type: "refundReturned", ...ofPayment, refundId: one, amount, valueDay: "2025-04-01" }]
        : []),
    ]),
  ];
}
