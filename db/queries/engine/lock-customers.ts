import { sql } from "drizzle-orm";
import { preparedRows, rowsOf, type Handle } from "#db/client.ts";
import type { CustomerState } from "#machines/engine/change.ts";

interface LockedRow {
  customer_id: string;
  number: number;
  contract_counter: number;
  invoice_counter: number;
  credit_note_counter: number;
}

/** By id; several rows of one customer are one. */
function byId(rows: readonly LockedRow[]): Map<string, CustomerState> {
  return new Map(
    rows.map((row) => [
      row.customer_id,
      {
        customerId: row.customer_id,
        number: row.number,
        contractCounter: row.contract_counter,
        invoiceCounter: row.invoice_counter,
        creditNoteCounter: row.credit_note_counter,
      },
    ]),
  );
}

/**
 * Takes the lock under which a customer's machines change, several customers in id order so that two
 * transactions never wait for each other. A customer that does not exist is missing in the answer.
 */
export async function lockCustomers(
  tx: Handle,
  customerIds: readonly string[],
): Promise<Map<string, CustomerState>> {
  const ids = [...new Set(customerIds)].join(",");
  const rows = await preparedRows<LockedRow>(
    tx,
    sql`select customer_id, number, contract_counter, invoice_counter, credit_note_counter
        from customer
        where customer_id = any(string_to_array(${ids}, ',')::uuid[])
        order by customer_id for no key update`,
  );
  return byId(rows);
}

/**
 * Locks the customers whose timers come next, earliest first, passing over those that another worker
 * holds and those named.
 *
 * The index on the due time gives the order, so that only timers of held customers are passed over
 * and nothing is sorted, however many are due. Planned anew each time: a plan for any limit would sort.
 *
 * @param cutoff ISO instant up to which a timer is due
 * @param mostTimers bounds the customers: those to whom the earliest of that many timers belong
 */
export async function lockDueCustomers(
  tx: Handle,
  cutoff: string,
  mostTimers: number,
  passOver: readonly string[] = [],
): Promise<Map<string, CustomerState>> {
  const rows = await rowsOf<LockedRow>(
    tx,
    sql`select c.customer_id, c.number, c.contract_counter, c.invoice_counter, c.credit_note_counter
        from timer t join customer c on c.customer_id = t.customer_id
        where t.due_at <= ${cutoff}::timestamptz and c.customer_id not in
          (select value::uuid from jsonb_array_elements_text(${JSON.stringify(passOver)}::jsonb))
        order by t.due_at limit ${mostTimers} for no key update of c skip locked`,
  );
  return byId(rows);
}
