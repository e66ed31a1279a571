import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./customer.ts";

/** Who of the staff has taken a task; null: it was given back. The tasks themselves are not stored. */
export const taskOwner = pgTable(
  "task_owner",
  {
    customerId: uuid("customer_id").notNull(),
    kind: text("kind").notNull(),
    subject: text("subject").notNull(),
    ownerId: text("owner_id"),
    assignedBy: text("assigned_by").notNull(),
    assignedAt: instant("assigned_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.kind, t.subject] }),
    index("task_owner_subject").on(t.subject),
  ],
);
