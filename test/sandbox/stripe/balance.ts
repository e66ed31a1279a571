import type Stripe from "stripe";
import type { Sandbox } from "../sandbox.ts";
import { endpoint } from "./call.ts";

type Totals = Record<string, number>;

export const retrieveBalance = endpoint({}, ({ sandbox }) => presentBalanceTotals(sandbox));

/** What the balance holds, by currency: what can be paid out now, and what is still to come. */
export function presentBalanceTotals({ store, clock }: Sandbox): Stripe.Balance {
  const now = clock.now();
  const available: Totals = { jpy: 0 };
  const pending: Totals = { jpy: 0 };
  for (const { transaction, payout } of store.all("balance")) {
    if (payout !== null) continue;
    const totals = transaction.available_on <= now ? available : pending;
    totals[transaction.currency] = (totals[transaction.currency] ?? 0) + transaction.net;
  }
  return { object: "balance", available: list(available), livemode: false, pending: list(pending) };
}

function list(totals: Totals): Stripe.Balance.Available[] {
  return Object.entries(totals).map(([currency, amount]) => ({
    amount,
    currency,
    source_types: { card: amount },
  }));
}
