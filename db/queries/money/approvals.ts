import { and, asc, count, desc, eq, getTableColumns, ne, type SQL } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { approval } from "#db/schema/approval.ts";
import { customer } from "#db/schema/customer.ts";
import { invoice } from "#db/schema/money.ts";

const named = (tx: Handle, where: SQL | undefined) =>
  tx
    .select({
      ...getTableColumns(approval),
      customerName: customer.name,
      invoiceNumber: invoice.number,
    })
    .from(approval)
    .innerJoin(customer, eq(customer.customerId, approval.customerId))
    .leftJoin(
      invoice,
      and(eq(invoice.customerId, approval.customerId), eq(invoice.invoiceId, approval.invoiceId)),
    )
    .where(where);

/** An approval with the customer's name and the number of the invoice that it is about. */
export type ApprovalRow = Awaited<ReturnType<typeof named>>[number];

/** The approvals that wait, the oldest first. */
export async function readWaitingApprovals(tx: Handle): Promise<ApprovalRow[]> {
  return named(tx, eq(approval.status, "proposed")).orderBy(
    asc(approval.proposedOn),
    asc(approval.approvalId),
  );
}

/** One page of the approvals that were decided, the latest first, and how many there are. */
export async function readDecidedApprovals(
  tx: Handle,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: ApprovalRow[]; total: number }> {
  const decided = ne(approval.status, "proposed");
  const [counted] = await tx.select({ total: count() }).from(approval).where(decided);
  const rows = await named(tx, decided)
    .orderBy(desc(approval.decidedOn), desc(approval.approvalId))
    .limit(limit)
    .offset(offset);
  return { rows, total: counted?.total ?? 0 };
}

/** One approval, or null. */
export async function findApproval(
  tx: Handle,
  { customerId, approvalId }: { customerId: string; approvalId: string },
): Promise<ApprovalRow | null> {
  const key = and(eq(approval.customerId, customerId), eq(approval.approvalId, approvalId));
  const [row] = await named(tx, key);
  return row ?? null;
}

/** The approvals about an invoice that wait, the oldest first. */
export async function readApprovalsOfInvoice(
  tx: Handle,
  { customerId, invoiceId }: { customerId: string; invoiceId: string },
): Promise<{ approvalId: string; subject: string; amount: number }[]> {
  const { approvalId, subject, amount } = approval;
  return tx
    .select({ approvalId, subject, amount })
    .from(approval)
    .where(
      and(
        eq(approval.customerId, customerId),
        eq(approval.invoiceId, invoiceId),
        eq(approval.status, "proposed"),
      ),
    )
    .orderBy(asc(approval.proposedOn), asc(approvalId));
}
