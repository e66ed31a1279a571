import { sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";

/** A customer with its latest registered name in kana, and the names under which it has paid. */
export interface PayerRow {
  customerId: string;
  name: string;
  kana: string | null;
  aliases: string[];
}

/**
 * Every customer as a payer. A name is learned from each receipt that was matched to the customer, and
 * forgotten where that match is reversed.
 */
export async function readKnownPayers(tx: Handle): Promise<PayerRow[]> {
  return rowsOf<PayerRow>(
    tx,
    sql`select c.customer_id as "customerId", c.name,
          (select r.company_name_kana from registration r where r.customer_id = c.customer_id
           order by r.registered_at desc limit 1) as kana,
          coalesce(a.aliases, '[]'::jsonb) as aliases
        from customer c left join (
          select m.customer_id, jsonb_agg(distinct b.payer_key) as aliases
          from bank_match m join bank_receipt b on b.receipt_id = m.receipt_id
          where m.status = 'applied' and b.payer_key <> '' group by 1
        ) a on a.customer_id = c.customer_id
        where c.number > 0`,
  );
}
