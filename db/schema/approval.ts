import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { day, instant, yen } from "./customer.ts";

/** List columns of the machine of an approval (稟議): a decision about money by a second person. */
export const approval = pgTable(
  "approval",
  {
    customerId: uuid("customer_id").notNull(),
    approvalId: uuid("approval_id").notNull(),
    status: text("status").notNull(),
    subject: text("subject").notNull(),
    params: jsonb("params").$type<Record<string, unknown>>().notNull(),
    amount: yen("amount").notNull(),
    clause: text("clause"),
    invoiceId: uuid("invoice_id"),
    reason: text("reason").notNull(),
    /** The ids of the people, who may be gone by now. */
    proposedBy: text("proposed_by").notNull(),
    proposedOn: day("proposed_on").notNull(),
    decidedBy: text("decided_by"),
    decidedOn: day("decided_on"),
    refusal: text("refusal"),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.approvalId] }),
    index("approval_status").on(t.status, t.proposedOn),
    index("approval_invoice").on(t.customerId, t.invoiceId),
  ],
);
