import { sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";

/** One thing that happened to a payment of an invoice. */
export interface PaymentEventRow {
  paymentId: string;
  seq: number;
  type: string;
  /** ISO instant. */
  at: string;
  /** Yen asked for by the payment. */
  amount: number;
  /** Why an attempt failed; null for everything else. */
  code: string | null;
}

/** What happened to all payments of an invoice, earliest first. */
export async function readPaymentEvents(
  tx: Handle,
  key: { customerId: string; invoiceId: string },
): Promise<PaymentEventRow[]> {
  const rows = await rowsOf<
    Omit<PaymentEventRow, "at" | "amount"> & { at: Date | string; amount: string | number }
  >(
    tx,
    sql`select p.payment_id as "paymentId", e.seq, e.event ->> 'type' as type, e.at, p.amount,
          e.event ->> 'code' as code
        from payment p join machine_event e
          on e.customer_id = p.customer_id and e.machine_id = p.payment_id
        where p.customer_id = ${key.customerId} and p.invoice_id = ${key.invoiceId}
        order by e.at, p.payment_id, e.seq`,
  );
  return rows.map((row) => ({
    ...row,
    at: new Date(row.at).toISOString(),
    amount: Number(row.amount),
  }));
}
