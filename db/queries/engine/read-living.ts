import { sql, type SQL } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";
import type { StoredCustomer } from "#machines/engine/world.ts";

/** A customer with all its machines and timers, read by one statement so that it is seen whole. */
async function readStored(tx: Handle, which: SQL): Promise<StoredCustomer[]> {
  const rows = await rowsOf<StoredCustomer>(
    tx,
    sql`select jsonb_build_object('customerId', c.customer_id, 'number', c.number,
            'contractCounter', c.contract_counter, 'invoiceCounter', c.invoice_counter,
            'creditNoteCounter', c.credit_note_counter) as customer,
          coalesce((select jsonb_agg(jsonb_build_object('customerId', m.customer_id,
              'machineId', m.machine_id, 'kind', m.kind, 'seq', m.seq,
              'definitionVersion', m.definition_version, 'snapshot', m.snapshot,
              'headHash', m.head_hash) order by m.machine_id)
            from machine m where m.customer_id = c.customer_id), '[]') as machines,
          coalesce((select jsonb_agg(jsonb_build_object('machineId', t.machine_id, 'kind', m.kind,
              'timerId', t.timer_id, 'dueAt', t.due_at, 'event', t.event)
              order by t.machine_id, t.timer_id)
            from timer t join machine m using (customer_id, machine_id)
            where t.customer_id = c.customer_id), '[]') as timers
        from customer c where ${which}`,
  );
  return rows.map(({ timers, ...row }) => ({
    ...row,
    // One spelling of the instant: it becomes that of the event.
    timers: timers.map((timer) => ({ ...timer, dueAt: new Date(timer.dueAt).toISOString() })),
  }));
}

/** One customer as a world goes on from it; null where there is none that the session may see. */
export async function readStoredCustomer(
  tx: Handle,
  customerId: string,
): Promise<StoredCustomer | null> {
  const [found] = await readStored(tx, sql`c.customer_id = ${customerId}::uuid`);
  return found ?? null;
}

/**
 * Up to `size` customers behind `after`, in the order of their ids, whose machines wait for something.
 */
export async function readLivingCustomers(
  tx: Handle,
  after: string,
  size: number,
): Promise<StoredCustomer[]> {
  return readStored(
    tx,
    sql`c.customer_id > ${after}::uuid
      and exists (select from timer t where t.customer_id = c.customer_id)
      order by c.customer_id limit ${size}`,
  );
}
