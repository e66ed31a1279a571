import { and, desc, eq } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { machine } from "#db/schema/engine.ts";
import { invoice } from "#db/schema/money.ts";
import type { StoredSnapshot } from "#machines/engine/definition.ts";
import type { VersionedSnapshot } from "#machines/engine/migration.ts";

/** The snapshots of a contract's invoices (請求書), of whichever version, the latest term first. */
export async function readContractInvoices(
  tx: Handle,
  customerId: string,
  contractId: string,
): Promise<VersionedSnapshot[]> {
  const rows = await tx
    .select({
      machineId: machine.machineId,
      definitionVersion: machine.definitionVersion,
      snapshot: machine.snapshot,
    })
    .from(invoice)
    .innerJoin(
      machine,
      and(eq(machine.customerId, invoice.customerId), eq(machine.machineId, invoice.invoiceId)),
    )
    .where(and(eq(invoice.customerId, customerId), eq(invoice.contractId, contractId)))
    .orderBy(desc(invoice.periodStart), desc(invoice.number));
  return rows.map(({ snapshot, ...row }) => {
    return { ...row, kind: "invoice", snapshot: snapshot as StoredSnapshot };
  });
}
