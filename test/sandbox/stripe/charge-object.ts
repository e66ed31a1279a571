import type Stripe from "stripe";
import { newId } from "../identifiers.ts";
import type { Authentication } from "./authentication.ts";
import type { Decline } from "./cards.ts";

export interface ChargeDraft {
  intent: Stripe.PaymentIntent;
  method: Stripe.PaymentMethod;
  /** How 3-D Secure went, null where it was not asked for. */
  authentication: Authentication;
  decline: Decline | null;
  /** False where the money is only held for now. */
  captured: boolean;
  /** Unix seconds. */
  created: number;
}

/** The charge of one attempt: succeeded without a decline, failed with one. */
export function buildCharge(draft: ChargeDraft): Stripe.Charge {
  const { intent, method, decline, captured } = draft;
  const paid = decline === null;
  return {
    id: newId("ch"),
    object: "charge",
    amount: intent.amount,
    amount_captured: captured ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: "NDR PORTAL TEST",
    captured,
    created: draft.created,
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: outcome(decline),
    paid,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details:
      method.type === "card" ? { card: cardDetails(draft), type: "card" } : { type: method.type },
    radar_options: {},
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: paid ? "succeeded" : "failed",
    transfer_data: null,
    transfer_group: null,
  };
}

function outcome(decline: Decline | null): Stripe.Charge.Outcome {
  return {
    advice_code: decline?.advice_code ?? null,
    network_advice_code: null,
    network_decline_code: decline ? "01" : null,
    network_status: decline ? "declined_by_network" : "approved_by_network",
    reason: decline?.decline_code ?? null,
    risk_level: "normal",
    risk_score: 20,
    seller_message: decline
      ? "The bank did not return any further details with this decline."
      : "Payment complete.",
    type: decline ? "issuer_declined" : "authorized",
  };
}

function cardDetails(draft: ChargeDraft): Stripe.Charge.PaymentMethodDetails.Card {
  const { method, intent, authentication, decline } = draft;
  const card = method.card;
  return {
    amount_authorized: decline ? null : intent.amount,
    authorization_code: decline ? null : newId("", 6).slice(1).toUpperCase(),
    brand: card?.brand ?? null,
    checks: {
      address_line1_check: null,
      address_postal_code_check: null,
      cvc_check: decline?.code === "incorrect_cvc" ? "fail" : "pass",
    },
    country: card?.country ?? null,
    electronic_commerce_indicator: authentication ? "05" : null,
    exp_month: card?.exp_month ?? 0,
    exp_year: card?.exp_year ?? 0,
    fingerprint: card?.fingerprint ?? null,
    funding: card?.funding ?? null,
    installments: null,
    last4: card?.last4 ?? null,
    mandate: null,
    network: card?.brand ?? null,
    network_transaction_id: decline ? null : newId("", 15).slice(1),
    regulated_status: "unregulated",
    three_d_secure: authentication ? authenticated(authentication) : null,
    transaction_link_id: null,
    wallet: null,
  };
}

function authenticated(
  flow: "challenge" | "frictionless",
): Stripe.Charge.PaymentMethodDetails.Card.ThreeDSecure {
  return {
    authentication_flow: flow,
    electronic_commerce_indicator: "05",
    exemption_indicator: null,
    result: "authenticated",
    result_reason: null,
    transaction_id: newId("3ds", 20),
    version: "2.2.0",
  };
}
