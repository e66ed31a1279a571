import type Stripe from "stripe";
import { bookCharge } from "./book-charge.ts";
import { endpoint } from "./call.ts";
import { emit } from "./events.ts";
import { integer, metadata, optional } from "./parameters.ts";
import { changePaymentIntent, findIntent, unexpectedState } from "./payment-intents.ts";

/** Takes the money that was only held; less than all of it frees the rest. */
export const captureIntent = endpoint(
  { amount_to_capture: optional(integer(1)), metadata: optional(metadata) },
  (call, parameters) => {
    const { sandbox, id } = call;
    const intent = findIntent(sandbox, id("intent"));
    const held = sandbox.store.get("charges", String(intent.latest_charge));
    if (intent.status !== "requires_capture" || !held) {
      throw unexpectedState(
        intent,
        `This PaymentIntent could not be captured because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.`,
      );
    }
    const amount = Math.min(parameters.amount_to_capture ?? intent.amount, intent.amount);
    const charge: Stripe.Charge = bookCharge(
      sandbox,
      { ...held, captured: true, amount_captured: amount },
      false,
    );
    sandbox.store.put("charges", charge);
    emit(sandbox, call, "charge.captured", charge);
    const captured: Stripe.PaymentIntent = {
      ...intent,
      status: "succeeded",
      amount_capturable: 0,
      amount_received: amount,
    };
    return changePaymentIntent(sandbox, call, captured, "payment_intent.succeeded");
  },
);
