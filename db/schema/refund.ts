import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { day, instant, yen } from "./customer.ts";

/** List columns of the refund machine (返金). */
export const refund = pgTable(
  "refund",
  {
    customerId: uuid("customer_id").notNull(),
    refundId: uuid("refund_id").notNull(),
    invoiceId: uuid("invoice_id").notNull(),
    /** The card payment that it goes back to; null where it goes by bank transfer. */
    paymentId: uuid("payment_id"),
    approvalId: uuid("approval_id"),
    status: text("status").notNull(),
    amount: yen("amount").notNull(),
    /** 1 where it was made at Stripe and not by the portal. */
    isFound: integer("is_found").notNull(),
    reason: text("reason"),
    stripeRefundId: text("stripe_refund_id"),
    requestedAt: instant("requested_at"),
    madeOn: day("made_on"),
    failedOn: day("failed_on"),
    failureCode: text("failure_code"),
    failureNote: text("failure_note"),
    /** Yen of it for which the payment had nothing left. */
    exceeding: yen("exceeding").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.refundId] }),
    index("refund_invoice").on(t.customerId, t.invoiceId),
    index("refund_stripe").on(t.stripeRefundId),
    index("refund_status").on(t.status, t.failedOn),
  ],
);

/** List columns of the dispute machine: a card payment disputed with the issuer (チャージバック). */
export const dispute = pgTable(
  "dispute",
  {
    customerId: uuid("customer_id").notNull(),
    disputeId: uuid("dispute_id").notNull(),
    invoiceId: uuid("invoice_id").notNull(),
    paymentId: uuid("payment_id").notNull(),
    status: text("status").notNull(),
    stripeDisputeId: text("stripe_dispute_id").notNull(),
    amount: yen("amount").notNull(),
    reason: text("reason").notNull(),
    openedOn: day("opened_on").notNull(),
    evidenceDueDay: day("evidence_due_day"),
    /** Yen that the issuer holds or keeps, and Stripe's fees that were not given back. */
    withdrawn: yen("withdrawn").notNull(),
    fees: yen("fees").notNull(),
    closedOn: day("closed_on"),
    exceeding: yen("exceeding").notNull(),
    lossNote: text("loss_note"),
    /** Rows of Stripe's balance that are booked. */
    lines: jsonb("lines").$type<string[]>().notNull().default([]),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.disputeId] }),
    index("dispute_invoice").on(t.customerId, t.invoiceId),
    index("dispute_stripe").on(t.stripeDisputeId),
    index("dispute_status").on(t.status, t.openedOn),
  ],
);
