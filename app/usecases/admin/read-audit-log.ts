import { countAuditOutcomes, readAuditLog } from "#db/queries/audit-log.ts";
import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";

/** Lines on one page of a list. */
export const linesPerPage = 50;

/** A line of the audit log; people by id, never by name. */
export interface AuditLine {
  auditId: string;
  /** ISO instant. */
  at: string;
  actorKind: string;
  actorRole: string | null;
  actorId: string | null;
  action: string;
  outcome: string;
  customerId: string;
  machineId: string | null;
}

/** A page of the audit log with what it can be narrowed to. */
export interface AuditPage {
  lines: AuditLine[];
  outcomes: { outcome: string; lines: number }[];
  /** The outcome that the lines are narrowed to, or null. */
  outcome: string | null;
  page: number;
  pages: number;
}

/**
 * The audit log: refusals, denials and sensitive acts, the latest first.
 *
 * @param wanted outcome or null for all, page from 1; a page beyond the last shows the last
 * @throws Problem `notAllowed` without the role admin
 */
export async function readAuditPage(
  principal: Principal,
  wanted: { outcome: string | null; page: number },
): Promise<AuditPage> {
  asStaff(principal, "admin");
  return currentPortal().database.transaction({ role: "portal_staff" }, async (tx) => {
    const outcomes = await countAuditOutcomes(tx);
    const chosen = outcomes.find(({ outcome }) => outcome === wanted.outcome) ?? null;
    const total = chosen?.lines ?? outcomes.reduce((sum, { lines }) => sum + lines, 0);
    const pages = Math.max(1, Math.ceil(total / linesPerPage));
    const page = Math.min(Math.max(1, wanted.page), pages);
    const outcome = chosen?.outcome ?? null;
    const offset = (page - 1) * linesPerPage;
    const rows = await readAuditLog(tx, { outcome, limit: linesPerPage, offset });
    const lines = rows.map(({ at, actor, detail: _, ...row }) => {
      const { kind, role, userId, machineId } = actor as Record<string, string | undefined>;
      return {
        ...row,
        at: at.toISOString(),
        actorKind: kind ?? "",
        actorRole: role ?? null,
        actorId: userId ?? machineId ?? null,
      };
    });
    return { lines, outcomes, outcome, page, pages };
  });
}
