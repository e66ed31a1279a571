import { jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { ContractRef } from "#machines/engine/notify-customers.ts";
import type { ScopedMenu } from "#machines/engine/reach.ts";
import { day, instant } from "./customer.ts";

/** List columns of the restriction machine (利用制限, A19); all rows are the operator's. */
export const restriction = pgTable(
  "restriction",
  {
    customerId: uuid("customer_id").notNull(),
    restrictionId: uuid("restriction_id").notNull(),
    status: text("status").notNull(),
    clause: text("clause").notNull(),
    /** Of its scope the one or the other; the other is empty. */
    menus: jsonb("menus").$type<ScopedMenu[]>().notNull(),
    contracts: jsonb("contracts").$type<ContractRef[]>().notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at"),
    textJa: text("text_ja").notNull(),
    textEn: text("text_en").notNull(),
    plannedAt: instant("planned_at").notNull(),
    begunAt: instant("begun_at"),
    liftedAt: instant("lifted_at"),
    /** The end of the contracts for a long restriction (A19.4); null while there is none. */
    endDay: day("end_day"),
    noticeDay: day("notice_day"),
    refund: text("refund"),
    ground: text("ground"),
    refundReason: text("refund_reason"),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.restrictionId] })],
);

/** List columns of the discontinuation machine (サービスの廃止, A20); all rows are the operator's. */
export const discontinuation = pgTable(
  "discontinuation",
  {
    customerId: uuid("customer_id").notNull(),
    discontinuationId: uuid("discontinuation_id").notNull(),
    status: text("status").notNull(),
    menus: jsonb("menus").$type<ScopedMenu[]>().notNull(),
    firstDayWithout: day("first_day_without").notNull(),
    textJa: text("text_ja").notNull(),
    textEn: text("text_en").notNull(),
    announcedDay: day("announced_day").notNull(),
    lateReasonJa: text("late_reason_ja"),
    lateReasonEn: text("late_reason_en"),
    withdrawnDay: day("withdrawn_day"),
    reasonJa: text("reason_ja"),
    reasonEn: text("reason_en"),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.discontinuationId] })],
);
