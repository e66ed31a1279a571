import { sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";

/** How many receipts wait for a decision, and the earliest day (ISO) of one; null where none does. */
export async function readReceiptBacklog(
  tx: Handle,
): Promise<{ waiting: number; oldest: string } | null> {
  const [row] = await rowsOf<{ waiting: number; oldest: string | null }>(
    tx,
    sql`select count(*)::int as waiting, min(r.value_day)::text as oldest
        from bank_receipt r left join lateral (select d.kind from bank_receipt_decision d
          where d.receipt_id = r.receipt_id order by d.seq desc limit 1) l on true
        where coalesce(l.kind, 'reopened') in ('reopened', 'unmatched')`,
  );
  return row?.oldest ? { waiting: row.waiting, oldest: row.oldest } : null;
}

/** A customer whose payments were more than it owed, in yen. */
export interface CreditRow {
  customerId: string;
  customerName: string;
  amount: number;
  /** Instant of the latest entry. */
  latest: string;
  /** Where the money can be seen: the machine that booked last. */
  page: string;
}

/** The customers that have a credit (預り金), by what the ledger says. */
export async function readCredits(tx: Handle): Promise<CreditRow[]> {
  const rows = await rowsOf<
    Omit<CreditRow, "amount" | "latest" | "page"> & {
      amount: string | number;
      latest: Date | string;
      invoiceId: string | null;
      receiptId: string | null;
    }
  >(
    tx,
    sql`select e.customer_id as "customerId", c.name as "customerName",
          sum(e.credit - e.debit) as amount, max(t.recorded_at) as latest,
          (array_agg(i.invoice_id order by t.recorded_at desc)
            filter (where i.invoice_id is not null))[1] as "invoiceId",
          (array_agg(m.receipt_id order by t.recorded_at desc)
            filter (where m.receipt_id is not null))[1] as "receiptId"
        from ledger_entry e
          join ledger_transaction t
            on t.customer_id = e.customer_id and t.transaction_id = e.transaction_id
          join customer c on c.customer_id = e.customer_id
          left join invoice i on i.customer_id = t.customer_id and i.invoice_id = t.machine_id
          left join bank_match m on m.customer_id = t.customer_id and m.match_id = t.machine_id
        where e.account = 'credits'
        group by 1, 2 having sum(e.credit - e.debit) > 0`,
  );
  return rows.map(({ amount, latest, invoiceId, receiptId, ...row }) => ({
    ...row,
    amount: Number(amount),
    latest: new Date(latest).toISOString(),
    page: invoiceId
      ? `/finance/invoices/${row.customerId}/${invoiceId}`
      : `/finance/receipts/${receiptId}`,
  }));
}
