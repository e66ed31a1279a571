import type Stripe from "stripe";
import { newId } from "../identifiers.ts";
import type { Sandbox } from "../sandbox.ts";
import { book, startOfDay } from "./balance-transactions.ts";
import { invalidRequest } from "./errors.ts";
import { type Cause, emit, NO_REQUEST } from "./events.ts";
import { findPayout } from "./find-payout.ts";
import { buildPayout } from "./payout-object.ts";

/**
 * The bank sends a payout back, which may be days after it was paid: the money is in the balance again, as
 * a row that the next payout carries. Inside a transaction.
 */
export function failPayout(sandbox: Sandbox, id: string, code: string): Stripe.Payout {
  const before = findPayout(sandbox, id);
  if (before.status === "failed") throw invalidRequest("This payout has failed already.");
  const { id: transaction } = book(sandbox, {
    type: "payout_failure",
    reportingCategory: "payout_reversal",
    amount: before.amount,
    fee: 0,
    currency: before.currency,
    source: id,
    description: "PAYOUT FAILURE",
    availableOn: startOfDay(sandbox.clock.now()),
    payout: null,
  });
  const failed: Stripe.Payout = {
    ...before,
    status: "failed",
    failure_balance_transaction: transaction,
    failure_code: code,
    failure_message: "Your bank account can't take this payout.",
  };
  sandbox.store.put("payouts", failed);
  emit(sandbox, NO_REQUEST, "payout.failed", failed);
  return failed;
}

/** Takes a paid payout back from the bank by a payout of its own. Inside a transaction. */
export function reversePayout(
  sandbox: Sandbox,
  original: string,
  cause: Cause = NO_REQUEST,
): Stripe.Payout {
  const before = findPayout(sandbox, original);
  if (before.status !== "paid" || before.reversed_by !== null) {
    throw invalidRequest("Only a paid payout that was not reversed before can be reversed.");
  }
  const reversal = manualPayout(sandbox, cause, {
    amount: -before.amount,
    currency: before.currency,
    original,
  });
  const reversed: Stripe.Payout = { ...before, reversed_by: reversal.id };
  sandbox.store.put("payouts", reversed);
  emit(sandbox, cause, "payout.updated", reversed, { reversed_by: null });
  return reversal;
}

/**
 * A payout that somebody asks for. What it is made of is not told; its own row stays in the balance until
 * an automatic payout carries it. Inside a transaction.
 */
export function manualPayout(
  sandbox: Sandbox,
  cause: Cause,
  draft: Pick<
    Parameters<typeof buildPayout>[0],
    "amount" | "currency" | "metadata" | "original"
  > & {
    description?: string;
  },
): Stripe.Payout {
  const { store, clock } = sandbox;
  const id = newId("po");
  const { id: transaction } = book(sandbox, {
    type: "payout",
    amount: -draft.amount,
    fee: 0,
    currency: draft.currency,
    source: id,
    description: draft.description ?? "STRIPE PAYOUT",
    availableOn: startOfDay(clock.now()),
    payout: null,
  });
  const created = buildPayout({
    ...draft,
    id,
    transaction,
    created: clock.now(),
    automatic: false,
    description: draft.description ?? null,
  });
  emit(sandbox, cause, "payout.created", created);
  const paid: Stripe.Payout = { ...created, status: "paid" };
  emit(sandbox, NO_REQUEST, "payout.paid", paid);
  store.put("payouts", paid);
  return paid;
}
