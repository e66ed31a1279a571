import { sql } from "drizzle-orm";
import { preparedRows, type Handle } from "#db/client.ts";
import type { CustomerState } from "#machines/engine/change.ts";

/**
 * Writes the counters of customers whose locks are held.
 *
 * @throws Error where a row was not written
 */
export async function writeCounters(
  tx: Handle,
  customers: readonly CustomerState[],
): Promise<void> {
  if (customers.length === 0) return;
  const ids = customers.map(({ customerId }) => customerId).join(",");
  const written = await preparedRows(
    tx,
    sql`update customer c set contract_counter = x."contractCounter",
          invoice_counter = x."invoiceCounter", credit_note_counter = x."creditNoteCounter"
        from jsonb_to_recordset(${JSON.stringify(customers)}::jsonb) as x("customerId" uuid,
          "contractCounter" int, "invoiceCounter" int, "creditNoteCounter" int)
        where c.customer_id = any(string_to_array(${ids}, ',')::uuid[])
          and c.customer_id = x."customerId"
        returning c.customer_id`,
  );
  if (written.length !== customers.length) {
    throw new Error(`Wrote the counters of ${written.length} of ${customers.length} customers.`);
  }
}
