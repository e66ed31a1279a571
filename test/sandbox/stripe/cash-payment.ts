import type Stripe from "stripe";
import { newId } from "../identifiers.ts";
import type { Sandbox } from "../sandbox.ts";
import { NO_ADDRESS } from "./billing-details.ts";
import { invalidRequest } from "./errors.ts";
import type { Cause } from "./events.ts";
import { changePaymentIntent } from "./payment-intents.ts";

/** A payment that waits for the payer's bank transfer, with the account to pay into. */
export function awaitTransfer(
  sandbox: Sandbox,
  cause: Cause,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
): Stripe.PaymentIntent {
  if (typeof intent.customer !== "string") {
    throw invalidRequest(
      "You must provide `customer` to pay with `customer_balance`.",
      "parameter_missing",
      "customer",
    );
  }
  const waiting: Stripe.PaymentIntent = {
    ...intent,
    status: "requires_action",
    next_action: {
      type: "display_bank_transfer_instructions",
      display_bank_transfer_instructions: instructions(sandbox, intent, intent.amount),
    },
    payment_method: method.id,
  };
  return changePaymentIntent(sandbox, cause, waiting, "payment_intent.requires_action");
}

type Instructions = Stripe.PaymentIntent.NextAction.DisplayBankTransferInstructions;

function instructions(
  { origin }: Sandbox,
  { id, currency, customer }: Stripe.PaymentIntent,
  remaining: number,
): Instructions {
  return {
    amount_remaining: remaining,
    currency,
    financial_addresses: currency === "jpy" ? [zengin(String(customer))] : [],
    hosted_instructions_url: `${origin}/c/transfer/${id}`,
    reference: newId("", 10).slice(1).toUpperCase(),
    type: currency === "jpy" ? "jp_bank_transfer" : "us_bank_transfer",
  };
}

/** Each payer's own virtual account, which is why nobody needs to write a reference. */
function zengin(customer: string): NonNullable<Instructions["financial_addresses"]>[number] {
  const digits = [...customer].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7);
  return {
    type: "zengin",
    supported_networks: ["zengin"],
    zengin: {
      account_holder_address: NO_ADDRESS,
      account_holder_name: "ストライプジャパン（カ",
      account_number: String(Math.abs(digits) % 10_000_000).padStart(7, "0"),
      account_type: "futsu",
      bank_address: NO_ADDRESS,
      bank_code: "0009",
      bank_name: "三井住友銀行",
      branch_code: "950",
      branch_name: "東京第一支店",
    },
  };
}
