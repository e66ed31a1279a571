import type { Handle } from "#db/client.ts";
import { audit } from "#db/schema/customer.ts";

/** One line of the audit log; `detail` holds ids and codes, never personal data. */
export type AuditEntry = typeof audit.$inferInsert;

/** Writes audit lines inside the transaction whose outcome they tell. */
export async function writeAudit(tx: Handle, ...entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length > 0) await tx.insert(audit).values([...entries]);
}
