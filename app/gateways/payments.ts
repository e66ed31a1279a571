/** A Checkout session as the portal needs it. */
export interface CheckoutSession {
  sessionId: string;
  /** Where the payer is sent; null once the session is complete or expired. */
  url: string | null;
  /** ISO instant. */
  expiresAt: string;
  status: "open" | "complete" | "expired";
  /** What the payment intent says; null before the payer tried. */
  intentId: string | null;
}

/** What became of a payment intent, read from Stripe now and not from an event's copy. */
export type PaymentResult =
  | { state: "open"; intentId: string; failureCode: string | null }
  | { state: "processing"; intentId: string }
  | {
      state: "succeeded";
      intentId: string;
      chargeId: string;
      /** Yen. */
      amount: number;
      /** ISO instant of the charge. */
      chargedAt: string;
    };

/** Each outside failure is a named outcome; `unknown` is looked up or repeated with the same key. */
export type GatewayAnswer<Value> =
  | { outcome: "done"; value: Value }
  | { outcome: "retry"; reason: string }
  | { outcome: "refused"; reason: string; code: string }
  | { outcome: "unknown"; reason: string };

export interface CheckoutRequest {
  /** Idempotency key: the payment's id. */
  paymentId: string;
  customerId: string;
  invoiceId: string;
  invoiceNumber: string;
  /** Yen. */
  amount: number;
  locale: "ja" | "en";
  successUrl: string;
  cancelUrl: string;
}

/** One line of a payout. */
export interface BalanceLine {
  lineId: string;
  type: string;
  /** Yen; `net` is `amount` less `fee`. */
  amount: number;
  fee: number;
  net: number;
  sourceId: string | null;
}

export interface PayoutSummary {
  payoutId: string;
  amount: number;
  status: string;
  /** ISO day. */
  arrivalDay: string;
  automatic: boolean;
  reconciled: boolean;
}

/** A webhook event whose signature, age and mode have been checked. */
export interface StripeEvent {
  eventId: string;
  type: string;
  objectId: string | null;
  body: unknown;
}

/** Stripe, as far as the portal uses it. */
export interface PaymentGateway {
  openCheckout(request: CheckoutRequest): Promise<GatewayAnswer<CheckoutSession>>;
  readCheckout(sessionId: string): Promise<GatewayAnswer<CheckoutSession>>;
  expireCheckout(sessionId: string): Promise<GatewayAnswer<CheckoutSession>>;
  /** The payment's outcome with the portal's payment id from its metadata, if it is one of ours. */
  readPayment(
    intentId: string,
  ): Promise<GatewayAnswer<{ result: PaymentResult; paymentId: string | null; customerId: string | null }>>;
  listPayouts(): Promise<GatewayAnswer<PayoutSummary[]>>;
  /** Every balance transaction of a payout, page by page. */
  readPayoutLines(payoutId: string): Promise<GatewayAnswer<BalanceLine[]>>;
  /** Verifies a webhook's raw bytes. Null where the signature or its age is not right. */
  verifyWebhook(rawBody: Uint8Array, signature: string | null): StripeEvent | null;
}
