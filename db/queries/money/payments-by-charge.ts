import { sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";

interface Row {
  customer_id: string;
  payment_id: string;
  invoice_id: string;
  charge_id: string;
  amount: string | number;
  status: string;
  paid_out_by: string | null;
}

/**
 * The payments of all customers that were paid with one of these charges, and which other payout has
 * already carried them to the bank. Amounts are yen.
 */
export async function findPaymentsByCharge(
  tx: Handle,
  chargeIds: readonly string[],
  payoutId: string,
) {
  const rows = await rowsOf<Row>(
    tx,
    sql`select p.customer_id, p.payment_id, p.invoice_id, p.charge_id, p.amount, p.status,
          (select min(l.payout_id) from payout_line l
           where l.payment_id = p.payment_id and l.state = 'matched' and l.payout_id <> ${payoutId})
            as paid_out_by
        from payment p
        where p.charge_id in
          (select value from jsonb_array_elements_text(${JSON.stringify(chargeIds)}::jsonb))`,
  );
  return rows.map((row) => ({
    customerId: row.customer_id,
    paymentId: row.payment_id,
    invoiceId: row.invoice_id,
    chargeId: row.charge_id,
    amount: Number(row.amount),
    status: row.status,
    paidOutBy: row.paid_out_by,
  }));
}
