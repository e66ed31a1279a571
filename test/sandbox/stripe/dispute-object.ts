import type Stripe from "stripe";
import { newId } from "../identifiers.ts";

const DAY = 24 * 60 * 60;

export interface DisputeDraft {
  charge: Stripe.Charge;
  /** In the currency's smallest unit. */
  amount: number;
  reason: string;
  /** A bank that only asks, and takes no money yet. */
  inquiry: boolean;
  /** Unix seconds. */
  created: number;
}

/** A new dispute that wants an answer within a week, in the shape of the pinned API version. */
export function buildDispute(draft: DisputeDraft): Stripe.Dispute {
  const { charge, created, inquiry } = draft;
  return {
    id: newId("du"),
    object: "dispute",
    amount: draft.amount,
    balance_transactions: [],
    charge: charge.id,
    created,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: NO_EVIDENCE,
    evidence_details: {
      due_by: created + 7 * DAY,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: "not_submitted",
    },
    intended_submission_method: null,
    is_charge_refundable: inquiry,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    payment_method_details: {
      card: {
        brand: charge.payment_method_details?.card?.brand ?? "visa",
        network: charge.payment_method_details?.card?.network ?? "visa",
        case_type: inquiry ? "inquiry" : "chargeback",
        network_reason_code: draft.reason === "fraudulent" ? "10.4" : "13.1",
      },
      type: "card",
    },
    reason: draft.reason,
    status: inquiry ? "warning_needs_response" : "needs_response",
  };
}

const NO_EVIDENCE: Stripe.Dispute.Evidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};
