import type Stripe from "stripe";
import type { Sandbox } from "../sandbox.ts";
import { buildCharge } from "./charge-object.ts";
import { awaitTransfer } from "./cash-payment.ts";
import type { Decline } from "./cards.ts";
import { type Cause, emit } from "./events.ts";
import { changePaymentIntent } from "./payment-intents.ts";
import { declineIntent, settleIntent } from "./settle.ts";

const THREE_MINUTES = 3 * 60;

/** By the end of a test IBAN: what becomes of the debit, at once or after a while. */
const DEBITS: Record<string, { outcome: "succeeded" | "failed"; after: number }> = {
  "3201": { outcome: "succeeded", after: 0 },
  "3204": { outcome: "succeeded", after: THREE_MINUTES },
  "3202": { outcome: "failed", after: 0 },
  "3205": { outcome: "failed", after: THREE_MINUTES },
  "3456": { outcome: "failed", after: 0 },
};

const REFUSED: Decline = {
  code: "payment_method_provider_decline",
  decline_code: "generic_decline",
  message: "The transaction was refused by the customer's bank.",
  advice_code: "try_again_later",
};

/** Starts a payment that takes its time: a debit, or a bank transfer. Inside a transaction. */
export function confirmOtherwise(
  sandbox: Sandbox,
  cause: Cause,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
): Stripe.PaymentIntent {
  if (method.type === "customer_balance") return awaitTransfer(sandbox, cause, intent, method);
  const { store, clock } = sandbox;
  const now = clock.now();
  const draft = buildCharge({
    intent,
    method,
    authentication: null,
    decline: null,
    captured: true,
    created: now,
  });
  const charge: Stripe.Charge = { ...draft, paid: false, status: "pending" };
  store.put("charges", charge);
  emit(sandbox, cause, "charge.pending", charge);
  const processing: Stripe.PaymentIntent = {
    ...intent,
    status: "processing",
    latest_charge: charge.id,
    next_action: null,
    payment_method: method.id,
  };
  changePaymentIntent(sandbox, cause, processing, "payment_intent.processing");
  const { outcome, after } = DEBITS[method.sepa_debit?.last4 ?? ""] ?? {
    outcome: "succeeded",
    after: THREE_MINUTES,
  };
  store.put("scheduled", { id: intent.id, at: now + after, subject: intent.id, outcome });
  return processing;
}

/** The bank's word about a debit. Inside a transaction. */
export function endDebit(
  sandbox: Sandbox,
  cause: Cause,
  id: string,
  outcome: "succeeded" | "failed",
): void {
  const { store } = sandbox;
  store.remove("scheduled", id);
  const processing = store.get("paymentIntents", id);
  const method = store.get("paymentMethods", String(processing?.payment_method));
  if (!processing || !method || processing.status !== "processing") return;
  const attempt = { intent: processing, method, authentication: null };
  if (outcome === "succeeded") settleIntent(sandbox, cause, attempt);
  else declineIntent(sandbox, cause, { ...attempt, decline: REFUSED });
  const session = store
    .all("sessions")
    .find(({ payment_intent, status }) => payment_intent === id && status === "complete");
  if (!session) return;
  const paid = outcome === "succeeded";
  const told: Stripe.Checkout.Session = { ...session, payment_status: paid ? "paid" : "unpaid" };
  store.put("sessions", told);
  emit(sandbox, cause, `checkout.session.async_payment_${outcome}`, told);
}
