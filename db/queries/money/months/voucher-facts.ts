import { sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";

/** What people know a booking by. */
export interface VoucherFacts {
  customerName: string | null;
  invoiceNumber: string | null;
  payoutId: string | null;
}

/** The facts of bookings by their ids; each id belongs to one booking. */
export async function readVoucherFacts(
  tx: Handle,
  transactions: readonly { customerId: string; transactionId: string }[],
): Promise<Map<string, VoucherFacts>> {
  const keys = transactions.map(({ customerId, transactionId }) => ({ customerId, transactionId }));
  const rows = await rowsOf<VoucherFacts & { transactionId: string }>(
    tx,
    sql`select x."transactionId", c.name as "customerName", i.number as "invoiceNumber",
          p.payout_id as "payoutId"
        from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb)
            as x("customerId" uuid, "transactionId" uuid)
          join ledger_transaction t
            on t.customer_id = x."customerId" and t.transaction_id = x."transactionId"
          left join customer c on c.customer_id = t.customer_id and c.number > 0
          left join invoice i on i.customer_id = t.customer_id and i.invoice_id = t.machine_id
          left join payout p on p.ledger_transaction_id = t.machine_id`,
  );
  return new Map(rows.map(({ transactionId, ...facts }) => [transactionId, facts]));
}
