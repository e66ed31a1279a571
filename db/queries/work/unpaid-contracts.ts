import { sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";

/** A running contract with an invoice that was due long ago. */
export interface UnpaidContract {
  customerId: string;
  contractId: string;
  number: string;
  customerName: string;
  invoiceId: string;
  /** The ISO day on which the oldest of its overdue invoices was due. */
  dueDay: string;
}

/**
 * The active contracts with an invoice overdue since a day or longer whose service is not suspended for
 * it; one line a contract, with its oldest such invoice. One that the customer disputes does not count.
 */
export async function readUnpaidContracts(tx: Handle, dueUntil: string): Promise<UnpaidContract[]> {
  return rowsOf<UnpaidContract>(
    tx,
    sql`select distinct on (c.customer_id, c.contract_id) c.customer_id as "customerId",
          c.contract_id as "contractId", c.number, cu.name as "customerName",
          i.invoice_id as "invoiceId", i.due_day::text as "dueDay"
        from invoice i
          join contract c on c.customer_id = i.customer_id and c.contract_id = i.contract_id
          join customer cu on cu.customer_id = i.customer_id
          join machine m on m.customer_id = c.customer_id and m.machine_id = c.contract_id
        where i.status = 'overdue' and i.disputed_on is null and i.due_day <= ${dueUntil} and c.status = 'active'
          and not m.snapshot @> '{"context": {"suspensions": [{"kind": "nonPayment"}]}}'
        order by c.customer_id, c.contract_id, i.due_day, i.invoice_id`,
  );
}
