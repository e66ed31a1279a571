import type Stripe from "stripe";
import type { Sandbox } from "../sandbox.ts";
import { endpoint } from "./call.ts";
import { invalidRequest, noSuch } from "./errors.ts";
import { emit } from "./events.ts";
import { moment, PAGING, paginate } from "./pages.ts";
import { integer, metadata, oneOf, optional, text } from "./parameters.ts";
import { refundCharge } from "./refund-charge.ts";

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
    const charge = chargeOf(sandbox, parameters.charge, parameters.payment_intent);
    const { amount, metadata: notes, reason } = parameters;
    return refundCharge(sandbox, call, charge, { amount, metadata: notes, reason });
  },
);

export const updateRefund = endpoint({ metadata: optional(metadata) }, (call, parameters) => {
  const { sandbox, id } = call;
  const before = findRefund(sandbox, id("refund"));
  const refund = { ...before, metadata: { ...before.metadata, ...parameters.metadata } };
  sandbox.store.put("refunds", refund);
  emit(sandbox, call, "refund.updated", refund, { metadata: before.metadata });
  emit(sandbox, call, "charge.refund.updated", refund, { metadata: before.metadata });
  return refund;
});

export const retrieveRefund = endpoint({}, ({ sandbox, id }) => findRefund(sandbox, id("refund")));

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

/** The refund; throws 404 where there is none. */
export function findRefund({ store }: Sandbox, id: string): Stripe.Refund {
  const refund = store.get("refunds", id);
  if (!refund) throw noSuch("refund", id, "refund");
  return refund;
}

/** The charge to give back, named itself or by its payment; throws where it took nothing. */
export function chargeOf({ store }: Sandbox, charge?: string, intent?: string): Stripe.Charge {
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
