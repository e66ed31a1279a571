import { pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { day, instant } from "./customer.ts";

/** List columns of the connection devices (接続機器) in stock (A7.1); all rows are the operator's. */
export const stockDevice = pgTable(
  "stock_device",
  {
    customerId: uuid("customer_id").notNull(),
    deviceId: uuid("device_id").notNull(),
    status: text("status").notNull(),
    serialNumber: text("serial_number").notNull(),
    model: text("model").notNull(),
    menuCode: text("menu_code").notNull(),
    registeredOn: day("registered_on").notNull(),
    since: day("since").notNull(),
    reason: text("reason"),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.deviceId] })],
);
