import { count, desc, eq } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { audit } from "#db/schema/customer.ts";

/** A line of the audit log as it is stored. */
export type AuditRow = typeof audit.$inferSelect;

/** A part of the audit log, the latest line first; `outcome` null takes all. */
export async function readAuditLog(
  tx: Handle,
  { outcome, limit, offset }: { outcome: string | null; limit: number; offset: number },
): Promise<AuditRow[]> {
  return tx
    .select()
    .from(audit)
    .where(outcome === null ? undefined : eq(audit.outcome, outcome))
    .orderBy(desc(audit.at), desc(audit.auditId))
    .limit(limit)
    .offset(offset);
}

/** How often each outcome stands in the audit log, the most frequent first. */
export async function countAuditOutcomes(
  tx: Handle,
): Promise<{ outcome: string; lines: number }[]> {
  return tx
    .select({ outcome: audit.outcome, lines: count() })
    .from(audit)
    .groupBy(audit.outcome)
    .orderBy(desc(count()), audit.outcome);
}
