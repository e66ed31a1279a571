import type Stripe from "stripe";
import { newId } from "../identifiers.ts";
import { startOfDay } from "./balance-transactions.ts";

export interface PayoutDraft {
  id: string;
  /** In the currency's smallest unit; negative where the bank is debited. */
  amount: number;
  currency: string;
  /** The payout's own row. */
  transaction: string;
  /** Unix seconds. */
  created: number;
  automatic: boolean;
  description: string | null;
  metadata?: Record<string, string>;
  original?: string;
}

/** A payout that has just left for the bank, in the shape of the pinned API version. */
export function buildPayout(draft: PayoutDraft): Stripe.Payout {
  const { automatic, created } = draft;
  return {
    id: draft.id,
    object: "payout",
    amount: draft.amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: startOfDay(created),
    automatic,
    balance_transaction: draft.transaction,
    created,
    currency: draft.currency,
    description: draft.description,
    destination: "ba_1NdrPortalSandboxBank",
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: draft.metadata ?? {},
    method: "standard",
    original_payout: draft.original ?? null,
    payout_method: null,
    reconciliation_status: automatic ? "in_progress" : "not_applicable",
    reversed_by: null,
    source_type: "card",
    statement_descriptor: null,
    status: "in_transit",
    trace_id: { status: "supported", value: newId("", 12).slice(1).toUpperCase() },
    type: "bank_account",
  };
}
