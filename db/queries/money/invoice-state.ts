import { and, asc, eq, isNotNull } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { machine } from "#db/schema/engine.ts";
import { invoice } from "#db/schema/money.ts";
import type { StoredSnapshot } from "#machines/engine/definition.ts";
import type { VersionedSnapshot } from "#machines/engine/migration.ts";

interface InvoiceKey {
  customerId: string;
  invoiceId: string;
}

/** An issued invoice's snapshot, of whichever version, as the session may see it, or null. */
export async function readInvoiceSnapshot(
  tx: Handle,
  { customerId, invoiceId }: InvoiceKey,
): Promise<VersionedSnapshot | null> {
  const [row] = await tx
    .select({ definitionVersion: machine.definitionVersion, snapshot: machine.snapshot })
    .from(machine)
    .where(
      and(
        eq(machine.customerId, customerId),
        eq(machine.machineId, invoiceId),
        eq(machine.kind, "invoice"),
      ),
    );
  if (!row) return null;
  const { definitionVersion } = row;
  const snapshot = row.snapshot as StoredSnapshot;
  return { machineId: invoiceId, kind: "invoice", definitionVersion, snapshot };
}

/** The invoices by which the damages of one invoice were claimed (A14.3), in the order of their numbers. */
export async function readDamagesInvoices(
  tx: Handle,
  { customerId, invoiceId }: InvoiceKey,
): Promise<{ invoiceId: string; number: string; status: string }[]> {
  const rows = await tx
    .select({ invoiceId: invoice.invoiceId, number: invoice.number, status: invoice.status })
    .from(invoice)
    .where(
      and(
        eq(invoice.customerId, customerId),
        eq(invoice.ofInvoice, invoiceId),
        isNotNull(invoice.number),
      ),
    )
    .orderBy(asc(invoice.number));
  return rows.map((row) => ({ ...row, number: row.number ?? "" }));
}
