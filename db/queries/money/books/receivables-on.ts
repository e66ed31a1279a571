import { sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";

/** What an invoice stood open with on a day, in yen, by the ledger; its due day (ISO) is the present one. */
export interface OpenOn {
  customerId: string;
  customerName: string;
  invoiceId: string;
  number: string;
  dueDay: string;
  owed: number;
}

/**
 * Every invoice of which something stood open at the end of a day (ISO), by customers' names and due days.
 * The sum is what the account receivables held.
 */
export async function readReceivablesOn(tx: Handle, day: string): Promise<OpenOn[]> {
  const rows = await rowsOf<Omit<OpenOn, "owed"> & { owed: string }>(
    tx,
    sql`select o.customer_id as "customerId", coalesce(c.name, '') as "customerName",
          o.machine_id as "invoiceId", coalesce(i.number, '') as number,
          coalesce(i.due_day, ${day}::date)::text as "dueDay", o.owed
        from (
          select t.customer_id, t.machine_id, sum(e.debit - e.credit) as owed
          from ledger_transaction t
            join ledger_entry e on e.customer_id = t.customer_id and e.transaction_id = t.transaction_id
          where e.account = 'receivables' and t.day <= ${day}::date
          group by 1, 2 having sum(e.debit - e.credit) <> 0
        ) o left join customer c on c.customer_id = o.customer_id
          left join invoice i on i.customer_id = o.customer_id and i.invoice_id = o.machine_id
        order by 2, o.customer_id, 5, 4`,
  );
  return rows.map((row) => ({ ...row, owed: Number(row.owed) }));
}
