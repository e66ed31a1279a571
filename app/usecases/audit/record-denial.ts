import { newIdentifier } from "#app/identifier.ts";
import { log } from "#app/log.ts";
import type { Limit } from "#app/middleware/rate-limit.ts";
import type { Portal } from "#app/portal.ts";
import { writeAudit } from "#db/queries/audit.ts";
import { operatorCustomerId } from "#machines/engine/operator.ts";

export interface Denial {
  /** What was tried, such as `sign-in` or `GET /portal/invoices`. */
  action: string;
  outcome: string;
  /** The signed-in person and its customer; left out for a visitor. */
  userId?: string;
  customerId?: string | null;
  requestId?: string;
}

/** More denials than this are counted by the log alone: refusing must stay cheaper than asking. */
const auditLimit: Limit = { burst: 600, seconds: 0.1 };

/**
 * Writes a refusal at the edge into the audit log, under the customer of the person who was refused,
 * else under the operator. Throws nothing: the refusal stands whether or not it could be written.
 */
export async function recordDenial(
  portal: Pick<Portal, "database" | "clock" | "auditLimiter">,
  denial: Denial,
): Promise<void> {
  const { action, outcome, userId, customerId, requestId } = denial;
  log.warn({ action, outcome, userId, requestId }, "refused");
  try {
    if (!(await portal.auditLimiter.take("audit", auditLimit))) return;
    const at = await portal.clock.now();
    await portal.database.transaction({ role: "portal_engine" }, (tx) =>
      writeAudit(tx, {
        customerId: customerId ?? operatorCustomerId,
        auditId: newIdentifier(),
        at,
        actor: userId === undefined ? { kind: "visitor" } : { kind: "user", userId },
        action,
        outcome,
        detail: requestId === undefined ? {} : { requestId },
      }),
    );
  } catch (error) {
    log.error({ err: error, action }, "a refusal could not be written to the audit log");
  }
}
