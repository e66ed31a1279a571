import type Stripe from "stripe";
import type { Sandbox } from "../sandbox.ts";
import { endpoint } from "./call.ts";
import { noSuch } from "./errors.ts";
import { moment, type Page, PAGING, paginate } from "./pages.ts";
import { optional, text } from "./parameters.ts";

export const retrieveCharge = endpoint({}, ({ sandbox, id }) => {
  const charge = sandbox.store.get("charges", id("charge"));
  if (!charge) throw noSuch("charge", id("charge"), "charge");
  return charge;
});

export const listCharges = endpoint(
  {
    ...PAGING,
    created: optional(moment),
    customer: optional(text()),
    payment_intent: optional(text()),
  },
  ({ sandbox, path }, parameters) => {
    const charges = sandbox.store
      .all("charges")
      .filter(
        (charge) =>
          (parameters.created?.(charge.created) ?? true) &&
          (!parameters.customer || charge.customer === parameters.customer) &&
          (!parameters.payment_intent || charge.payment_intent === parameters.payment_intent),
      );
    return paginate(charges, parameters, path, "charge");
  },
);

/** The refunds of a charge, newest first, as the sub-list Stripe includes when asked. */
export function refundsOfCharge({ store }: Sandbox, id: string): Page<Stripe.Refund> {
  const refunds = store.all("refunds").filter((refund) => refund.charge === id);
  return {
    object: "list",
    data: refunds.toReversed(),
    has_more: false,
    url: `/v1/charges/${id}/refunds`,
  };
}
