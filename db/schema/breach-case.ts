import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { day, instant } from "./customer.ts";

/** List columns of the breach case machine (違反, A15, A16, A32). */
export const breachCase = pgTable(
  "breach_case",
  {
    customerId: uuid("customer_id").notNull(),
    caseId: uuid("case_id").notNull(),
    status: text("status").notNull(),
    item: text("item").notNull(),
    happenedOn: day("happened_on").notNull(),
    recordedOn: day("recorded_on"),
    contractIds: jsonb("contract_ids").$type<string[]>().notNull(),
    demandedOn: day("demanded_on"),
    demandUntil: day("demand_until"),
    demandNoteId: uuid("demand_note_id"),
    curedOn: day("cured_on"),
    acceleratedOn: day("accelerated_on"),
    terminatedOn: day("terminated_on"),
    closedOn: day("closed_on"),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.caseId] }),
    index("breach_case_status").on(t.status, t.demandUntil),
  ],
);

/** What staff wrote about a case: its facts, the demand that the customer reads, how it ended. Append-only. */
export const breachNote = pgTable(
  "breach_note",
  {
    customerId: uuid("customer_id").notNull(),
    noteId: uuid("note_id").notNull(),
    caseId: uuid("case_id").notNull(),
    kind: text("kind").$type<"facts" | "demand" | "cure" | "closing">().notNull(),
    text: text("text").notNull(),
    writtenBy: text("written_by").notNull(),
    writtenAt: instant("written_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.noteId] }),
    index("breach_note_case").on(t.customerId, t.caseId),
  ],
);
