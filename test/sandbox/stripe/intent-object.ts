import type Stripe from "stripe";
import { newId } from "../identifiers.ts";

export interface IntentDraft {
  /** In the currency's smallest unit. */
  amount: number;
  currency: string;
  /** Unix seconds. */
  created: number;
  allowedTypes?: string[];
  automaticMethods?: Stripe.PaymentIntent.AutomaticPaymentMethods | null;
  captureMethod?: "automatic" | "automatic_async" | "manual";
  confirmationMethod?: "automatic" | "manual";
  customer?: string | null;
  description?: string;
  metadata?: Record<string, string>;
  receiptEmail?: string;
  requestThreeDSecure?: string;
  setupFutureUsage?: "off_session" | "on_session";
  shipping?: Stripe.PaymentIntent.Shipping | null;
  statementDescriptor?: string;
  statementDescriptorSuffix?: string;
  types?: string[];
}

/** A new payment that waits for a payment method, in the shape of the pinned API version. */
export function buildIntent(draft: IntentDraft): Stripe.PaymentIntent {
  const id = newId("pi");
  return {
    id,
    object: "payment_intent",
    allowed_payment_method_types: draft.allowedTypes ?? null,
    amount: draft.amount,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: draft.automaticMethods ?? null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: draft.captureMethod ?? "automatic_async",
    client_secret: newId(`${id}_secret`, 25),
    confirmation_method: draft.confirmationMethod ?? "automatic",
    created: draft.created,
    currency: draft.currency,
    customer: draft.customer ?? null,
    customer_account: null,
    description: draft.description ?? null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: draft.metadata ?? {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: {
        installments: null,
        mandate_options: null,
        network: null,
        request_three_d_secure: draft.requestThreeDSecure ?? "automatic",
      },
    },
    payment_method_types: draft.types ?? ["card"],
    payment_record: null,
    processing: null,
    receipt_email: draft.receiptEmail ?? null,
    review: null,
    setup_future_usage: draft.setupFutureUsage ?? null,
    shipping: draft.shipping ?? null,
    source: null,
    statement_descriptor: draft.statementDescriptor ?? null,
    statement_descriptor_suffix: draft.statementDescriptorSuffix ?? null,
    status: "requires_payment_method",
    transfer_data: null,
    transfer_group: null,
  };
}
