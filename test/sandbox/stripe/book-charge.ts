import type Stripe from "stripe";
import type { Sandbox } from "../sandbox.ts";
import { availableOn, book, cardFee, startOfDay } from "./balance-transactions.ts";
import { emit, NO_REQUEST } from "./events.ts";
import { presentBalanceTotals } from "./balance.ts";

/** Enters a captured charge and its fee into the balance. Inside a transaction. */
export function bookCharge(
  sandbox: Sandbox,
  charge: Stripe.Charge,
  availableAtOnce: boolean,
): Stripe.Charge {
  const now = sandbox.clock.now();
  const transaction = book(sandbox, {
    type: charge.payment_method_details?.type === "card" ? "charge" : "payment",
    amount: charge.amount_captured,
    fee: cardFee(charge.amount_captured),
    currency: charge.currency,
    source: charge.id,
    description: charge.description,
    availableOn: availableAtOnce ? startOfDay(now) : availableOn(now),
    payout: null,
  });
  if (availableAtOnce) {
    emit(sandbox, NO_REQUEST, "balance.available", presentBalanceTotals(sandbox));
  }
  return { ...charge, balance_transaction: transaction.id };
}
