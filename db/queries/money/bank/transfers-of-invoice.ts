import { sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";

/** The value days (ISO) of the bank transfers that pay an invoice, earliest first. */
export async function readTransferDays(
  tx: Handle,
  { customerId, invoiceId }: { customerId: string; invoiceId: string },
): Promise<string[]> {
  const rows = await rowsOf<{ day: string }>(
    tx,
    sql`select value_day::text as day from bank_match
        where customer_id = ${customerId} and status = 'applied'
          and allocations @> ${JSON.stringify([{ invoiceId }])}::jsonb
        order by value_day`,
  );
  return rows.map(({ day }) => day);
}
