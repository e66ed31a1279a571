import { sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";
import type { AccountTotal, StatementTransaction } from "#machines/month-close/statement.ts";

/** A month's first and last day, ISO. */
export interface Days {
  firstDay: string;
  lastDay: string;
}

/** A place in the order of the ledger. */
export type BookedKey = Pick<StatementTransaction, "day" | "customerId" | "transactionId">;

const nobody = "00000000-0000-0000-0000-000000000000";

/** The place before every booking of a month. */
export const beforeMonth = ({ firstDay }: Days): BookedKey => ({
  ...{ day: firstDay, customerId: nobody, transactionId: nobody },
});

type Stored = Omit<StatementTransaction, "recordedAt"> & { recordedAt: Date | string };

/** Bookings of a month behind a place, at most so many, in the order of days, customers and ids. */
export async function readBooked(
  tx: Handle,
  { lastDay }: Days,
  after: BookedKey,
  limit: number,
): Promise<StatementTransaction[]> {
  const rows = await rowsOf<Stored>(
    tx,
    sql`select t.customer_id as "customerId", t.transaction_id as "transactionId",
          t.machine_id as "machineId", t.seq, t.kind, t.day::text as day,
          t.value_day::text as "valueDay", t.recorded_at as "recordedAt", coalesce(e.entries, '[]') as entries
        from ledger_transaction t left join lateral (
          select jsonb_agg(jsonb_build_object('account', account, 'debit', debit, 'credit', credit)
            order by n) as entries
          from ledger_entry
          where customer_id = t.customer_id and transaction_id = t.transaction_id) e on true
        where (t.day, t.customer_id, t.transaction_id)
            > (${after.day}::date, ${after.customerId}::uuid, ${after.transactionId}::uuid)
          and t.day <= ${lastDay}::date
        order by t.day, t.customer_id, t.transaction_id limit ${limit}`,
  );
  return rows.map(({ recordedAt, ...row }) => ({
    ...row,
    recordedAt: new Date(recordedAt).toISOString(),
  }));
}

/** How many bookings each month has, "2026-10" to a count. */
export async function readMonthCounts(tx: Handle): Promise<Map<string, number>> {
  const rows = await rowsOf<{ month: string; bookings: number }>(
    tx,
    sql`select to_char(day, 'YYYY-MM') as month, count(*)::int as bookings
        from ledger_transaction group by 1`,
  );
  return new Map(rows.map(({ month, bookings }) => [month, bookings]));
}

/** How many bookings lie within some days. */
export async function countBooked(tx: Handle, { firstDay, lastDay }: Days): Promise<number> {
  const [row] = await rowsOf<{ bookings: number }>(
    tx,
    sql`select count(*)::int as bookings from ledger_transaction
        where day between ${firstDay}::date and ${lastDay}::date`,
  );
  return row?.bookings ?? 0;
}

/** What each account was debited and credited within some days, in yen, by the accounts' names. */
export async function readTotals(tx: Handle, { firstDay, lastDay }: Days): Promise<AccountTotal[]> {
  type Stored = { account: string; debit: string | number; credit: string | number };
  const rows = await rowsOf<Stored>(
    tx,
    sql`select e.account, sum(e.debit) as debit, sum(e.credit) as credit
        from ledger_transaction t
          join ledger_entry e on e.customer_id = t.customer_id and e.transaction_id = t.transaction_id
        where t.day between ${firstDay}::date and ${lastDay}::date
        group by 1 order by 1`,
  );
  return rows.map((row) => ({ ...row, debit: Number(row.debit), credit: Number(row.credit) }));
}

/** Bookings of a month whose debits and credits differ; the database should have refused them. */
export async function readUnbalanced(tx: Handle, { firstDay, lastDay }: Days) {
  return rowsOf<{ transactionId: string; day: string }>(
    tx,
    sql`select t.transaction_id as "transactionId", t.day::text as day
        from ledger_transaction t
          left join ledger_entry e
            on e.customer_id = t.customer_id and e.transaction_id = t.transaction_id
        where t.day between ${firstDay}::date and ${lastDay}::date
        group by t.customer_id, t.transaction_id, t.day
        having coalesce(sum(e.debit), 0) <> coalesce(sum(e.credit), 0) or count(e.n) = 0
        limit 100`,
  );
}
