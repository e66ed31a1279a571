import type Stripe from "stripe";
import { newId } from "../identifiers.ts";
import type { Sandbox } from "../sandbox.ts";
import type { BalanceRow } from "../store/tables.ts";
import { book, startOfDay } from "./balance-transactions.ts";
import { emit, NO_REQUEST } from "./events.ts";

/**
 * Pays out the balance as an automatic payout that arrives at once: what is available now, or with
 * `everything` also what is not yet. Null when there is nothing, or less than nothing, to pay.
 * The payout's amount is the sum of the `net` of the rows it carries. Inside a transaction.
 */
export function makePayout(
  sandbox: Sandbox,
  { everything }: { everything: boolean },
): Stripe.Payout | null {
  const { store, clock } = sandbox;
  const now = clock.now();
  const carried = store
    .all("balance")
    .filter((row) => row.payout === null && (everything || row.transaction.available_on <= now));
  const amount = carried.reduce((sum, row) => sum + row.transaction.net, 0);
  if (amount <= 0) return null;
  const id = newId("po");
  for (const row of carried) store.put("balance", carriedBy(row, id, now));
  const transaction = book(sandbox, {
    type: "payout",
    amount: -amount,
    fee: 0,
    source: id,
    description: "STRIPE PAYOUT",
    availableOn: startOfDay(now),
    payout: id,
  });
  const created = build(id, amount, transaction.id, now);
  emit(sandbox, NO_REQUEST, "payout.created", created);
  const paid: Stripe.Payout = { ...created, status: "paid" };
  emit(sandbox, NO_REQUEST, "payout.paid", paid);
  const reconciled: Stripe.Payout = { ...paid, reconciliation_status: "completed" };
  emit(sandbox, NO_REQUEST, "payout.reconciliation_completed", reconciled);
  store.put("payouts", reconciled);
  return reconciled;
}

function carriedBy(row: BalanceRow, payout: string, now: number): BalanceRow {
  const available_on = Math.min(row.transaction.available_on, startOfDay(now));
  return { ...row, payout, transaction: { ...row.transaction, available_on } };
}

function build(id: string, amount: number, transaction: string, created: number): Stripe.Payout {
  return {
    id,
    object: "payout",
    amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: startOfDay(created),
    automatic: true,
    balance_transaction: transaction,
    created,
    currency: "jpy",
    description: "STRIPE PAYOUT",
    destination: "ba_1NdrPortalSandboxBank",
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: {},
    method: "standard",
    original_payout: null,
    payout_method: null,
    reconciliation_status: "in_progress",
    reversed_by: null,
    source_type: "card",
    statement_descriptor: null,
    status: "in_transit",
    trace_id: { status: "supported", value: newId("", 12).slice(1).toUpperCase() },
    type: "bank_account",
  };
}
