import type Stripe from "stripe";
import { newId } from "../identifiers.ts";
import type { Sandbox } from "../sandbox.ts";
import type { BalanceRow } from "../store/tables.ts";
import { book, startOfDay } from "./balance-transactions.ts";
import { emit, NO_REQUEST } from "./events.ts";
import { buildPayout } from "./payout-object.ts";

export interface PayoutRequest {
  /** Also what is not available yet. */
  everything: boolean;
  /** Takes from the bank what the balance lacks. */
  negative?: boolean;
  /** Stripe pays out each currency of the balance by itself. */
  currency?: string;
}

/**
 * Pays out one currency of the balance, yen where none is named, as an automatic payout that arrives at once: what is available now, or
 * with `everything` all of it. Null when there is nothing, or less than nothing, to pay. The payout's
 * amount is the sum of the `net` of the rows it carries. Inside a transaction.
 */
export function makePayout(
  sandbox: Sandbox,
  { everything, negative = false, currency = "jpy" }: PayoutRequest,
): Stripe.Payout | null {
  const { store, clock } = sandbox;
  const now = clock.now();
  const carried = store
    .all("balance")
    .filter(
      ({ payout, transaction }) =>
        payout === null &&
        transaction.currency === currency &&
        (everything || transaction.available_on <= now),
    );
  const amount = carried.reduce((sum, row) => sum + row.transaction.net, 0);
  if (amount === 0 || (amount < 0 && !negative)) return null;
  const id = newId("po");
  for (const row of carried) store.put("balance", carriedBy(row, id, now));
  const { id: transaction } = book(sandbox, {
    type: "payout",
    amount: -amount,
    fee: 0,
    currency,
    source: id,
    description: "STRIPE PAYOUT",
    availableOn: startOfDay(now),
    payout: id,
  });
  const created = buildPayout({
    id,
    amount,
    currency,
    transaction,
    created: now,
    automatic: true,
    description: "STRIPE PAYOUT",
  });
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
