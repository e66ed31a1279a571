import type Stripe from "stripe";
import { newId } from "../identifiers.ts";
import type { Sandbox } from "../sandbox.ts";
import { book, startOfDay } from "./balance-transactions.ts";
import { invalidRequest } from "./errors.ts";
import { type Cause, emit } from "./events.ts";
import { testCard } from "./test-cards.ts";

const DAY = 24 * 60 * 60;

export interface RefundRequest {
  /** All that is left where left out. */
  amount?: number;
  metadata?: Record<string, string>;
  reason?: Stripe.Refund.Reason;
  /** A bank that takes its time; what becomes of it is decided later. */
  pending?: boolean;
}

/**
 * Gives a charge back in whole or in part; more than what is left of it is refused, and so is what the
 * cardholder's bank took back already. Inside a transaction.
 */
export function refundCharge(
  sandbox: Sandbox,
  cause: Cause,
  charge: Stripe.Charge,
  request: RefundRequest,
): Stripe.Refund {
  const { store } = sandbox;
  const left = charge.amount_captured - charge.amount_refunded;
  const amount = request.amount ?? left;
  refuseDisputed(sandbox, charge);
  checkAmount(charge, amount, left);
  const { sequel } = testCard(store.get("cards", String(charge.payment_method))?.card ?? "");
  const pending = request.pending ?? sequel === "pendingRefund";
  const refund = buildRefund(sandbox, charge, request, amount, pending);
  const refunded = charge.amount_refunded + amount;
  const changed = { ...charge, amount_refunded: refunded, refunded: refunded === charge.amount };
  store.put("refunds", refund);
  store.put("charges", changed);
  emit(sandbox, cause, "charge.refunded", changed);
  emit(sandbox, cause, "refund.created", refund);
  if (sequel === "pendingRefund" || sequel === "failingRefund") {
    const outcome = sequel === "pendingRefund" ? "succeeded" : "failed";
    const at = sandbox.clock.now() + DAY;
    store.put("scheduled", { id: refund.id, at, subject: refund.id, outcome });
  }
  return refund;
}

function buildRefund(
  sandbox: Sandbox,
  charge: Stripe.Charge,
  request: RefundRequest,
  amount: number,
  pending: boolean,
): Stripe.Refund {
  const now = sandbox.clock.now();
  const id = newId("re");
  const transaction = book(sandbox, {
    type: "refund",
    amount: -amount,
    fee: 0,
    currency: charge.currency,
    source: id,
    description: "REFUND FOR PAYMENT",
    availableOn: Math.max(startOfDay(now), chargeAvailableOn(sandbox, charge)),
    payout: null,
  });
  return {
    id,
    object: "refund",
    amount,
    balance_transaction: transaction.id,
    charge: charge.id,
    created: now,
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    destination_details: {
      card: {
        reference_status: pending ? "pending" : "available",
        reference_type: "acquirer_reference_number",
        type: "refund",
        ...(pending ? {} : { reference: newId("", 16).slice(1) }),
      },
      type: "card",
    },
    metadata: request.metadata ?? {},
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: request.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: pending ? "pending" : "succeeded",
    transfer_reversal: null,
  };
}

function refuseDisputed({ store }: Sandbox, charge: Stripe.Charge): void {
  const taken = store
    .all("disputes")
    .some(
      (dispute) =>
        dispute.charge === charge.id && !dispute.is_charge_refundable && dispute.status !== "won",
    );
  if (!taken) return;
  throw invalidRequest(
    `Charge ${charge.id} has been charged back; cannot issue a refund.`,
    "charge_disputed",
  );
}

function checkAmount(charge: Stripe.Charge, amount: number, left: number): void {
  if (left === 0) {
    throw invalidRequest(
      `Charge ${charge.id} has already been refunded.`,
      "charge_already_refunded",
    );
  }
  if (amount > left) {
    throw invalidRequest(
      `Refund amount (¥${amount.toLocaleString("en")}) is greater than unrefunded amount on charge (¥${left.toLocaleString("en")})`,
      undefined,
      "amount",
    );
  }
}

function chargeAvailableOn({ store }: Sandbox, charge: Stripe.Charge): number {
  const id = typeof charge.balance_transaction === "string" ? charge.balance_transaction : "";
  return store.get("balance", id)?.transaction.available_on ?? 0;
}
