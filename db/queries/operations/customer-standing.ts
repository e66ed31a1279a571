import { sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";

/** How often the service of a customer was suspended for a breach (A15.2), over all its contracts. */
export async function countBreaches(tx: Handle, customerId: string): Promise<number> {
  const [row] = await rowsOf<{ breaches: number }>(
    tx,
    sql`select count(*)::int as breaches from machine_event
        where customer_id = ${customerId} and event->>'type' = 'suspend'
          and event->>'cause' = 'breach'`,
  );
  return row?.breaches ?? 0;
}
