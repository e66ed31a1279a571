import { integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { NamedMenu } from "#machines/engine/notify-customers.ts";
import { instant } from "./customer.ts";

/** List columns of the maintenance machine (計画メンテナンス, A22.5(4)); all rows are the operator's. */
export const maintenance = pgTable(
  "maintenance",
  {
    customerId: uuid("customer_id").notNull(),
    maintenanceId: uuid("maintenance_id").notNull(),
    status: text("status").notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    menus: jsonb("menus").$type<NamedMenu[]>().notNull(),
    titleJa: text("title_ja").notNull(),
    titleEn: text("title_en").notNull(),
    textJa: text("text_ja").notNull(),
    textEn: text("text_en").notNull(),
    reasonJa: text("reason_ja"),
    reasonEn: text("reason_en"),
    revision: integer("revision").notNull(),
    plannedAt: instant("planned_at").notNull(),
    revisedAt: instant("revised_at").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.maintenanceId] })],
);
