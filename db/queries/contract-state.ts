import { and, eq, inArray } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { machine } from "#db/schema/engine.ts";
import { invoice } from "#db/schema/money.ts";
import type { ContractContext } from "#machines/contract/context.ts";
import type { StoredSnapshot } from "#machines/engine/definition.ts";

/** A contract's snapshot as the tenant's session may see it, or null. */
export async function readContractSnapshot(
  tx: Handle,
  customerId: string,
  contractId: string,
): Promise<StoredSnapshot<ContractContext> | null> {
  const [row] = await tx
    .select({ snapshot: machine.snapshot })
    .from(machine)
    .where(
      and(
        eq(machine.customerId, customerId),
        eq(machine.machineId, contractId),
        eq(machine.kind, "contract"),
      ),
    );
  return (row?.snapshot as StoredSnapshot<ContractContext> | undefined) ?? null;
}

/** An invoice that is not settled, with what is still owed on it in yen. */
export interface OpenInvoice {
  invoiceId: string;
  number: string;
  dueDay: string;
  owed: number;
}

/** The unsettled invoices of a contract, earliest due first. */
export async function readOpenInvoices(
  tx: Handle,
  customerId: string,
  contractId: string,
): Promise<OpenInvoice[]> {
  const rows = await tx
    .select()
    .from(invoice)
    .where(
      and(
        eq(invoice.customerId, customerId),
        eq(invoice.contractId, contractId),
        inArray(invoice.status, ["issued", "partlyPaid", "overdue"]),
      ),
    )
    .orderBy(invoice.dueDay);
  return rows.map(({ invoiceId, number, dueDay, total, paid }) => ({
    invoiceId,
    number: number ?? "",
    dueDay: dueDay ?? "",
    owed: total - paid,
  }));
}
