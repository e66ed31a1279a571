import type { GatewayAnswer, Page } from "./gateway-answer.ts";
import type { StripeDispute, StripeRefund } from "./refunds.ts";

/** A charge that took money. */
export interface PaidCharge {
  chargeId: string;
  intentId: string | null;
  /** Yen. */
  amount: number;
  /** ISO instant. */
  chargedAt: string;
}

/** An event of which Stripe does not know that anybody took it. */
export interface OwedEvent {
  eventId: string;
  type: string;
  objectId: string | null;
  body: unknown;
}

/** Lists at Stripe since an instant (ISO), a page at a time behind one of their objects. */
export interface ComparisonGateway {
  readCharges(since: string, after: string | null): Promise<GatewayAnswer<Page<PaidCharge> & Next>>;
  readRefunds(
    since: string,
    after: string | null,
  ): Promise<GatewayAnswer<Page<StripeRefund> & Next>>;
  readDisputes(
    since: string,
    after: string | null,
  ): Promise<GatewayAnswer<Page<StripeDispute> & Next>>;
  /** Events whose webhook was never taken; Stripe keeps them for 30 days. */
  readOwedEvents(after: string | null): Promise<GatewayAnswer<Page<OwedEvent> & Next>>;
}

/** Behind which object the next page begins. */
export interface Next {
  next: string | null;
}
