import { sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";

/** One thing that happened to a payment by card; a bank transfer that was matched or taken back; a set-off (A14.4). */
export interface PaymentEventRow {
  /** The payment, or for a transfer and a set-off the invoice itself. */
  machineId: string;
  seq: number;
  type: string;
  /** ISO instant. */
  at: string;
  /** Yen asked for by the payment, transferred, or set off. */
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
    sql`select p.payment_id as "machineId", e.seq, 
          case when p.method = 'savedCard' and e.event ->> 'type' = 'create' then 'charge'
            else e.event ->> 'type' end as type, e.at, p.amount,
          e.event ->> 'code' as code
        from payment p join machine_event e
          on e.customer_id = p.customer_id and e.machine_id = p.payment_id
        where p.customer_id = ${key.customerId} and p.invoice_id = ${key.invoiceId}
          and e.event ->> 'type' not in
            ('refund', 'refundFailed', 'dispute', 'disputeWon', 'disputeLost', 'engine.migrated')
        union all
        select e.machine_id, e.seq, e.event ->> 'type', e.at,
          coalesce((e.event ->> 'amount')::bigint, (select sum((debt ->> 'amount')::bigint)
            from jsonb_array_elements(e.event -> 'debts') debt)), null
        from machine_event e
        where e.customer_id = ${key.customerId} and e.machine_id = ${key.invoiceId}
          and e.event ->> 'type' in
            ('transferReceived', 'transferReversed', 'setOffReceived', 'declareSetOff')
        order by 4, 1, 2`,
  );
  return rows.map((row) => ({
    ...row,
    at: new Date(row.at).toISOString(),
    amount: Number(row.amount),
  }));
}
