import { index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { day, instant } from "./customer.ts";

/** List columns of the machine of a saved card (登録カード); its number stays at Stripe. */
export const card = pgTable(
  "card",
  {
    customerId: uuid("customer_id").notNull(),
    cardId: uuid("card_id").notNull(),
    status: text("status").notNull(),
    sessionId: text("session_id"),
    methodId: text("method_id"),
    brand: text("brand"),
    last4: text("last4"),
    expMonth: integer("exp_month"),
    expYear: integer("exp_year"),
    savedAt: instant("saved_at"),
    endedOn: day("ended_on"),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.cardId] }),
    index("card_status").on(t.customerId, t.status),
    index("card_method").on(t.methodId),
  ],
);

/** A consent to automatic payment by a card, with its wording, time, person and address. */
export const cardConsent = pgTable(
  "card_consent",
  {
    customerId: uuid("customer_id").notNull(),
    cardId: uuid("card_id").notNull(),
    textVersion: text("text_version").notNull(),
    /** The wording as it was shown. */
    wording: text("wording").notNull(),
    consentedAt: instant("consented_at").notNull(),
    userId: text("user_id").notNull(),
    ipAddress: text("ip_address").notNull(),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.cardId] })],
);

/** The one customer at Stripe that a customer's cards belong to. */
export const stripeCustomer = pgTable("stripe_customer", {
  customerId: uuid("customer_id").primaryKey(),
  /** Null until Stripe's answer has come. */
  stripeCustomerId: text("stripe_customer_id"),
  /** Names the idempotency key under which it is asked for, from which instant on by the wall clock. */
  keyNumber: integer("key_number").notNull(),
  keySince: instant("key_since").notNull(),
});
