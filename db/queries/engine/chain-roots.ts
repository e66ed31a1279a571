import { desc, sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";
import { chainRoot } from "#db/schema/engine.ts";
import type { ChainRoot, RootHead } from "#machines/engine/chain-root.ts";
import type { MachineKey } from "./read-machines.ts";

/** One root is made at a time, by whichever worker comes first; held until the transaction ends. */
export async function lockRoots(tx: Handle): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(727002)`);
}

const toRoot = ({ madeAt, ...row }: typeof chainRoot.$inferSelect): ChainRoot => ({
  ...row,
  madeAt: madeAt.toISOString(),
});

/** All roots in the order of their days. */
export async function readRoots(tx: Handle): Promise<ChainRoot[]> {
  return (await tx.select().from(chainRoot).orderBy(chainRoot.day)).map(toRoot);
}

/** The root of the latest day, or null before the first. */
export async function readLastRoot(tx: Handle): Promise<ChainRoot | null> {
  const [row] = await tx.select().from(chainRoot).orderBy(desc(chainRoot.day)).limit(1);
  return row ? toRoot(row) : null;
}

/** Notes for a root's day the heads of all machines that differ from what earlier roots cover. */
export async function insertRootHeads(tx: Handle, day: string): Promise<void> {
  await tx.execute(
    sql`insert into chain_root_head (customer_id, machine_id, day, seq, hash)
        select m.customer_id, m.machine_id, ${day}::date, m.seq, m.head_hash
        from machine m left join (
          select distinct on (customer_id, machine_id) customer_id, machine_id, seq, hash
          from chain_root_head order by customer_id, machine_id, day desc
        ) covered using (customer_id, machine_id)
        where (covered.seq, covered.hash) is distinct from (m.seq, m.head_hash)`,
  );
}

/** Up to `size` heads of a root's day behind the machine `after`, in the order of their keys. */
export async function readRootHeads(
  tx: Handle,
  day: string,
  after: MachineKey,
  size: number,
): Promise<RootHead[]> {
  return rowsOf<RootHead>(
    tx,
    sql`select h.customer_id as "customerId", h.machine_id as "machineId", h.seq, h.hash,
          not exists (select from chain_root_head e where e.customer_id = h.customer_id
            and e.machine_id = h.machine_id and e.day < h.day) as "isFirst"
        from chain_root_head h where h.day = ${day}::date and (h.customer_id, h.machine_id)
          > (${after.customerId}::uuid, ${after.machineId}::uuid)
        order by h.customer_id, h.machine_id limit ${size}`,
  );
}

/** The days of heads whose root is not there. */
export async function readRootlessDays(tx: Handle): Promise<string[]> {
  const rows = await rowsOf<{ day: string }>(
    tx,
    sql`select distinct h.day::text as day from chain_root_head h
        where not exists (select from chain_root r where r.day = h.day) order by 1`,
  );
  return rows.map(({ day }) => day);
}

/** Writes a root; its heads are there already. */
export async function insertRoot(tx: Handle, root: ChainRoot): Promise<void> {
  await tx.insert(chainRoot).values({ ...root, madeAt: new Date(root.madeAt) });
}
