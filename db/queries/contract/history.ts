import { sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";
import type { Actor } from "#machines/engine/actor.ts";
import type { MachineEvent, MachineKind, Stamp } from "#machines/engine/outgoing.ts";

/** One event of a contract or of what belongs to it, as the log holds it. */
export interface HistoryRow {
  machineId: string;
  kind: MachineKind;
  seq: number;
  commandId: string;
  event: MachineEvent & Stamp;
  actor: Actor;
  /** ISO instant that counts for the legal day. */
  at: string;
  toState: unknown;
  clauses: string[];
}

/**
 * All events of a contract, its options, its lent devices, its invoices and their payments, by the instant
 * that counts; of equal ones in the order in which they were recorded.
 */
export async function readContractHistory(
  tx: Handle,
  customerId: string,
  contractId: string,
): Promise<HistoryRow[]> {
  const rows = await rowsOf<Omit<HistoryRow, "at"> & { at: Date | string }>(
    tx,
    sql`with invoices as (
          select invoice_id from invoice
          where customer_id = ${customerId} and contract_id = ${contractId}
        ), members as (
          select ${contractId}::uuid as machine_id
          union all select option_id from option
            where customer_id = ${customerId} and contract_id = ${contractId}
          union all select loan_id from device_loan
            where customer_id = ${customerId} and contract_id = ${contractId}
          union all select invoice_id from invoices
          union all select p.payment_id from payment p join invoices i using (invoice_id)
            where p.customer_id = ${customerId}
        )
        select e.machine_id as "machineId", m.kind, e.seq, e.command_id as "commandId", e.event,
          e.actor, e.at, e.to_state as "toState", e.clauses
        from members join machine_event e
          on e.customer_id = ${customerId} and e.machine_id = members.machine_id
        join machine m on m.customer_id = e.customer_id and m.machine_id = e.machine_id
        order by e.at, e.recorded_at, e.machine_id, e.seq`,
  );
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}
