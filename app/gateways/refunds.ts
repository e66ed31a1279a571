import type { GatewayAnswer } from "./gateway-answer.ts";

/** A refund at Stripe as the portal needs it. */
export interface StripeRefund {
  stripeRefundId: string;
  /** The portal's own ids; null where somebody made it at Stripe itself. */
  refundId: string | null;
  customerId: string | null;
  intentId: string | null;
  chargeId: string | null;
  /** Yen. */
  amount: number;
  state: "pending" | "succeeded" | "failed";
  failureCode: string | null;
  /** ISO instant. */
  madeAt: string;
}

/** The same request under the same key must have the same members, or Stripe refuses it. */
export interface RefundRequest {
  refundId: string;
  customerId: string;
  paymentId: string;
  intentId: string;
  /** Yen. */
  amount: number;
}

/** A movement of Stripe's balance for a dispute. Amounts are yen. */
export interface DisputeMovement {
  lineId: string;
  kind: "withdraw" | "reinstate";
  amount: number;
  /** Charged with a withdrawal, given back with a reinstatement. */
  fee: number;
  /** ISO instant. */
  movedAt: string;
}

/** A dispute at Stripe as the portal needs it. */
export interface StripeDispute {
  stripeDisputeId: string;
  chargeId: string | null;
  intentId: string | null;
  /** Yen. */
  amount: number;
  reason: string;
  state: "needsResponse" | "underReview" | "won" | "lost";
  /** ISO instant. */
  openedAt: string;
  /** ISO instant; null where no evidence is asked for. */
  evidenceDueAt: string | null;
  movements: DisputeMovement[];
}

/** Money that goes back at Stripe. */
export interface RefundGateway {
  /**
   * Pays back a part of a payment intent's charge, or all of it.
   *
   * @param key idempotency key: the refund's id, or another one after a search found nothing
   */
  createRefund(request: RefundRequest, key: string): Promise<GatewayAnswer<StripeRefund>>;
  readRefund(stripeRefundId: string): Promise<GatewayAnswer<StripeRefund>>;
  /** The refund of an intent that bears the portal's id, or null. */
  findRefund(intentId: string, refundId: string): Promise<GatewayAnswer<StripeRefund | null>>;
  listRefundsOfCharge(chargeId: string): Promise<GatewayAnswer<StripeRefund[]>>;
  readDispute(stripeDisputeId: string): Promise<GatewayAnswer<StripeDispute>>;
}
