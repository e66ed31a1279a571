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

export interface PaymentIntentData {
  description?: string;
  metadata?: Record<string, string>;
  receipt_email?: string;
  statement_descriptor?: string;
  statement_descriptor_suffix?: string;
  request_three_d_secure?: string;
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
  data: { object: object };
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

export type FaultKind = "timeout_after" | "error_500" | "reset" | "rate_limit" | "quota" | "delay";

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
  sessions: Stripe.Checkout.Session;
  lineItems: SessionLineItems;
  openSessions: OpenSession;
  paymentIntents: Stripe.PaymentIntent;
  paymentMethods: Stripe.PaymentMethod;
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
