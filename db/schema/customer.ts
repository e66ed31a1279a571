import { sql } from "drizzle-orm";
import {
  bigint,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";

/** An instant, stored with its zone and read as a `Date`. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** A legal day in Asia/Tokyo, read as "YYYY-MM-DD". */
export const day = (name: string) => date(name, { mode: "string" });

/** Integer yen; JavaScript's safe integers suffice for every sum of this business. */
export const yen = (name: string) => bigint(name, { mode: "number" });

/**
 * A company that applied or bought (申込者 / お客様). Its row is the lock under which everything
 * of the customer changes, and it holds the counters that are drawn under that lock.
 */
export const customer = pgTable("customer", {
  customerId: uuid("customer_id").primaryKey(),
  number: integer("number").notNull().unique(),
  name: text("name").notNull(),
  locale: text("locale").notNull().default("ja"),
  contractCounter: integer("contract_counter").notNull().default(0),
  invoiceCounter: integer("invoice_counter").notNull().default(0),
  creditNoteCounter: integer("credit_note_counter").notNull().default(0),
  createdAt: instant("created_at").notNull(),
});

/** Registered information (届出事項, A5.1, A13): every value that ever held stays. */
export const registration = pgTable(
  "registration",
  {
    customerId: uuid("customer_id").notNull(),
    registrationId: uuid("registration_id").notNull(),
    contractId: uuid("contract_id"),
    registeredAt: instant("registered_at").notNull(),
    companyName: text("company_name").notNull(),
    companyNameKana: text("company_name_kana").notNull(),
    representative: text("representative").notNull(),
    postalCode: text("postal_code").notNull(),
    prefecture: text("prefecture").notNull(),
    city: text("city").notNull(),
    street: text("street").notNull(),
    phone: text("phone").notNull(),
    contactName: text("contact_name").notNull(),
    contactEmail: text("contact_email").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.registrationId] }),
    index("registration_latest").on(t.customerId, t.registeredAt),
  ],
);

/** What the applicant typed into the order form (注文書), page by page, kept as typed. */
export const orderForm = pgTable(
  "order_form",
  {
    customerId: uuid("customer_id").notNull(),
    contractId: uuid("contract_id").notNull(),
    form: jsonb("form").notNull(),
    savedAt: instant("saved_at").notNull(),
    savedBy: text("saved_by").notNull(),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.contractId] })],
);

/** A consent or declaration (A5.1, A5.3, A23, A28, A32) with its time, person and address. */
export const consent = pgTable(
  "consent",
  {
    customerId: uuid("customer_id").notNull(),
    consentId: uuid("consent_id").notNull(),
    contractId: uuid("contract_id").notNull(),
    kind: text("kind").notNull(),
    termsVersion: text("terms_version").notNull(),
    consentedAt: instant("consented_at").notNull(),
    userId: text("user_id").notNull(),
    ipAddress: text("ip_address").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.consentId] }),
    index("consent_contract").on(t.customerId, t.contractId),
  ],
);

/** Refusals and sensitive acts: who tried what, when, and how it ended. Append-only. */
export const audit = pgTable(
  "audit",
  {
    customerId: uuid("customer_id").notNull(),
    auditId: uuid("audit_id").notNull(),
    at: instant("at").notNull(),
    actor: jsonb("actor").notNull(),
    action: text("action").notNull(),
    outcome: text("outcome").notNull(),
    machineId: uuid("machine_id"),
    detail: jsonb("detail")
      .notNull()
      .default(sql`'{}'::jsonb`),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.auditId] }), index("audit_time").on(t.at)],
);
