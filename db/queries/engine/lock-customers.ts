import { sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";
import type { CustomerState } from "#machines/engine/apply.ts";

interface LockedRow {
  customer_id: string;
  number: number;
  contract_counter: number;
  invoice_counter: number;
}

const stateOf = (row: LockedRow): CustomerState => ({
  customerId: row.customer_id,
  number: row.number,
  contractCounter: row.contract_counter,
  invoiceCounter: row.invoice_counter,
});

/**
 * Takes the lock under which a customer's machines change, several customers in id order so that two
 * transactions never wait for each other. A customer that does not exist is missing in the answer.
 */
export async function lockCustomers(
  tx: Handle,
  customerIds: readonly string[],
): Promise<Map<string, CustomerState>> {
  const ids = JSON.stringify([...new Set(customerIds)]);
  const rows = await rowsOf<LockedRow>(
    tx,
    sql`select customer_id, number, contract_counter, invoice_counter from customer
        where customer_id in (select value::uuid from jsonb_array_elements_text(${ids}::jsonb))
        order by customer_id for no key update`,
  );
  return new Map(rows.map((row) => [row.customer_id, stateOf(row)]));
}

/**
 * Locks the customer with the earliest timer due at `cutoff`, passing over those that another
 * worker holds. Null where no free customer has one.
 */
export async function lockNextDueCustomer(
  tx: Handle,
  cutoff: Date,
): Promise<CustomerState | null> {
  const [row] = await rowsOf<LockedRow>(
    tx,
    sql`select c.customer_id, c.number, c.contract_counter, c.invoice_counter from customer c
        join lateral (
          select min(t.due_at) as due_at from timer t
          where t.customer_id = c.customer_id and t.due_at <= ${cutoff.toISOString()}::timestamptz
        ) due on due.due_at is not null
        where c.customer_id in (
          select t.customer_id from timer t where t.due_at <= ${cutoff.toISOString()}::timestamptz
        )
        order by due.due_at limit 1 for no key update of c skip locked`,
  );
  return row ? stateOf(row) : null;
}
