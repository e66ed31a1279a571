import { customType, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./customer.ts";

const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

/** A file that somebody handed in, whole; what it is for decides who may read it. */
export const storedFile = pgTable(
  "stored_file",
  {
    customerId: uuid("customer_id").notNull(),
    fileId: uuid("file_id").notNull(),
    purpose: text("purpose").$type<"breachEvidence" | "matter">().notNull(),
    /** The machine to which it belongs. */
    subjectId: uuid("subject_id").notNull(),
    name: text("name").notNull(),
    contentType: text("content_type").notNull(),
    /** Bytes. */
    size: integer("size").notNull(),
    sha256: text("sha256").notNull(),
    bytes: bytea("bytes").notNull(),
    storedBy: text("stored_by").notNull(),
    storedAt: instant("stored_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.fileId] }),
    index("stored_file_subject").on(t.customerId, t.subjectId),
  ],
);
