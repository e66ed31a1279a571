import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { day, instant, yen } from "./customer.ts";

/** List columns of the contract machine (利用契約). */
export const contract = pgTable(
  "contract",
  {
    customerId: uuid("customer_id").notNull(),
    contractId: uuid("contract_id").notNull(),
    number: text("number"),
    status: text("status").notNull(),
    exit: text("exit").notNull(),
    menuCode: text("menu_code"),
    annualPrice: yen("annual_price"),
    wishedStart: day("wished_start"),
    proposedStart: day("proposed_start"),
    startDay: day("start_day"),
    termStart: day("term_start"),
    termEnd: day("term_end"),
    endDay: day("end_day"),
    endCause: text("end_cause"),
    maintenanceVerified: text("maintenance_verified"),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.contractId] }),
    index("contract_status").on(t.status),
  ],
);

/** List columns of the option machine (オプションメニュー). */
export const option = pgTable(
  "option",
  {
    customerId: uuid("customer_id").notNull(),
    optionId: uuid("option_id").notNull(),
    contractId: uuid("contract_id").notNull(),
    menuCode: text("menu_code").notNull(),
    kind: text("kind").notNull(),
    status: text("status").notNull(),
    annualPrice: yen("annual_price").notNull(),
    startDay: day("start_day"),
    endDay: day("end_day"),
    /** Of reported work: the last day of the customer's inspection (A11). */
    inspectBy: day("inspect_by"),
    /** Of work to be done again: when the customer objected to it. */
    objectedOn: day("objected_on"),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.optionId] }),
    index("option_inspection").on(t.status, t.inspectBy),
    index("option_contract").on(t.customerId, t.contractId),
  ],
);

/** A quote (見積書, A12.1) as it was shown; never changed afterwards. */
export const quote = pgTable(
  "quote",
  {
    customerId: uuid("customer_id").notNull(),
    quoteId: uuid("quote_id").notNull(),
    contractId: uuid("contract_id").notNull(),
    number: text("number").notNull(),
    quotedAt: instant("quoted_at").notNull(),
    quotedDay: day("quoted_day").notNull(),
    validUntil: day("valid_until").notNull(),
    lines: jsonb("lines").notNull(),
    taxes: jsonb("taxes").notNull(),
    subtotal: yen("subtotal").notNull(),
    tax: yen("tax").notNull(),
    total: yen("total").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.quoteId] }),
    index("quote_contract").on(t.customerId, t.contractId),
  ],
);
