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
    /** On the assignee's side: whose contract it is. */
    assignorId: uuid("assignor_id"),
    /** The same matter under the other side. */
    otherRequestId: uuid("other_request_id"),
    maintenanceVerifiedOn: day("maintenance_verified_on"),
    /** One of the nine reasons of A5.4. */
    refusalReason: text("refusal_reason"),
    /** The day on which somebody without an account was asked to register. */
    assigneeWrittenOn: day("assignee_written_on"),
    steppedBackOn: day("stepped_back_on"),
    /** Why, by whose word, when and in which words an assignment does not happen. */
    offCause: text("off_cause"),
    offBy: text("off_by"),
    offOn: day("off_on"),
    offNoteId: uuid("off_note_id"),
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

/** Whom the assignor proposes as assignee (譲受人): a company and its address for mails; append-only. */
export const consentAssignee = pgTable(
  "consent_assignee",
  {
    customerId: uuid("customer_id").notNull(),
    requestId: uuid("request_id").notNull(),
    companyName: text("company_name").notNull(),
    email: text("email").notNull(),
    writtenBy: text("written_by").notNull(),
    writtenAt: instant("written_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.requestId] })],
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
