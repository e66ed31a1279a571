import { sql } from "drizzle-orm";
import {
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { day, instant, yen } from "./customer.ts";

/** List columns of the invoice machine (請求書, A12.2). */
export const invoice = pgTable(
  "invoice",
  {
    customerId: uuid("customer_id").notNull(),
    invoiceId: uuid("invoice_id").notNull(),
    contractId: uuid("contract_id").notNull(),
    number: text("number"),
    status: text("status").notNull(),
    reason: text("reason").notNull(),
    periodStart: day("period_start").notNull(),
    periodEnd: day("period_end").notNull(),
    issueDay: day("issue_day"),
    dueDay: day("due_day"),
    lines: jsonb("lines").notNull(),
    taxes: jsonb("taxes").notNull(),
    subtotal: yen("subtotal").notNull(),
    tax: yen("tax").notNull(),
    total: yen("total").notNull(),
    paid: yen("paid").notNull(),
    /** Yen of the total that credit notes give back. */
    credited: yen("credited").notNull().default(0),
    /** Yen that are the customer's credit (預り金), and since when. */
    credit: yen("credit").notNull().default(0),
    creditSince: day("credit_since"),
    /** Yen that were written off (貸倒れ). */
    writtenOff: yen("written_off").notNull().default(0),
    /** Of late damages: the invoice that was paid late. */
    ofInvoice: uuid("of_invoice"),
    /** Of a charge (A7.6, A8.1, A14.7, A27): the approval by which it was raised. */
    approvalId: uuid("approval_id"),
    /** Damages that finance is to invoice or to waive (A14.3). */
    damagesOpen: yen("damages_open").notNull().default(0),
    damagesSince: day("damages_since"),
    disputedOn: day("disputed_on"),
    /** Yen of its card payments that are disputed with their issuer. */
    chargedBack: yen("charged_back").notNull().default(0),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.invoiceId] }),
    unique("invoice_number").on(t.customerId, t.number),
    uniqueIndex("invoice_once").on(
      ...[t.customerId, t.contractId, t.reason, t.periodStart],
      sql`coalesce(${t.ofInvoice}, ${t.approvalId}, ${t.contractId})`,
    ),
    index("invoice_due").on(t.status, t.dueDay),
  ],
);

/** List columns of the payment machine: one attempt to pay one invoice. */
export const payment = pgTable(
  "payment",
  {
    customerId: uuid("customer_id").notNull(),
    paymentId: uuid("payment_id").notNull(),
    invoiceId: uuid("invoice_id").notNull(),
    status: text("status").notNull(),
    method: text("method").notNull(),
    /** The saved card that is charged. */
    cardId: uuid("card_id"),
    amount: yen("amount").notNull(),
    sessionId: text("session_id"),
    intentId: text("intent_id"),
    chargeId: text("charge_id"),
    valueDay: day("value_day"),
    failureCode: text("failure_code"),
    /** Yen that came in, that went back by refunds, and that the issuer holds or keeps. */
    received: yen("received").notNull().default(0),
    refunded: yen("refunded").notNull().default(0),
    disputed: yen("disputed").notNull().default(0),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.paymentId] }),
    index("payment_invoice").on(t.customerId, t.invoiceId),
    index("payment_session").on(t.sessionId),
    index("payment_intent").on(t.intentId),
    index("payment_charge").on(t.chargeId),
  ],
);

/** A ledger transaction: the entries under it balance, enforced by the database. */
export const ledgerTransaction = pgTable(
  "ledger_transaction",
  {
    customerId: uuid("customer_id").notNull(),
    transactionId: uuid("transaction_id").notNull(),
    machineId: uuid("machine_id").notNull(),
    seq: integer("seq").notNull(),
    kind: text("kind").notNull(),
    day: day("day").notNull(),
    /** The day on which it counts, where the month of that day was closed already. */
    valueDay: day("value_day"),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.transactionId] }),
    index("ledger_transaction_day").on(t.day, t.customerId, t.transactionId),
  ],
);

export const ledgerEntry = pgTable(
  "ledger_entry",
  {
    customerId: uuid("customer_id").notNull(),
    transactionId: uuid("transaction_id").notNull(),
    n: integer("n").notNull(),
    account: text("account").notNull(),
    debit: yen("debit").notNull(),
    credit: yen("credit").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.transactionId, t.n] }),
    index("ledger_entry_account").on(t.account),
  ],
);
