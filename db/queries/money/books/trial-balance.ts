import { sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";

/** What an account held and what was booked on it, in yen; a balance is debit less credit. */
export interface AccountSums {
  account: string;
  /** Held before the first day. */
  opening: number;
  debit: number;
  credit: number;
}

/** All accounts with their balances before a first day (ISO) and what was booked from then to a last day. */
export async function readAccountSums(
  tx: Handle,
  { firstDay, lastDay }: { firstDay: string; lastDay: string },
): Promise<AccountSums[]> {
  const rows = await rowsOf<Record<keyof AccountSums, string>>(
    tx,
    sql`select e.account,
          coalesce(sum(e.debit - e.credit) filter (where t.day < ${firstDay}::date), 0) as opening,
          coalesce(sum(e.debit) filter (where t.day >= ${firstDay}::date), 0) as debit,
          coalesce(sum(e.credit) filter (where t.day >= ${firstDay}::date), 0) as credit
        from ledger_transaction t
          join ledger_entry e on e.customer_id = t.customer_id and e.transaction_id = t.transaction_id
        where t.day <= ${lastDay}::date
        group by e.account`,
  );
  return rows.map(({ account, opening, debit, credit }) => ({
    ...{ account, opening: Number(opening), debit: Number(debit), credit: Number(credit) },
  }));
}
