import type Stripe from "stripe";
import type { RefundGateway } from "./refunds.ts";
import { findInList, readAll, type Call } from "./stripe-lists.ts";
import { disputeOf, refundOf } from "./stripe-refund-objects.ts";

/** Refunds and disputes at Stripe, by the calls of a gateway that name their outcomes. */
export function stripeRefunds(stripe: Stripe, read: Call, write: Call): RefundGateway {
  return {
    createRefund: ({ refundId, customerId, paymentId, intentId, amount }, idempotencyKey) =>
      write(async () => {
        const metadata = { refundId, customerId, paymentId };
        const parameters = { payment_intent: intentId, amount, metadata };
        return refundOf(await stripe.refunds.create(parameters, { idempotencyKey }));
      }),
    readRefund: (id) => read(async () => refundOf(await stripe.refunds.retrieve(id))),
    findRefund: async (intentId, refundId) => {
      const answer = await findInList(
        read,
        (page) => stripe.refunds.list({ payment_intent: intentId, ...page }),
        ({ metadata }) => metadata?.["refundId"] === refundId,
      );
      if (answer.outcome !== "done") return answer;
      return { outcome: "done", value: answer.value && refundOf(answer.value) };
    },
    listRefundsOfCharge: (charge) =>
      readAll(read, (page) => stripe.refunds.list({ charge, ...page }), refundOf),
    readDispute: (id) => read(async () => disputeOf(await stripe.disputes.retrieve(id))),
  };
}
