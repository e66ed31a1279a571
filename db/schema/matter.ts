import { index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { day, instant } from "./customer.ts";

/** List columns of matters (届出・依頼): one table for all kinds, since people look for them in one list. */
export const matter = pgTable(
  "matter",
  {
    customerId: uuid("customer_id").notNull(),
    matterId: uuid("matter_id").notNull(),
    kind: text("kind").notNull(),
    status: text("status").notNull(),
    contractId: uuid("contract_id"),
    loanId: uuid("loan_id"),
    startedBy: text("started_by").notNull(),
    about: text("about"),
    openedOn: day("opened_on").notNull(),
    happenedOn: day("happened_on"),
    dueOn: day("due_on"),
    dutyUntil: day("duty_until"),
    settledOn: day("settled_on"),
    noteId: uuid("note_id"),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.matterId] }),
    index("matter_status").on(t.kind, t.status, t.openedOn),
  ],
);

/** What was said about a matter, in writing; append-only. */
export const matterNote = pgTable(
  "matter_note",
  {
    customerId: uuid("customer_id").notNull(),
    noteId: uuid("note_id").notNull(),
    matterId: uuid("matter_id").notNull(),
    side: text("side").$type<"customer" | "operator">().notNull(),
    text: text("text").notNull(),
    writtenBy: text("written_by").notNull(),
    writtenAt: instant("written_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.noteId] }),
    index("matter_note_matter").on(t.customerId, t.matterId),
  ],
);

/** Values that belong to a matter, such as registered information before and after; append-only. */
export const matterValue = pgTable(
  "matter_value",
  {
    customerId: uuid("customer_id").notNull(),
    matterId: uuid("matter_id").notNull(),
    /** The order in which they are shown. */
    place: integer("place").notNull(),
    name: text("name").notNull(),
    before: text("before"),
    after: text("after").notNull(),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.matterId, t.name] })],
);
