import { sql, type SQL } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";
import type { Days } from "./booked.ts";

/** Points that a list shows at most; how many there are in all is counted. */
const mostListed = 50;

/** Something that keeps a month open, since an ISO day or an instant. */
export interface FoundPoint {
  subject: string;
  since: string;
  /** What staff know it by. */
  name: string;
  customerId: string | null;
  /** Yen, where it is about an amount. */
  amount: number | null;
  /** How many there are of its kind, listed or not. */
  total: number;
}

type Stored = Omit<FoundPoint, "since" | "amount"> & {
  since: Date | string;
  amount: string | number | null;
};

/**
 * The points of a statement that gives subject, since, name, customer and amount, the oldest first.
 *
 * @param explained subjects that are left out
 */
async function readPoints(
  tx: Handle,
  points: SQL,
  explained: readonly string[],
): Promise<FoundPoint[]> {
  const rows = await rowsOf<Stored>(
    tx,
    sql`select subject, since, name, customer_id as "customerId", amount,
          count(*) over ()::int as total
        from (${points}) as point (subject, since, name, customer_id, amount)
        where subject not in
          (select jsonb_array_elements_text(${JSON.stringify(explained)}::jsonb))
        order by since, subject limit ${mostListed}`,
  );
  return rows.map(({ since, amount, ...row }) => ({
    ...row,
    since: since instanceof Date ? since.toISOString() : since,
    amount: amount === null ? null : Number(amount),
  }));
}

/**
 * Lines of payouts that arrived up to a day and are neither matched nor explained, payouts that are not
 * booked, booked ones that failed later and whose return no other payout has brought, and those that arrived in
 * these days and have no line in a bank's file.
 */
export async function readOpenPayouts(
  tx: Handle,
  { firstDay, lastDay }: Days,
  explained: readonly string[],
): Promise<FoundPoint[]> {
  const points = sql`select p.payout_id || '/' || l.line_id, p.arrival_day::text, l.reason,
        l.customer_id, l.net
      from payout p join payout_line l on l.payout_id = p.payout_id
      where l.state = 'exception' and p.arrival_day <= ${lastDay}::date
      union all
      select p.payout_id, p.arrival_day::text, 'notBooked', null, p.amount from payout p
      where p.ledger_transaction_id is null and p.arrival_day <= ${lastDay}::date
      union all
      select p.payout_id, p.arrival_day::text, 'payoutFailed', null, p.amount from payout p
      where p.ledger_transaction_id is not null and p.status in ('failed', 'canceled')
        and p.arrival_day <= ${lastDay}::date
        and not exists (select from payout_line l where l.source_id = p.payout_id
          and l.type in ('payout_failure', 'payout_cancel') and l.state <> 'exception')
      union all
      select p.payout_id || '/bank', p.arrival_day::text, 'notAtBank', null, p.amount from payout p
      where p.ledger_transaction_id is not null and p.returned_on is null and p.receipt_id is null
        and p.status = 'paid' and p.amount > 0
        and p.arrival_day between ${firstDay}::date and ${lastDay}::date`;
  return readPoints(tx, points, explained);
}

/** Receipts of the bank with a value day up to a day that nobody has matched or set aside. */
export async function readOpenReceiptsTo(tx: Handle, { lastDay }: Days): Promise<FoundPoint[]> {
  const points = sql`select r.receipt_id::text, r.value_day::text, r.payer, null::uuid, r.amount
      from bank_receipt r left join lateral (select d.kind from bank_receipt_decision d
        where d.receipt_id = r.receipt_id order by d.seq desc limit 1) l on true
      where coalesce(l.kind, 'reopened') in ('reopened', 'unmatched')
        and r.value_day <= ${lastDay}::date`;
  return readPoints(tx, points, []);
}

/**
 * Card payments last changed before an instant whose outcome is open, or whose amount is another, and what Stripe
 * and the portal tell differently of that time.
 */
export async function readOpenPayments(
  tx: Handle,
  before: string,
  explained: readonly string[],
): Promise<FoundPoint[]> {
  const points = sql`select payment_id::text, changed_at, status, customer_id, amount from payment
      where status in ('created', 'requiresAction', 'processing', 'charging', 'mismatched')
        and changed_at < ${before}::timestamptz
      union all
      select break_id, found_at, kind, customer_id, amount from stripe_break
      where resolved_at is null and happened_at < ${before}::timestamptz`;
  return readPoints(tx, points, explained);
}

/** Messages of the payment provider from before an instant that wait to be taken in, or were given up. */
export async function readOpenEvents(
  tx: Handle,
  before: string,
  explained: readonly string[],
): Promise<FoundPoint[]> {
  const points = sql`select event_id, received_at, type, null::uuid, null::bigint from inbox
      where provider = 'stripe' and state in ('received', 'failed')
        and received_at < ${before}::timestamptz`;
  return readPoints(tx, points, explained);
}

/** Work outside from before an instant that is not done; mails and notices book nothing. */
export async function readOpenMoneyEffects(
  tx: Handle,
  before: string,
  explained: readonly string[],
): Promise<FoundPoint[]> {
  const points = sql`select concat_ws('/', customer_id, machine_id, seq, n), at, kind, customer_id,
        null::bigint
      from effect where state in ('pending', 'unknown', 'unresolved', 'dead')
        and kind not in ('mail', 'notifyCustomers') and at < ${before}::timestamptz`;
  return readPoints(tx, points, explained);
}

/** Deadlines that were due up to an instant and have not fired. */
export async function readLateTimers(tx: Handle, upTo: string): Promise<FoundPoint[]> {
  const points = sql`select concat_ws('/', machine_id, timer_id), due_at, timer_id, customer_id,
        null::bigint
      from timer where due_at <= ${upTo}::timestamptz`;
  return readPoints(tx, points, []);
}
