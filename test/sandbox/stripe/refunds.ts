import type Stripe from "stripe";
import { newId } from "../identifiers.ts";
import type { Sandbox } from "../sandbox.ts";
import { book, startOfDay } from "./balance-transactions.ts";
import { endpoint } from "./call.ts";
import { invalidRequest, noSuch } from "./errors.ts";
import { emit } from "./events.ts";
import { moment, PAGING, paginate } from "./pages.ts";
import { integer, metadata, oneOf, optional, text } from "./parameters.ts";

/** Refunds a charge in whole or in part; more than what is left of it is refused. */
export const createRefund = endpoint(
  {
    amount: optional(integer(1)),
    charge: optional(text()),
    metadata: optional(metadata),
    payment_intent: optional(text()),
    reason: optional(oneOf("duplicate", "fraudulent", "requested_by_customer")),
  },
  (call, parameters) => {
    const { sandbox } = call;
    const { store, clock } = sandbox;
    const charge = chargeOf(sandbox, parameters.charge, parameters.payment_intent);
    const left = charge.amount - charge.amount_refunded;
    const amount = parameters.amount ?? left;
    checkAmount(charge, amount, left);
    const id = newId("re");
    const transaction = book(sandbox, {
      type: "refund",
      amount: -amount,
      fee: 0,
      source: id,
      description: "REFUND FOR PAYMENT",
      availableOn: Math.max(startOfDay(clock.now()), chargeAvailableOn(sandbox, charge)),
      payout: null,
    });
    const refund: Stripe.Refund = {
      id,
      object: "refund",
      amount,
      balance_transaction: transaction.id,
      charge: charge.id,
      created: clock.now(),
      currency: "jpy",
      customer: charge.customer,
      customer_account: null,
      destination_details: {
        card: {
          reference: newId("", 16).slice(1),
          reference_status: "available",
          reference_type: "acquirer_reference_number",
          type: "refund",
        },
        type: "card",
      },
      metadata: parameters.metadata ?? {},
      payment_intent: charge.payment_intent,
      payment_method: charge.payment_method,
      reason: parameters.reason ?? null,
      receipt_number: null,
      source_transfer_reversal: null,
      status: "succeeded",
      transfer_reversal: null,
    };
    const refunded = charge.amount_refunded + amount;
    const changed = { ...charge, amount_refunded: refunded, refunded: refunded === charge.amount };
    store.put("refunds", refund);
    store.put("charges", changed);
    emit(sandbox, call, "charge.refunded", changed);
    emit(sandbox, call, "refund.created", refund);
    return refund;
  },
);

export const retrieveRefund = endpoint({}, ({ sandbox, id }) => {
  const refund = sandbox.store.get("refunds", id("refund"));
  if (!refund) throw noSuch("refund", id("refund"), "refund");
  return refund;
});

export const listRefunds = endpoint(
  {
    ...PAGING,
    charge: optional(text()),
    created: optional(moment),
    payment_intent: optional(text()),
  },
  ({ sandbox, path }, parameters) => {
    const refunds = sandbox.store
      .all("refunds")
      .filter(
        (refund) =>
          (parameters.created?.(refund.created) ?? true) &&
          (!parameters.charge || refund.charge === parameters.charge) &&
          (!parameters.payment_intent || refund.payment_intent === parameters.payment_intent),
      );
    return paginate(refunds, parameters, path, "refund");
  },
);

function chargeOf({ store }: Sandbox, charge?: string, intent?: string): Stripe.Charge {
  if (intent) {
    const found = store.get("paymentIntents", intent);
    if (!found) throw noSuch("payment_intent", intent, "payment_intent");
    const latest = typeof found.latest_charge === "string" ? found.latest_charge : "";
    const paid = store.get("charges", latest);
    if (paid?.paid) return paid;
    throw invalidRequest(
      "This PaymentIntent does not have a successful charge to refund.",
      undefined,
      "payment_intent",
    );
  }
  if (!charge) {
    throw invalidRequest(
      "One of the following params should be provided for this request: payment_intent or charge.",
      "parameter_missing",
    );
  }
  const found = store.get("charges", charge);
  if (!found) throw noSuch("charge", charge, "charge");
  if (!found.paid) throw invalidRequest(`Charge ${charge} has not been paid.`, undefined, "charge");
  return found;
}

function checkAmount(charge: Stripe.Charge, amount: number, left: number): void {
  if (left === 0) {
    throw invalidRequest(
      `Charge ${charge.id} has already been refunded.`,
      "charge_already_refunded",
    );
  }
  if (amount > left) {
    throw invalidRequest(
      `Refund amount (¥${amount.toLocaleString("en")}) is greater than unrefunded amount on charge (¥${left.toLocaleString("en")})`,
      undefined,
      "amount",
    );
  }
}

function chargeAvailableOn({ store }: Sandbox, charge: Stripe.Charge): number {
  const id = typeof charge.balance_transaction === "string" ? charge.balance_transaction : "";
  return store.get("balance", id)?.transaction.available_on ?? 0;
}
