import type { Handle } from "#db/client.ts";
import { audit } from "#db/schema/customer.ts";

/** One line of the audit log; `detail` holds ids and codes, never personal data. */
export type AuditEntry = typeof audit.$inferInsert;

/** Writes an audit line inside the transaction whose outcome it tells. */
export async function writeAudit(tx: Handle, entry: AuditEntry): Promise<void> {
  await tx.insert(audit).values(entry);
}
