import { sql, type SQL } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";
import { pipelined } from "#db/pipeline.ts";
import type { FetchedLine } from "./lines.ts";

/** Whose money it is. */
interface Owner {
  customerId: string;
  paymentId: string;
  invoiceId: string;
}

/** What the portal knows of what lines of payouts are about, by Stripe's ids. Amounts are yen. */
export interface LineSubjects {
  payments: (Owner & { chargeId: string; received: number; status: string })[];
  refunds: (Owner & {
    sourceId: string;
    refundId: string;
    amount: number;
    status: string;
    madeOn: string | null;
  })[];
  /** `lines` are rows of Stripe's balance that its machine has booked. */
  disputes: (Owner & { sourceId: string; disputeId: string; lines: string[] | null })[];
  payouts: { sourceId: string; isBooked: boolean; isReturned: boolean }[];
  /** What lines that are matched have carried. */
  carried: { type: string; sourceId: string }[];
}

const chargeTypes = new Set(["charge", "payment"]);

const owner = sql`t.customer_id as "customerId", t.payment_id as "paymentId", t.invoice_id as "invoiceId"`;

const idsOf = (ids: readonly (string | null)[]): string[] => [
  ...new Set(ids.filter((id) => id !== null)),
];

/** Rows by ids; without ids nothing is asked. */
async function byIds<Row>(tx: Handle, ids: readonly string[], statement: (ids: SQL) => SQL) {
  const listed = sql`jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) k(id)`;
  return ids.length === 0 ? [] : rowsOf<Row>(tx, statement(listed));
}

/** Reads what lines are about: their payments, refunds, disputes and other payouts. */
export async function readSubjects(
  tx: Handle,
  lines: readonly FetchedLine[],
): Promise<LineSubjects> {
  const charges = idsOf(lines.map(({ chargeId }) => chargeId));
  const sources = idsOf(lines.map(({ sourceId }) => sourceId));
  const others = idsOf(
    lines.filter(({ type }) => !chargeTypes.has(type)).map(({ sourceId }) => sourceId),
  );
  const [payments, refunds, disputes, payouts, carried] = await pipelined([
    byIds<LineSubjects["payments"][number]>(
      tx,
      charges,
      (ids) => sql`
        select ${owner}, t.charge_id as "chargeId", t.received::float8 as received, t.status
        from ${ids} join payment t on t.charge_id = k.id`,
    ),
    byIds<LineSubjects["refunds"][number]>(
      tx,
      others,
      (ids) => sql`
        select ${owner}, k.id as "sourceId", t.refund_id as "refundId",
          t.amount::float8 as amount, t.status, t.made_on::text as "madeOn"
        from ${ids} join refund t on t.stripe_refund_id = k.id`,
    ),
    byIds<LineSubjects["disputes"][number]>(
      tx,
      others,
      (ids) => sql`
        select ${owner}, k.id as "sourceId", t.dispute_id as "disputeId", t.lines
        from ${ids} join dispute t on t.stripe_dispute_id = k.id`,
    ),
    byIds<LineSubjects["payouts"][number]>(
      tx,
      others,
      (ids) => sql`
        select k.id as "sourceId", t.ledger_transaction_id is not null as "isBooked",
          t.returned_on is not null as "isReturned"
        from ${ids} join payout t on t.payout_id = k.id`,
    ),
    // One after the other: a plan for all at once would read the whole table where it has just been filled.
    byIds<LineSubjects["carried"][number]>(
      tx,
      sources,
      (ids) => sql`
        select distinct t.type, k.id as "sourceId"
        from ${ids} cross join lateral (
          select type from payout_line where source_id = k.id and state = 'matched' offset 0) t`,
    ),
  ]);
  return { payments, refunds, disputes, payouts, carried };
}
