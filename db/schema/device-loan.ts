import { index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { day, instant } from "./customer.ts";

/** List columns of the loans of devices (貸与, A7.1). */
export const deviceLoan = pgTable(
  "device_loan",
  {
    customerId: uuid("customer_id").notNull(),
    loanId: uuid("loan_id").notNull(),
    optionId: uuid("option_id").notNull(),
    contractId: uuid("contract_id").notNull(),
    menuCode: text("menu_code").notNull(),
    status: text("status").notNull(),
    relocation: text("relocation").notNull(),
    fault: text("fault").notNull(),
    openedOn: day("opened_on").notNull(),
    stockDeviceId: uuid("stock_device_id"),
    serialNumber: text("serial_number"),
    lossReportedOn: day("loss_reported_on"),
    returnDue: day("return_due"),
    openCharges: integer("open_charges").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.loanId] }),
    index("device_loan_contract").on(t.customerId, t.contractId),
    index("device_loan_status").on(t.status, t.openedOn),
  ],
);

/** Where a device goes or stands: an address in Japan (A7.3), never changed once it is written. */
export const deviceSite = pgTable(
  "device_site",
  {
    customerId: uuid("customer_id").notNull(),
    siteId: uuid("site_id").notNull(),
    loanId: uuid("loan_id").notNull(),
    siteName: text("site_name").notNull(),
    postalCode: text("postal_code").notNull(),
    prefecture: text("prefecture").notNull(),
    city: text("city").notNull(),
    street: text("street").notNull(),
    contact: text("contact").notNull(),
    phone: text("phone").notNull(),
    writtenAt: instant("written_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.siteId] }),
    index("device_site_loan").on(t.customerId, t.loanId),
  ],
);

/** Words about a loan: a fault, a loss, a procedure, a reason; their machine knows them by id only. */
export const deviceNote = pgTable(
  "device_note",
  {
    customerId: uuid("customer_id").notNull(),
    noteId: uuid("note_id").notNull(),
    loanId: uuid("loan_id").notNull(),
    text: text("text").notNull(),
    writtenBy: text("written_by").notNull(),
    writtenAt: instant("written_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.noteId] }),
    index("device_note_loan").on(t.customerId, t.loanId),
  ],
);
