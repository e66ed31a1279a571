import type Stripe from "stripe";
import { newId } from "../identifiers.ts";
import type { Sandbox } from "../sandbox.ts";
import { endpoint } from "./call.ts";
import { currency } from "./currencies.ts";
import { type Cause, emit } from "./events.ts";
import { checkCustomer } from "./find-customer.ts";
import { integer, optional, required, text } from "./parameters.ts";
import { changePaymentIntent } from "./payment-intents.ts";
import { settleIntent } from "./settle.ts";

export const retrieveCashBalance = endpoint({}, ({ sandbox, id }) => {
  const customer = checkCustomer(sandbox, id("customer"), 404);
  return presentCash(sandbox, customer.id);
});

/** A transfer comes in for the payer: it pays what waits for it, oldest first, and the rest stays. */
export const fundCashBalance = endpoint(
  { amount: required(integer(1)), currency: required(currency), reference: optional(text()) },
  (call, { amount, currency: code, reference }) => {
    const { sandbox } = call;
    const customer = checkCustomer(sandbox, call.id("customer"), 404).id;
    const funded = move(sandbox, call, customer, code, amount, {
      type: "funded",
      funded: {
        bank_transfer: { reference: reference ?? null, type: `${land(code)}_bank_transfer` },
      },
    });
    emit(sandbox, call, "cash_balance.funds_available", presentCash(sandbox, customer));
    for (const intent of sandbox.store.all("paymentIntents")) {
      if (waitsFor(intent, customer, code)) applyTo(sandbox, call, intent);
    }
    return funded;
  },
);

function waitsFor(intent: Stripe.PaymentIntent, customer: string, code: string): boolean {
  return (
    intent.customer === customer &&
    intent.currency === code &&
    intent.status === "requires_action" &&
    intent.next_action?.type === "display_bank_transfer_instructions"
  );
}

/** A part of the amount leaves the payment open; only the whole makes a charge. */
function applyTo(sandbox: Sandbox, cause: Cause, intent: Stripe.PaymentIntent): void {
  const { store } = sandbox;
  const customer = String(intent.customer);
  const shown = intent.next_action?.display_bank_transfer_instructions;
  const remaining = shown?.amount_remaining ?? intent.amount;
  const applied = Math.min(remaining, available(sandbox, customer, intent.currency));
  if (applied === 0 || !shown) return;
  move(sandbox, cause, customer, intent.currency, -applied, {
    type: "applied_to_payment",
    applied_to_payment: { payment_intent: intent.id },
  });
  const method = store.get("paymentMethods", String(intent.payment_method));
  if (applied === remaining && method) {
    settleIntent(sandbox, cause, { intent, method, authentication: null });
    return;
  }
  const partly: Stripe.PaymentIntent = {
    ...intent,
    next_action: {
      type: "display_bank_transfer_instructions",
      display_bank_transfer_instructions: { ...shown, amount_remaining: remaining - applied },
    },
  };
  changePaymentIntent(sandbox, cause, partly, "payment_intent.partially_funded");
}

function move(
  sandbox: Sandbox,
  cause: Cause,
  customer: string,
  code: string,
  amount: number,
  reason: Pick<Stripe.CustomerCashBalanceTransaction, "type" | "funded" | "applied_to_payment">,
): Stripe.CustomerCashBalanceTransaction {
  const { store, clock } = sandbox;
  const balance = available(sandbox, customer, code) + amount;
  const before = store.get("cashBalances", customer)?.available ?? {};
  store.put("cashBalances", { id: customer, available: { ...before, [code]: balance } });
  const transaction: Stripe.CustomerCashBalanceTransaction = {
    id: newId("ccsbtxn"),
    object: "customer_cash_balance_transaction",
    created: clock.now(),
    currency: code,
    customer,
    customer_account: null,
    ending_balance: balance,
    livemode: false,
    net_amount: amount,
    ...reason,
  };
  emit(sandbox, cause, "customer_cash_balance_transaction.created", transaction);
  return transaction;
}

function available({ store }: Sandbox, customer: string, code: string): number {
  return store.get("cashBalances", customer)?.available[code] ?? 0;
}

function presentCash({ store }: Sandbox, customer: string): Stripe.CashBalance {
  return {
    object: "cash_balance",
    available: store.get("cashBalances", customer)?.available ?? null,
    customer,
    customer_account: null,
    livemode: false,
    settings: { reconciliation_mode: "automatic", using_merchant_default: true },
  };
}

function land(code: string): "jp" | "us" | "eu" {
  return code === "jpy" ? "jp" : code === "usd" ? "us" : "eu";
}
