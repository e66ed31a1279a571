import type Stripe from "stripe";
import type { Ownership } from "./gateway-answer.ts";
import type { BalanceLine, CheckoutSession, PaymentResult, PayoutSummary } from "./payments.ts";
import { idOf, instantOf } from "./stripe-values.ts";

const ownershipOf = (metadata: Stripe.Metadata | null): Ownership => ({
  paymentId: metadata?.["paymentId"] ?? null,
  customerId: metadata?.["customerId"] ?? null,
});

/** A status that the portal has never heard of says at least that nobody is told to pay now. */
function statusOf({ status }: Stripe.Checkout.Session): CheckoutSession["status"] {
  if (status === "open") return "open";
  return status === "expired" ? "expired" : "complete";
}

/** A session in the portal's words. */
export function sessionOf(session: Stripe.Checkout.Session): CheckoutSession {
  return {
    ...ownershipOf(session.metadata),
    sessionId: session.id,
    setupId: idOf(session.setup_intent),
    url: session.url ?? null,
    expiresAt: instantOf(session.expires_at),
    status: statusOf(session),
    intentId: idOf(session.payment_intent),
  };
}

function resultOf(intent: Stripe.PaymentIntent): PaymentResult {
  const intentId = intent.id;
  if (intent.status === "succeeded") {
    const charge = intent.latest_charge;
    if (charge === null || typeof charge === "string") {
      throw new Error(`The charge of ${intentId} was asked for and did not come.`);
    }
    const { id: chargeId, created } = charge;
    // Yen have no minor unit. In another currency the same figure would be another amount.
    const amount = intent.currency === "jpy" ? intent.amount_received : 0;
    return { state: "succeeded", intentId, chargeId, amount, chargedAt: instantOf(created) };
  }
  if (intent.status === "processing") return { state: "processing", intentId };
  if (intent.status === "canceled") return { state: "cancelled", intentId };
  const error = intent.last_payment_error;
  const failureCode = error?.decline_code ?? error?.code ?? null;
  // A failed authentication makes no charge, but every attempt has a payment method of its own.
  const attemptId = error?.charge ?? error?.payment_method?.id ?? failureCode;
  const advice = error?.advice_code ?? null;
  return { state: "open", intentId, failureCode, advice, attemptId };
}

/** A payment intent with its latest charge in the portal's words. */
export function paymentOf(intent: Stripe.PaymentIntent): Ownership & { result: PaymentResult } {
  return { ...ownershipOf(intent.metadata), result: resultOf(intent) };
}

/** The payment intent that a charge belongs to. */
export function intentOfCharge(charge: Stripe.Charge): string | null {
  return idOf(charge.payment_intent);
}

function chargeOf(source: Stripe.BalanceTransaction["source"]): string | null {
  if (source === null || typeof source === "string") return null;
  if (source.object === "charge") return source.id;
  return "charge" in source ? idOf(source.charge as string | { id: string } | null) : null;
}

/** A balance transaction, its source expanded, in the portal's words. Amounts are yen. */
export function lineOf(line: Stripe.BalanceTransaction): BalanceLine {
  const { id: lineId, type, amount, fee, net, source } = line;
  return { lineId, type, amount, fee, net, sourceId: idOf(source), chargeId: chargeOf(source) };
}

/** A payout in the portal's words. */
export function payoutOf(payout: Stripe.Payout): PayoutSummary {
  return {
    payoutId: payout.id,
    amount: payout.amount,
    currency: payout.currency,
    status: payout.status,
    // Stripe says the day as its midnight in UTC.
    arrivalDay: instantOf(payout.arrival_date).slice(0, 10),
    automatic: payout.automatic,
    reconciled: payout.reconciliation_status === "completed",
  };
}
