import { sql, type SQL } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";
import type { MachineKind } from "#machines/engine/outgoing.ts";
import type { MachineKey } from "./read-machines.ts";

/** The present version of each kind's definition. */
export type Versions = Readonly<Record<MachineKind, number>>;

/** The rows of `machine m` that are of an earlier version. */
const outdated = (versions: Versions): SQL =>
  sql`m.definition_version < coalesce((${JSON.stringify(versions)}::jsonb ->> m.kind)::int, 0)`;

/**
 * Locks the customer behind `after` (in the order of their ids) that has a machine of an earlier
 * version. Null where there is none.
 *
 * @param waits whether to wait for a customer whose lock somebody holds, or to pass it over
 */
export async function lockNextOutdated(
  tx: Handle,
  versions: Versions,
  after: string,
  waits: boolean,
): Promise<string | null> {
  const [row] = await rowsOf<{ customerId: string }>(
    tx,
    sql`select c.customer_id as "customerId" from customer c
        where c.customer_id > ${after}::uuid and exists (
          select from machine m where m.customer_id = c.customer_id and ${outdated(versions)})
        order by c.customer_id limit 1 for no key update of c ${waits ? sql`` : sql`skip locked`}`,
  );
  return row?.customerId ?? null;
}

/** Up to `size` machines of a customer that are of an earlier version, by their ids. */
export async function readOutdated(
  tx: Handle,
  versions: Versions,
  customerId: string,
  size: number,
): Promise<MachineKey[]> {
  return rowsOf<MachineKey>(
    tx,
    sql`select m.customer_id as "customerId", m.machine_id as "machineId" from machine m
        where m.customer_id = ${customerId} and ${outdated(versions)}
        order by m.machine_id limit ${size}`,
  );
}
