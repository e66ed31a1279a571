import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { day, instant } from "./customer.ts";

/** What staff report of completed work, and the customer's objection or signed acceptance (A11); append-only. */
export const workNote = pgTable(
  "work_note",
  {
    customerId: uuid("customer_id").notNull(),
    noteId: uuid("note_id").notNull(),
    optionId: uuid("option_id").notNull(),
    kind: text("kind").$type<"report" | "objection" | "acceptance">().notNull(),
    /** Of a report: the day of completion. */
    completedOn: day("completed_on"),
    text: text("text").notNull(),
    writtenBy: text("written_by").notNull(),
    /** The writer's name as it was shown then. */
    signedName: text("signed_name").notNull(),
    writtenAt: instant("written_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.noteId] }),
    index("work_note_option").on(t.customerId, t.optionId),
  ],
);
