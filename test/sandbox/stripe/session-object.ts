import type Stripe from "stripe";

export interface SessionDraft {
  id: string;
  /** In the currency's smallest unit; null where a card is only saved. */
  total: number | null;
  currency: string | null;
  mode: "payment" | "setup";
  setupIntent: string | null;
  types: string[];
  allowedTypes: string[] | null;
  /** Unix seconds. */
  now: number;
  expiresAt: number;
  cancel_url?: string;
  client_reference_id?: string;
  customer?: string;
  customer_email?: string;
  locale?: "auto" | "ja" | "en";
  metadata?: Record<string, string>;
  payment_method_options?: {
    card?: { request_three_d_secure?: "any" | "automatic" | "challenge" };
  };
  submit_type?: "auto" | "pay" | "book" | "donate";
  success_url: string;
}

/** A new open session in the shape of the pinned API version; the payment is made on first attempt. */
export function buildSession(draft: SessionDraft): Stripe.Checkout.Session {
  return {
    id: draft.id,
    object: "checkout.session",
    adaptive_pricing: { enabled: false },
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: draft.allowedTypes,
    amount_subtotal: draft.total,
    amount_total: draft.total,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: draft.cancel_url ?? null,
    client_reference_id: draft.client_reference_id ?? null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: draft.now,
    currency: draft.currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    customer: draft.customer ?? null,
    customer_account: null,
    customer_creation: draft.customer ? null : "if_required",
    customer_details: null,
    customer_email: draft.customer_email ?? null,
    discounts: [],
    expires_at: draft.expiresAt,
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    livemode: false,
    locale: draft.locale ?? null,
    managed_payments: null,
    metadata: draft.metadata ?? {},
    mode: draft.mode,
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: draft.mode === "setup" ? "always" : "if_required",
    payment_method_configuration_details: null,
    payment_method_options: {
      card: {
        request_three_d_secure:
          draft.payment_method_options?.card?.request_three_d_secure ?? "automatic",
      },
    },
    payment_method_types: draft.types,
    payment_status: draft.mode === "setup" ? "no_payment_required" : "unpaid",
    permissions: null,
    phone_number_collection: { enabled: false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: draft.setupIntent,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: "open",
    submit_type: draft.submit_type ?? null,
    subscription: null,
    success_url: draft.success_url,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: "hosted_page",
    url: null,
    wallet_options: null,
  };
}
