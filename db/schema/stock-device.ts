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
    /** The customer for whom it is reserved or who has it, and by which loan. */
    holderId: uuid("holder_id"),
    loanId: uuid("loan_id"),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.deviceId] })],
);
