import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { day, instant, yen } from "./customer.ts";

/** A file of the bank as it was taken in; its digest keeps it from being taken in twice. */
export const bankImport = pgTable("bank_import", {
  importId: uuid("import_id").primaryKey(),
  sha256: text("sha256").notNull().unique(),
  name: text("name").notNull(),
  format: text("format").$type<"zengin" | "csv">().notNull(),
  /** Lines of receipts, and how many of them had come with an earlier file. */
  lines: integer("lines").notNull(),
  known: integer("known").notNull(),
  importedBy: text("imported_by").notNull(),
  importedAt: instant("imported_at").notNull(),
});

/** A line of a bank's file (振込入金): money whose payer is known by a name in kana only. */
export const bankReceipt = pgTable(
  "bank_receipt",
  {
    receiptId: uuid("receipt_id").primaryKey(),
    importId: uuid("import_id").notNull(),
    line: integer("line").notNull(),
    /** Digest of what the line says, so that overlapping files bring it once. */
    identity: text("identity").notNull().unique(),
    bookedDay: day("booked_day").notNull(),
    valueDay: day("value_day").notNull(),
    /** Less than nothing where the bank took a receipt back. */
    amount: yen("amount").notNull(),
    payer: text("payer").notNull(),
    /** The payer's name as it is compared. */
    payerKey: text("payer_key").notNull(),
    reference: text("reference").notNull(),
    bank: text("bank").notNull(),
  },
  (t) => [index("bank_receipt_day").on(t.valueDay), index("bank_receipt_payer").on(t.payerKey)],
);

/** What was decided about a receipt, one decision after the other; the latest holds. */
export const bankReceiptDecision = pgTable(
  "bank_receipt_decision",
  {
    receiptId: uuid("receipt_id").notNull(),
    seq: integer("seq").notNull(),
    kind: text("kind").$type<"matched" | "unmatched" | "setAside" | "reopened">().notNull(),
    /** The machine of the match. */
    matchId: uuid("match_id"),
    confidence: integer("confidence"),
    reasons: jsonb("reasons").$type<string[]>().notNull(),
    note: text("note"),
    /** Null where the portal decided by itself. */
    decidedBy: text("decided_by"),
    decidedAt: instant("decided_at").notNull(),
    /** The payout whose money it is, where it is one's. */
    payoutId: text("payout_id"),
  },
  (t) => [primaryKey({ columns: [t.receiptId, t.seq] })],
);

/** List columns of the machine of a matched receipt (消込み). */
export const bankMatch = pgTable(
  "bank_match",
  {
    customerId: uuid("customer_id").notNull(),
    matchId: uuid("match_id").notNull(),
    receiptId: uuid("receipt_id").notNull(),
    status: text("status").notNull(),
    amount: yen("amount").notNull(),
    valueDay: day("value_day").notNull(),
    allocations: jsonb("allocations")
      .$type<{ invoiceId: string; amount: number; fee: number }[]>()
      .notNull(),
    credit: yen("credit").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.matchId] }),
    index("bank_match_receipt").on(t.receiptId),
  ],
);
