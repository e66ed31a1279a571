import type Stripe from "stripe";

/** A ledger row together with the payout that carried it to the bank (null: still on the balance). */
export interface BalanceRow {
  id: string;
  transaction: Stripe.BalanceTransaction;
  payout: string | null;
}

/** What the hosted page needs to know of a session that can still be paid. */
export interface OpenSession {
  id: string;
  expires_at: number;
  payment_intent_data: PaymentIntentData;
  challenge: { token: string; payment_method: string } | null;
}

/** What Stripe knows of a card beside its payment method: never the number. */
export interface Card {
  /** The payment method. */
  id: string;
  /** Which test card it behaves like. */
  card: string;
  /** Saved with the cardholder's authentication. */
  set_up: boolean;
  /** Used once without being saved, or detached: it may not be used again. */
  spent: boolean;
}

/** A 3-D Secure challenge that waits for the cardholder, outside the hosted page. */
export interface Challenge {
  /** A token, part of the page's address. */
  id: string;
  /** `pi_…` or `seti_…`. */
  intent: string;
  payment_method: string;
  return_url: string | null;
}

export interface PaymentLink {
  id: string;
  object: string;
  active: boolean;
  allow_promotion_codes: boolean;
  currency: string;
  metadata: Record<string, string>;
  url: string;
}

/** What a bank will say of a refund or a debit at a moment of portal time (Unix seconds). */
export interface Scheduled {
  id: string;
  at: number;
  /** `re_…` or `pi_…`. */
  subject: string;
  outcome: "succeeded" | "failed";
}

export interface PaymentIntentData {
  description?: string;
  metadata?: Record<string, string>;
  receipt_email?: string;
  shipping?: Stripe.PaymentIntent.Shipping;
  statement_descriptor?: string;
  statement_descriptor_suffix?: string;
  request_three_d_secure?: string;
  setup_future_usage?: "off_session" | "on_session";
}

export interface SessionLineItems {
  id: string;
  items: LineItem[];
}

/** Stripe's line item as it travels: decimals are strings on the wire, unlike in the SDK's types. */
export type LineItem = Omit<Stripe.LineItem, "price"> & {
  price: Omit<Stripe.Price, "unit_amount_decimal"> & { unit_amount_decimal: string };
};

/** An event without `pending_webhooks`, which is counted when the event is read. */
export interface StripeEvent {
  id: string;
  object: "event";
  api_version: string;
  created: number;
  data: { object: object; previous_attributes?: object };
  livemode: false;
  request: { id: string | null; idempotency_key: string | null };
  type: string;
}

export interface MailEvent {
  id: string;
  type: string;
  created_at: string;
  data: { email_id: string } & Record<string, unknown>;
}

/** One webhook and what became of it. `next_attempt_at` is wall-clock milliseconds. */
export interface Delivery {
  id: string;
  target: "stripe" | "resend";
  attempts: number;
  resends: number;
  delivered: boolean;
  last_status: number | null;
  last_error: string | null;
}

/** A row exists for as long as its delivery is owed. */
export interface OutboxRow {
  id: string;
  target: "stripe" | "resend";
  next_attempt_at: number;
}

/** The first answer given under an idempotency key; `created` in milliseconds of the wall clock. */
export interface IdempotencyRecord {
  id: string;
  endpoint: string;
  fingerprint: string;
  status: number;
  body: string;
  request_id: string;
  created: number;
}

export interface MailAttachment {
  filename: string;
  content_type: string | null;
  content: string;
}

export interface Mail {
  id: string;
  from: string;
  to: string[];
  cc: string[] | null;
  bcc: string[] | null;
  reply_to: string[] | null;
  subject: string;
  html: string | null;
  text: string | null;
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
  attachments: MailAttachment[];
  created_at: string;
  message_id: string;
  last_event: "sent" | "delivered" | "bounced";
  idempotency_key: string | null;
}

export type FaultKind =
  | "timeout_after"
  | "lost_after"
  | "truncated"
  | "error_500"
  | "html_503"
  | "reset"
  | "rate_limit"
  | "quota"
  | "delay";

export interface Fault {
  id: string;
  kind: FaultKind;
  match: string;
  times: number;
  milliseconds: number;
}

/** Offset of the portal clock from the wall clock, and how far weekly payouts have been made. */
export interface ClockRow {
  id: "clock";
  offset_ms: number;
  payouts_until: number;
}

/** Every table of the sandbox; each row carries its own `id`. */
export interface Tables {
  customers: Stripe.Customer;
  deletedCustomers: { id: string };
  sessions: Stripe.Checkout.Session;
  lineItems: SessionLineItems;
  openSessions: OpenSession;
  paymentIntents: Stripe.PaymentIntent;
  paymentMethods: Stripe.PaymentMethod;
  cards: Card;
  challenges: Challenge;
  setupIntents: Stripe.SetupIntent;
  disputes: Stripe.Dispute;
  scheduled: Scheduled;
  products: Stripe.Product;
  prices: LineItem["price"];
  paymentLinks: PaymentLink;
  sources: Stripe.Card;
  cashBalances: { id: string; available: Record<string, number> };
  charges: Stripe.Charge;
  refunds: Stripe.Refund;
  balance: BalanceRow;
  payouts: Stripe.Payout;
  events: StripeEvent;
  mails: Mail;
  mailEvents: MailEvent;
  deliveries: Delivery;
  outbox: OutboxRow;
  idempotency: IdempotencyRecord;
  faults: Fault;
  clock: ClockRow;
}

export type TableName = keyof Tables;
