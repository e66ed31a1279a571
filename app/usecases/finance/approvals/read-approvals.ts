import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import type { Handle } from "#db/client.ts";
import {
  findApproval,
  readDecidedApprovals,
  readWaitingApprovals,
  type ApprovalRow,
} from "#db/queries/money/approvals.ts";
import { readPersonNames } from "#db/queries/operations/people.ts";
import type { ApprovalSubjectName } from "#machines/approval/subjects.ts";
import { asDecider } from "./decide.ts";

/** An approval as staff see it, with the names of the people; of who is gone there is none. */
export interface ApprovalView {
  customerId: string;
  approvalId: string;
  customerName: string;
  status: string;
  subject: ApprovalSubjectName;
  params: Record<string, unknown>;
  /** Yen, tax included. */
  amount: number;
  clause: string | null;
  invoice: { invoiceId: string; number: string | null } | null;
  reason: string;
  proposedOn: string;
  proposedBy: string | null;
  decidedOn: string | null;
  decidedBy: string | null;
  refusal: string | null;
  /** Whether the person who looks has proposed it. */
  isOwn: boolean;
  /** Whether the person who looks may open the customer's invoices. */
  opensInvoices: boolean;
}

const perPage = 50;

async function viewsOf(
  tx: Handle,
  rows: readonly ApprovalRow[],
  { userId, roles }: Principal,
): Promise<ApprovalView[]> {
  const ids = rows.flatMap((row) => [row.proposedBy, ...(row.decidedBy ? [row.decidedBy] : [])]);
  const names = await readPersonNames(tx, [...new Set(ids)]);
  return rows.map(({ changedAt: _, invoiceId, invoiceNumber: number, ...row }) => ({
    ...row,
    subject: row.subject as ApprovalSubjectName,
    invoice: invoiceId ? { invoiceId, number } : null,
    proposedBy: names[row.proposedBy] ?? null,
    decidedBy: (row.decidedBy && names[row.decidedBy]) || null,
    isOwn: row.proposedBy === userId,
    opensInvoices: roles.includes("finance"),
  }));
}

/**
 * What waits for a second person, all of it, and one page of what was decided.
 *
 * @throws Problem `notAllowed` without the role finance or admin
 */
export async function readApprovals(principal: Principal, wantedPage: string | null) {
  asDecider(principal);
  return currentPortal().database.transaction({ role: "portal_staff" }, async (tx) => {
    const wanted = Math.max(1, Math.trunc(Number(wantedPage)) || 1);
    const first = await readDecidedApprovals(tx, {
      limit: perPage,
      offset: (wanted - 1) * perPage,
    });
    const pages = Math.max(1, Math.ceil(first.total / perPage));
    const page = Math.min(wanted, pages);
    const { rows } =
      page === wanted
        ? first
        : await readDecidedApprovals(tx, { limit: perPage, offset: (page - 1) * perPage });
    return {
      waiting: await viewsOf(tx, await readWaitingApprovals(tx), principal),
      decided: await viewsOf(tx, rows, principal),
      ...{ page, pages },
    };
  });
}

/**
 * One approval.
 *
 * @throws Problem `notFound` where there is none, `notAllowed` without the role finance or admin
 */
export async function readApproval(
  principal: Principal,
  key: { customerId: string; approvalId: string },
): Promise<ApprovalView> {
  asDecider(principal);
  if (!isIdentifier(key.customerId) || !isIdentifier(key.approvalId)) {
    throw new Problem("notFound", "no identifier");
  }
  return currentPortal().database.transaction({ role: "portal_staff" }, async (tx) => {
    const row = await findApproval(tx, key);
    const [view] = row ? await viewsOf(tx, [row], principal) : [];
    if (!view) throw new Problem("notFound", `no approval ${key.approvalId}`);
    return view;
  });
}
