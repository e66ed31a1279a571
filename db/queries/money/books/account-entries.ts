import { sql, type SQL } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";

/** An entry on an account with what it belongs to. Amounts are yen, the day is ISO. */
export interface AccountEntry {
  customerId: string;
  transactionId: string;
  n: number;
  day: string;
  kind: string;
  /** Null for what the operator books for itself. */
  customerName: string | null;
  /** The invoice that booked it, if one did. */
  invoiceId: string | null;
  invoiceNumber: string | null;
  debit: number;
  credit: number;
  /** Debit less credit of the account after this entry. */
  balance: number;
}

interface Wanted {
  account: string;
  firstDay: string;
  lastDay: string;
}

type Stored = Omit<AccountEntry, "debit" | "credit" | "balance"> &
  Record<"debit" | "credit" | "balance", string>;

const ofEntries = (account: string, days: SQL) => sql`
  from ledger_entry e join ledger_transaction t
    on t.customer_id = e.customer_id and t.transaction_id = e.transaction_id
  where e.account = ${account} and ${days}`;

/** How many entries an account has within some days. */
export async function countAccountEntries(
  tx: Handle,
  { account, firstDay, lastDay }: Wanted,
): Promise<number> {
  const days = sql`t.day between ${firstDay}::date and ${lastDay}::date`;
  const [row] = await rowsOf<{ count: number }>(
    tx,
    sql`select count(*)::int as count ${ofEntries(account, days)}`,
  );
  return row?.count ?? 0;
}

/** Entries of an account within some days in the order of days and of their recording, with the balance. */
export async function readAccountEntries(
  tx: Handle,
  { account, firstDay, lastDay }: Wanted,
  page: { offset: number; limit: number },
): Promise<AccountEntry[]> {
  const rows = await rowsOf<Stored>(
    tx,
    sql`with entry as (
          select e.customer_id, e.transaction_id, e.n, t.machine_id, t.day, t.kind, e.debit, e.credit,
            row_number() over w as place, sum(e.debit - e.credit) over w as moved
          ${ofEntries(account, sql`t.day between ${firstDay}::date and ${lastDay}::date`)}
          window w as (order by t.day, t.recorded_at, e.customer_id, e.transaction_id, e.n)
        ), opening as (
          select coalesce(sum(e.debit - e.credit), 0) as held
          ${ofEntries(account, sql`t.day < ${firstDay}::date`)}
        )
        select entry.customer_id as "customerId", entry.transaction_id as "transactionId", entry.n,
          entry.day::text as day, entry.kind, c.name as "customerName", i.invoice_id as "invoiceId",
          i.number as "invoiceNumber", entry.debit, entry.credit, opening.held + entry.moved as balance
        from entry cross join opening
          left join customer c on c.customer_id = entry.customer_id
          left join invoice i
            on i.customer_id = entry.customer_id and i.invoice_id = entry.machine_id
        order by entry.place offset ${page.offset} limit ${page.limit}`,
  );
  return rows.map(({ debit, credit, balance, ...row }) => ({
    ...row,
    ...{ debit: Number(debit), credit: Number(credit), balance: Number(balance) },
  }));
}
