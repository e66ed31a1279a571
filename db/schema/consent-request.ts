import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { day, instant, yen } from "./customer.ts";

/** List columns of the machine of a request for consent (承諾の請求, A14.5, A31). */
export const consentRequest = pgTable(
  "consent_request",
  {
    customerId: uuid("customer_id").notNull(),
    requestId: uuid("request_id").notNull(),
    status: text("status").notNull(),
    kind: text("kind").notNull(),
    asker: text("asker").notNull(),
    contractId: uuid("contract_id"),
    askedOn: day("asked_on").notNull(),
    noteId: uuid("note_id"),
    decidedOn: day("decided_on"),
    decisionNoteId: uuid("decision_note_id"),
    effectiveDay: day("effective_day"),
    /** What the assignee named last has said, and which customer it is. */
    assignee: text("assignee"),
    assigneeId: uuid("assignee_id"),
    menuCodes: jsonb("menu_codes").$type<string[]>().notNull(),
    annualPrice: yen("annual_price"),
    termEnd: day("term_end"),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.requestId] }),
    index("consent_request_status").on(t.status, t.askedOn),
  ],
);

/** What is asked and what is decided, in writing; append-only. */
export const consentNote = pgTable(
  "consent_note",
  {
    customerId: uuid("customer_id").notNull(),
    noteId: uuid("note_id").notNull(),
    requestId: uuid("request_id").notNull(),
    text: text("text").notNull(),
    writtenBy: text("written_by").notNull(),
    writtenAt: instant("written_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.noteId] }),
    index("consent_note_request").on(t.customerId, t.requestId),
  ],
);
