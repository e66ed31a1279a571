import { sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";

/**
 * Whether a bank receipt waits for a decision that may be meant for an invoice: it names the invoice's
 * number, or comes from somebody who has paid for this customer before.
 */
export async function hasWaitingReceipt(
  tx: Handle,
  { customerId, number }: { customerId: string; number: string },
): Promise<boolean> {
  const rows = await rowsOf(
    tx,
    sql`select 1 from bank_receipt b
        where b.amount > 0
          and coalesce((select d.kind from bank_receipt_decision d
            where d.receipt_id = b.receipt_id order by d.seq desc limit 1), 'reopened')
            in ('reopened', 'unmatched')
          and (position(${number} in b.reference) > 0 or b.payer_key in (
            select known.payer_key from bank_match m
            join bank_receipt known on known.receipt_id = m.receipt_id
            where m.customer_id = ${customerId}::uuid and m.status = 'applied'
              and known.payer_key <> ''))
        limit 1`,
  );
  return rows.length > 0;
}
