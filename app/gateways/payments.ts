import type { GatewayAnswer, Ownership, Page } from "./gateway-answer.ts";
import type { CardGateway } from "./cards.ts";
import type { ComparisonGateway } from "./comparison.ts";
import type { RefundGateway } from "./refunds.ts";

/** A Checkout session as the portal needs it. */
export interface CheckoutSession extends Ownership {
  sessionId: string;
  /** Of a session in which a card is saved: what says how that stands; null for a payment. */
  setupId: string | null;
  /** Where the payer is sent; null once the session is complete or expired. */
  url: string | null;
  /** ISO instant. */
  expiresAt: string;
  status: "open" | "complete" | "expired";
  /** The payment intent; null before the payer tried. */
  intentId: string | null;
}

/** What became of a payment intent, read from Stripe now and not from an event's copy. */
export type PaymentResult =
  | {
      state: "open";
      intentId: string;
      /** Why the last attempt failed; null where none has. */
      failureCode: string | null;
      /** What Stripe advises about another attempt with this card, where it does. */
      advice: string | null;
      /** Names that attempt, so that two events about it are one fact; null where none failed. */
      attemptId: string | null;
    }
  | { state: "processing"; intentId: string }
  /** Its session expired, or somebody cancelled it: nobody can pay it any more. */
  | { state: "cancelled"; intentId: string }
  | {
      state: "succeeded";
      intentId: string;
      chargeId: string;
      /** Yen. */
      amount: number;
      /** ISO instant of the charge. */
      chargedAt: string;
    };

/** The same request under the same payment id must have the same members, or Stripe refuses it. */
export interface CheckoutRequest {
  /** Idempotency key: the payment's id. */
  paymentId: string;
  customerId: string;
  invoiceId: string;
  /** What the payer reads on Stripe's page, such as the invoice's number. */
  invoiceNumber: string;
  /** Yen, from 50 to 99,999,999. */
  amount: number;
  locale: "ja" | "en";
  /** ISO instant, from half an hour to a day ahead. */
  expiresAt: string;
  successUrl: string;
  cancelUrl: string;
}

/** One line of a payout (a balance transaction). */
export interface BalanceLine {
  lineId: string;
  type: string;
  /** Yen; `net` is `amount` less `fee`. */
  amount: number;
  fee: number;
  net: number;
  sourceId: string | null;
  /** The charge that the line is about: the source itself, or what a refund or dispute names. */
  chargeId: string | null;
}

export interface PayoutSummary {
  payoutId: string;
  /** In the smallest unit of the currency; negative where Stripe took money from the bank account. */
  amount: number;
  /** ISO code in small letters, such as `jpy`; other systems on the account may pay out in others. */
  currency: string;
  status: string;
  /** ISO day. */
  arrivalDay: string;
  /** Only automatic payouts keep the link to what they carry. */
  automatic: boolean;
  /** Whether Stripe has finished linking every transaction to the payout. */
  reconciled: boolean;
}

/** A webhook event whose signature, age and mode have been checked. */
export interface StripeEvent {
  eventId: string;
  type: string;
  objectId: string | null;
  body: unknown;
}

/** Why a delivery is answered with 400; `mode` and `future` also deserve somebody's look. */
export type WebhookRefusal = "signature" | "age" | "future" | "mode" | "body";

export type WebhookAnswer =
  | { verified: true; event: StripeEvent }
  | { verified: false; reason: WebhookRefusal };

/** Stripe, as far as the portal uses it. */
export interface PaymentGateway extends CardGateway, RefundGateway, ComparisonGateway {
  openCheckout(request: CheckoutRequest): Promise<GatewayAnswer<CheckoutSession>>;
  readCheckout(sessionId: string): Promise<GatewayAnswer<CheckoutSession>>;
  expireCheckout(sessionId: string): Promise<GatewayAnswer<CheckoutSession>>;
  readPayment(intentId: string): Promise<GatewayAnswer<Ownership & { result: PaymentResult }>>;
  /** The payment intent behind a charge; null for a charge that has none. */
  readIntentOfCharge(chargeId: string): Promise<GatewayAnswer<string | null>>;
  listPayouts(): Promise<GatewayAnswer<PayoutSummary[]>>;
  readPayout(payoutId: string): Promise<GatewayAnswer<PayoutSummary>>;
  /** A page of a payout's balance transactions, its own row among them, behind one of them. */
  readPayoutPage(payoutId: string, after: string | null): Promise<GatewayAnswer<Page<BalanceLine>>>;
  /** Checks a webhook's raw bytes: signature, age in both directions, mode, shape. */
  verifyWebhook(rawBody: Uint8Array, signature: string | null): WebhookAnswer;
}
