import { and, eq } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { invoice } from "#db/schema/money.ts";
import { isOwed } from "./money/owed.ts";

/** An invoice that is issued and not settled, with what is still owed on it in yen. */
export interface UnsettledInvoice {
  invoiceId: string;
  contractId: string;
  number: string;
  /** ISO day. */
  dueDay: string;
  owed: number;
}

/** The same with the days (ISO) from which its due day was worked out. */
export interface DatedUnsettledInvoice extends UnsettledInvoice {
  issueDay: string | null;
  periodStart: string;
}

/** The unsettled invoices of a customer, or of one of its contracts, earliest due first. */
export async function readUnsettledInvoices(
  tx: Handle,
  customerId: string,
  contractId?: string,
): Promise<DatedUnsettledInvoice[]> {
  const ofContract = contractId === undefined ? undefined : eq(invoice.contractId, contractId);
  const rows = await tx
    .select()
    .from(invoice)
    .where(and(eq(invoice.customerId, customerId), ofContract, isOwed))
    .orderBy(invoice.dueDay, invoice.number);
  return rows.map((row) => ({
    invoiceId: row.invoiceId,
    contractId: row.contractId,
    number: row.number ?? "",
    dueDay: row.dueDay ?? "",
    issueDay: row.issueDay,
    periodStart: row.periodStart,
    owed: row.total - row.credited - row.paid,
  }));
}
