import { newIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { writeAudit } from "#db/queries/audit.ts";
import { readEvent, reopenEvent, type InboxKey } from "#db/queries/inbox.ts";
import { operatorCustomerId } from "#machines/engine/operator.ts";

/**
 * Has a provider's message that was given up worked again; who asked for it stands in the audit log.
 *
 * @throws Problem `notAllowed` without the role admin, `notFound` where there is no such message,
 *   `conflict` where it was not given up
 */
export async function retryEvent(
  principal: Principal,
  { provider, eventId }: InboxKey,
): Promise<void> {
  const actor = asStaff(principal, "admin");
  const { database, jobs } = currentPortal();
  await database.transaction({ role: "portal_engine" }, async (tx) => {
    const found = await readEvent(tx, { provider, eventId });
    if (!found) throw new Problem("notFound", "there is no such event");
    const isReopened = await reopenEvent(tx, { provider, eventId });
    if (!isReopened) throw new Problem("conflict", `the event is ${found.state}`);
    await jobs.enqueue(tx, "inbox", [{ provider, eventId }]);
    await writeAudit(tx, {
      customerId: operatorCustomerId,
      auditId: newIdentifier(),
      at: new Date(principal.receivedAt),
      actor,
      action: "event.retry",
      outcome: "accepted",
      detail: { provider, eventId, type: found.type, problem: found.outcome },
    });
  });
}
