import { index, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { day, instant, yen } from "./customer.ts";

/** List columns of the credit note machine (適格返還請求書). */
export const creditNote = pgTable(
  "credit_note",
  {
    customerId: uuid("customer_id").notNull(),
    creditNoteId: uuid("credit_note_id").notNull(),
    invoiceId: uuid("invoice_id").notNull(),
    contractId: uuid("contract_id").notNull(),
    number: text("number"),
    status: text("status").notNull(),
    issueDay: day("issue_day"),
    /** Of the invoice that it reduces. */
    invoiceNumber: text("invoice_number").notNull(),
    invoiceDay: day("invoice_day").notNull(),
    cause: text("cause").notNull(),
    clause: text("clause").notNull(),
    /** Why the invoice is corrected, as finance says it. */
    reason: text("reason"),
    approvalId: uuid("approval_id"),
    lines: jsonb("lines").notNull(),
    taxes: jsonb("taxes").notNull(),
    net: yen("net").notNull(),
    tax: yen("tax").notNull(),
    total: yen("total").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.creditNoteId] }),
    unique("credit_note_number").on(t.customerId, t.number),
    index("credit_note_invoice").on(t.customerId, t.invoiceId),
    index("credit_note_day").on(t.issueDay),
  ],
);
