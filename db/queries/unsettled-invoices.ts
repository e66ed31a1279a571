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

/** The unsettled invoices of a customer, or of one of its contracts, earliest due first. */
export async function readUnsettledInvoices(
  tx: Handle,
  customerId: string,
  contractId?: string,
): Promise<UnsettledInvoice[]> {
  const ofContract = contractId === undefined ? undefined : eq(invoice.contractId, contractId);
  const rows = await tx
    .select()
    .from(invoice)
    .where(and(eq(invoice.customerId, customerId), ofContract, isOwed))
    .orderBy(invoice.dueDay, invoice.number);
  return rows.map(({ invoiceId, contractId: of, number, dueDay, total, paid }) => ({
    invoiceId,
    contractId: of,
    number: number ?? "",
    dueDay: dueDay ?? "",
    owed: total - paid,
  }));
}
