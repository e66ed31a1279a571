import type Stripe from "stripe";
import type { ComparisonGateway, Next, OwedEvent, PaidCharge } from "./comparison.ts";
import type { GatewayAnswer, Page } from "./gateway-answer.ts";
import { pageAfter, type Call, type PageQuery } from "./stripe-lists.ts";
import { disputeOf, refundOf } from "./stripe-refund-objects.ts";
import { idOf, instantOf } from "./stripe-values.ts";

const chargeOf = ({ id, amount, created, payment_intent: intent }: Stripe.Charge): PaidCharge => ({
  ...{ chargeId: id, amount, chargedAt: instantOf(created) },
  intentId: idOf(intent),
});

function eventOf(event: Stripe.Event): OwedEvent {
  const { id: objectId } = event.data.object as { id?: string };
  return { eventId: event.id, type: event.type, objectId: objectId ?? null, body: event };
}

/** Lists of what happened at Stripe, by the calls of a gateway that name their outcomes. */
export function stripeComparison(stripe: Stripe, read: Call): ComparisonGateway {
  const list = <Item extends { id: string }, Value>(
    readPage: (page: PageQuery) => Promise<Stripe.ApiList<Item>>,
    convert: (items: Item[]) => Value[],
    after: string | null,
  ): Promise<GatewayAnswer<Page<Value> & Next>> =>
    read(async () => {
      const { data, has_more: hasMore } = await readPage(pageAfter(after));
      return { items: convert(data), hasMore, next: data.at(-1)?.id ?? null };
    });
  const from = (since: string) => ({ created: { gte: Math.floor(Date.parse(since) / 1000) } });
  return {
    readCharges: (since, after) =>
      list(
        (page) => stripe.charges.list({ ...from(since), ...page }),
        (charges) => charges.filter(({ paid }) => paid).map((charge) => chargeOf(charge)),
        after,
      ),
    readRefunds: (since, after) =>
      list(
        (page) => stripe.refunds.list({ ...from(since), ...page }),
        (refunds) => refunds.map((refund) => refundOf(refund)),
        after,
      ),
    readDisputes: (since, after) =>
      list(
        (page) => stripe.disputes.list({ ...from(since), ...page }),
        (disputes) => disputes.map((dispute) => disputeOf(dispute)),
        after,
      ),
    readOwedEvents: (after) =>
      list(
        (page) => stripe.events.list({ delivery_success: false, ...page }),
        (events) => events.map((event) => eventOf(event)),
        after,
      ),
  };
}
