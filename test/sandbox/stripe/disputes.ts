import type Stripe from "stripe";
import type { Sandbox } from "../sandbox.ts";
import { book, startOfDay } from "./balance-transactions.ts";
import { buildDispute } from "./dispute-object.ts";
import { emit, NO_REQUEST } from "./events.ts";

/** What Stripe takes in Japan for each dispute, in yen. */
export const DISPUTE_FEE = 1_300;

export interface Opening {
  /** The whole charge where left out. */
  amount?: number;
  reason?: string;
  inquiry?: boolean;
}

/** The cardholder's bank takes the money back, or only asks. Inside a transaction. */
export function openDispute(
  sandbox: Sandbox,
  charge: Stripe.Charge,
  {
    amount = charge.amount - charge.amount_refunded,
    reason = "fraudulent",
    inquiry = false,
  }: Opening,
): Stripe.Dispute {
  const { store, clock } = sandbox;
  const draft = buildDispute({ charge, amount, reason, inquiry, created: clock.now() });
  const disputed = { ...charge, disputed: true };
  store.put("charges", disputed);
  emit(sandbox, NO_REQUEST, "charge.updated", disputed, { disputed: false });
  const dispute = inquiry ? draft : withRow(sandbox, draft, -amount, DISPUTE_FEE);
  store.put("disputes", dispute);
  emit(sandbox, NO_REQUEST, "charge.dispute.created", dispute);
  if (!inquiry) emit(sandbox, NO_REQUEST, "charge.dispute.funds_withdrawn", dispute);
  return dispute;
}

/** An inquiry that became a dispute: the money goes now. Inside a transaction. */
export function escalateDispute(sandbox: Sandbox, before: Stripe.Dispute): Stripe.Dispute {
  const dispute: Stripe.Dispute = {
    ...withRow(sandbox, before, -before.amount, DISPUTE_FEE),
    is_charge_refundable: false,
    status: "needs_response",
  };
  sandbox.store.put("disputes", dispute);
  emit(sandbox, NO_REQUEST, "charge.dispute.updated", dispute, { status: before.status });
  emit(sandbox, NO_REQUEST, "charge.dispute.funds_withdrawn", dispute);
  return dispute;
}

/**
 * Ends a dispute. What was won comes back, with the fee only where Stripe gives it back too; an inquiry
 * never took anything. Inside a transaction.
 */
export function closeDispute(
  sandbox: Sandbox,
  before: Stripe.Dispute,
  status: "won" | "lost" | "warning_closed",
  feeReturned = false,
): Stripe.Dispute {
  const back = status === "won" && before.balance_transactions.length > 0;
  const funded = back
    ? withRow(sandbox, before, before.amount, feeReturned ? -DISPUTE_FEE : 0)
    : before;
  const dispute: Stripe.Dispute = { ...funded, status };
  sandbox.store.put("disputes", dispute);
  emit(sandbox, NO_REQUEST, "charge.dispute.closed", dispute);
  if (back) emit(sandbox, NO_REQUEST, "charge.dispute.funds_reinstated", dispute);
  return dispute;
}

function withRow(
  sandbox: Sandbox,
  dispute: Stripe.Dispute,
  amount: number,
  fee: number,
): Stripe.Dispute {
  const taken = amount < 0;
  const row = book(sandbox, {
    type: "adjustment",
    reportingCategory: taken ? "dispute" : "dispute_reversal",
    amount,
    fee,
    feeDescription: "Dispute fee",
    currency: dispute.currency,
    source: dispute.id,
    description: `Chargeback ${taken ? "withdrawal" : "reversal"} for ${String(dispute.charge)}`,
    availableOn: startOfDay(sandbox.clock.now()),
    payout: null,
  });
  return { ...dispute, balance_transactions: [...dispute.balance_transactions, row] };
}
