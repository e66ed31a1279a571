import type Stripe from "stripe";
import type { Sandbox } from "../sandbox.ts";
import { book, startOfDay } from "./balance-transactions.ts";
import { emit, NO_REQUEST } from "./events.ts";

/**
 * What the cardholder's bank did with a refund: took it, or sent the money back, which may also come days
 * after it was told as taken. False where it ended before. Inside a transaction.
 */
export function endRefund(
  sandbox: Sandbox,
  id: string,
  outcome: "succeeded" | "failed",
  reason = "lost_or_stolen_card",
): Stripe.Refund | null {
  const before = sandbox.store.get("refunds", id);
  sandbox.store.remove("scheduled", id);
  if (!before || before.status === "failed" || before.status === outcome) return null;
  const ended =
    outcome === "failed" ? returned(sandbox, before, reason) : { ...before, status: outcome };
  sandbox.store.put("refunds", ended);
  emit(sandbox, NO_REQUEST, "refund.updated", ended, { status: before.status });
  emit(sandbox, NO_REQUEST, "charge.refund.updated", ended, { status: before.status });
  if (outcome === "failed") emit(sandbox, NO_REQUEST, "refund.failed", ended);
  return ended;
}

function returned(sandbox: Sandbox, refund: Stripe.Refund, reason: string): Stripe.Refund {
  const { store, clock } = sandbox;
  const transaction = book(sandbox, {
    type: "refund_failure",
    amount: refund.amount,
    fee: 0,
    currency: refund.currency,
    source: refund.id,
    description: "REFUND FAILURE",
    availableOn: startOfDay(clock.now()),
    payout: null,
  });
  const charge = store.get("charges", String(refund.charge));
  if (charge) {
    const changed = {
      ...charge,
      amount_refunded: charge.amount_refunded - refund.amount,
      refunded: false,
    };
    store.put("charges", changed);
    emit(sandbox, NO_REQUEST, "charge.updated", changed, { refunded: charge.refunded });
  }
  return {
    ...refund,
    status: "failed",
    failure_balance_transaction: transaction.id,
    failure_reason: reason,
  };
}
