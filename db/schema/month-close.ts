import { jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import type { Closing, Explanation } from "#machines/month-close/machine.ts";
import { day, instant } from "./customer.ts";

/** List columns of the closing of a month (月次締め); all rows are the operator's. */
export const monthClose = pgTable(
  "month_close",
  {
    customerId: uuid("customer_id").notNull(),
    monthId: uuid("month_id").notNull(),
    /** "2026-10". */
    month: text("month").notNull(),
    /** While a month is `closed`, the database takes no booking up to its last day. */
    status: text("status").notNull(),
    firstDay: day("first_day").notNull(),
    lastDay: day("last_day").notNull(),
    explanations: jsonb("explanations").$type<Explanation[]>().notNull(),
    closings: jsonb("closings").$type<Closing[]>().notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.monthId] }),
    unique("month_close_month").on(t.customerId, t.month),
  ],
);
