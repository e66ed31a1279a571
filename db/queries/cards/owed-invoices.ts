import { and, asc, eq, inArray } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { readMachines } from "#db/queries/engine/read-machines.ts";
import { invoice } from "#db/schema/money.ts";
import type { MachineState } from "#machines/engine/change.ts";

/** The machines of the invoices of a customer that still ask for money, the earliest due day first. */
export async function readOwedInvoices(tx: Handle, customerId: string): Promise<MachineState[]> {
  const rows = await tx
    .select({ machineId: invoice.invoiceId })
    .from(invoice)
    .where(
      and(
        eq(invoice.customerId, customerId),
        inArray(invoice.status, ["issued", "partlyPaid", "overdue"]),
      ),
    )
    .orderBy(asc(invoice.dueDay), asc(invoice.number));
  const keys = rows.map(({ machineId }) => ({ customerId, machineId }));
  const machines = await readMachines(tx, keys);
  const place = new Map(keys.map(({ machineId }, n) => [machineId, n]));
  return machines.toSorted(
    (one, other) => (place.get(one.machineId) ?? 0) - (place.get(other.machineId) ?? 0),
  );
}
