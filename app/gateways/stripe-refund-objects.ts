import type Stripe from "stripe";
import type { DisputeMovement, StripeDispute, StripeRefund } from "./refunds.ts";
import { idOf, instantOf } from "./stripe-values.ts";

/** A status that nobody knows yet is one that is not over. */
function refundState(status: string | null): StripeRefund["state"] {
  if (status === "succeeded") return "succeeded";
  return status === "failed" || status === "canceled" ? "failed" : "pending";
}

/** A refund in the portal's words. Amounts are yen. */
export function refundOf(refund: Stripe.Refund): StripeRefund {
  return {
    stripeRefundId: refund.id,
    refundId: refund.metadata?.["refundId"] ?? null,
    customerId: refund.metadata?.["customerId"] ?? null,
    intentId: idOf(refund.payment_intent),
    chargeId: idOf(refund.charge),
    amount: refund.amount,
    state: refundState(refund.status),
    failureCode: refund.failure_reason ?? (refund.status === "canceled" ? "canceled" : null),
    madeAt: instantOf(refund.created),
  };
}

/** An inquiry that is closed without a dispute has taken nothing: it ends like one that is won. */
function disputeState(status: string): StripeDispute["state"] {
  if (status === "lost") return "lost";
  if (["won", "warning_closed", "prevented"].includes(status)) return "won";
  return status === "under_review" || status === "warning_under_review"
    ? "underReview"
    : "needsResponse";
}

function movementOf(line: Stripe.BalanceTransaction): DisputeMovement {
  const { id: lineId, amount, fee, created } = line;
  const kind = amount < 0 ? ("withdraw" as const) : ("reinstate" as const);
  const movedAt = instantOf(created);
  return { lineId, kind, amount: Math.abs(amount), fee: Math.abs(fee), movedAt };
}

/** A dispute in the portal's words, its movements in order. Amounts are yen. */
export function disputeOf(dispute: Stripe.Dispute): StripeDispute {
  const dueBy = dispute.evidence_details.due_by;
  return {
    stripeDisputeId: dispute.id,
    chargeId: idOf(dispute.charge),
    intentId: idOf(dispute.payment_intent),
    amount: dispute.amount,
    reason: dispute.reason,
    state: disputeState(dispute.status),
    openedAt: instantOf(dispute.created),
    evidenceDueAt: dueBy ? instantOf(dueBy) : null,
    movements: dispute.balance_transactions
      .toSorted((a, b) => a.created - b.created)
      .map((line) => movementOf(line)),
  };
}
