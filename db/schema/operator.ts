import { sql } from "drizzle-orm";
import { boolean, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { day, instant, yen } from "./customer.ts";

/** A menu of the catalog (A2); a new price is a new row with a later first day. */
export const menu = pgTable(
  "menu",
  {
    code: text("code").notNull(),
    validFrom: day("valid_from").notNull(),
    kind: text("kind").notNull(),
    nameJa: text("name_ja").notNull(),
    nameEn: text("name_en").notNull(),
    summaryJa: text("summary_ja").notNull(),
    summaryEn: text("summary_en").notNull(),
    annualPrice: yen("annual_price").notNull(),
  },
  (t) => [primaryKey({ columns: [t.code, t.validFrom] })],
);

/** Webhook events as they came, once each; unprocessed ones are worked by a job. */
export const inbox = pgTable(
  "inbox",
  {
    provider: text("provider").notNull(),
    eventId: text("event_id").notNull(),
    type: text("type").notNull(),
    objectId: text("object_id"),
    body: jsonb("body").notNull(),
    receivedAt: instant("received_at").notNull(),
    state: text("state").notNull().default("received"),
    outcome: text("outcome"),
    processedAt: instant("processed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.provider, t.eventId] }),
    index("inbox_state").on(t.state, t.receivedAt),
  ],
);

/** A Stripe payout as pulled, and whether every line under it has been explained. */
export const payout = pgTable(
  "payout",
  {
    payoutId: text("payout_id").primaryKey(),
    amount: yen("amount").notNull(),
    status: text("status").notNull(),
    arrivalDay: day("arrival_day").notNull(),
    pulledAt: instant("pulled_at").notNull(),
    ledgerTransactionId: uuid("ledger_transaction_id"),
    /** Only automatic payouts keep the link to what they carry. */
    automatic: boolean("automatic").notNull().default(true),
    /** The last line that was fetched; null before the first. */
    cursor: text("cursor"),
    /** Whether all its lines have been fetched. */
    isWhole: boolean("is_whole").notNull().default(true),
    /** The day on which it was booked back, because the bank did not take it after all. */
    returnedOn: day("returned_on"),
    /** The line of a bank's file that is its money; null while none is known. */
    receiptId: uuid("receipt_id").unique(),
  },
  (t) => [index("payout_amount").on(t.amount)],
);

/** One balance transaction of a payout: matched to a payment, explained, or an exception. */
export const payoutLine = pgTable(
  "payout_line",
  {
    payoutId: text("payout_id").notNull(),
    lineId: text("line_id").notNull(),
    type: text("type").notNull(),
    amount: yen("amount").notNull(),
    fee: yen("fee").notNull(),
    net: yen("net").notNull(),
    sourceId: text("source_id"),
    chargeId: text("charge_id"),
    state: text("state").notNull(),
    reason: text("reason").notNull(),
    customerId: uuid("customer_id"),
    paymentId: uuid("payment_id"),
    invoiceId: uuid("invoice_id"),
    /** The refund or the dispute that it is about. */
    subjectId: uuid("subject_id"),
  },
  (t) => [
    primaryKey({ columns: [t.payoutId, t.lineId] }),
    index("payout_line_exception")
      .on(t.payoutId)
      .where(sql`state = 'exception'`),
    index("payout_line_payment").on(t.paymentId),
    index("payout_line_subject").on(t.subjectId),
    index("payout_line_source").on(t.sourceId),
  ],
);

/** What Stripe and the portal tell differently, as the nightly comparison found it. */
export const stripeBreak = pgTable("stripe_break", {
  breakId: text("break_id").primaryKey(),
  kind: text("kind").notNull(),
  /** The id at Stripe, or the payment that is unknown there. */
  subject: text("subject").notNull(),
  customerId: uuid("customer_id"),
  invoiceId: uuid("invoice_id"),
  amount: yen("amount").notNull(),
  happenedAt: instant("happened_at").notNull(),
  foundAt: instant("found_at").notNull(),
  /** When a comparison last saw it. */
  seenAt: instant("seen_at").notNull(),
  resolvedAt: instant("resolved_at"),
});

/** When work that recurs was last begun, so that of many workers one does it. */
export const recurringWork = pgTable("recurring_work", {
  name: text("name").primaryKey(),
  begunAt: instant("begun_at").notNull(),
  doneAt: instant("done_at"),
});

/** How far the portal's clock is ahead of the wall clock; moved by the demo only. */
export const portalClock = pgTable("portal_clock", {
  id: text("id").primaryKey(),
  offsetMilliseconds: yen("offset_milliseconds").notNull(),
});

/** Who runs the portal (当社): what mails and documents say of the issuer. One row. */
export const operatorProfile = pgTable("operator_profile", {
  id: text("id").primaryKey(),
  nameJa: text("name_ja").notNull(),
  nameEn: text("name_en").notNull(),
  /** Registration number of the qualified-invoice issuer (登録番号): T and 13 digits. */
  registrationNumber: text("registration_number").notNull(),
  postalCode: text("postal_code").notNull(),
  addressJa: text("address_ja").notNull(),
  addressEn: text("address_en").notNull(),
  phone: text("phone").notNull(),
  supportEmail: text("support_email").notNull(),
  bankJa: text("bank_ja").notNull(),
  bankEn: text("bank_en").notNull(),
});
