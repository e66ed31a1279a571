import type Stripe from "stripe";
import { newId } from "../identifiers.ts";

export interface SetupDraft {
  /** Unix seconds. */
  created: number;
  allowedTypes?: string[];
  automaticMethods?: Stripe.SetupIntent.AutomaticPaymentMethods | null;
  customer?: string | null;
  description?: string;
  metadata?: Record<string, string>;
  requestThreeDSecure?: string;
  types?: string[];
  usage?: "off_session" | "on_session";
}

/** A new intent to save a card, in the shape of the pinned API version. */
export function buildSetup(draft: SetupDraft): Stripe.SetupIntent {
  const id = newId("seti");
  return {
    id,
    object: "setup_intent",
    allowed_payment_method_types: draft.allowedTypes ?? null,
    application: null,
    automatic_payment_methods: draft.automaticMethods ?? null,
    cancellation_reason: null,
    client_secret: newId(`${id}_secret`, 25),
    created: draft.created,
    customer: draft.customer ?? null,
    customer_account: null,
    description: draft.description ?? null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    managed_payments: null,
    mandate: null,
    metadata: draft.metadata ?? {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: {
        mandate_options: null,
        network: null,
        request_three_d_secure: draft.requestThreeDSecure ?? "automatic",
      },
    },
    payment_method_types: draft.types ?? ["card"],
    single_use_mandate: null,
    status: "requires_payment_method",
    usage: draft.usage ?? "off_session",
  };
}
