import { and, asc, eq, gte } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { maintenance } from "#db/schema/maintenance.ts";

/** Every window of maintenance that ends at an instant or later, the earliest first. */
export async function readMaintenance(tx: Handle, since: Date) {
  return tx
    .select()
    .from(maintenance)
    .where(gte(maintenance.endsAt, since))
    .orderBy(asc(maintenance.startsAt), asc(maintenance.maintenanceId));
}

/** One window, or null. */
export async function findMaintenance(tx: Handle, customerId: string, maintenanceId: string) {
  const [row] = await tx
    .select()
    .from(maintenance)
    .where(
      and(eq(maintenance.customerId, customerId), eq(maintenance.maintenanceId, maintenanceId)),
    );
  return row ?? null;
}
