import { eq, sql } from "drizzle-orm";
import { preparedRows, rowsOf, type Handle } from "#db/client.ts";
import { pipelined } from "#db/pipeline.ts";
import { payout, payoutLine } from "#db/schema/operator.ts";

/** A line as Stripe gives it. Amounts are yen. */
export interface FetchedLine {
  lineId: string;
  type: string;
  amount: number;
  fee: number;
  net: number;
  sourceId: string | null;
  chargeId: string | null;
}

/** What was judged of a line. */
export interface LineVerdict {
  lineId: string;
  state: string;
  reason: string;
  customerId: string | null;
  paymentId: string | null;
  invoiceId: string | null;
  subjectId: string | null;
}

/**
 * Writes lines of a payout, and from where the next page goes on.
 *
 * @param verdicts on those of the lines that are judged already; the others are new
 */
export async function writePage(
  tx: Handle,
  payoutId: string,
  lines: readonly FetchedLine[],
  { cursor, isWhole }: { cursor: string | null; isWhole: boolean },
  verdicts: readonly LineVerdict[] = [],
): Promise<void> {
  const judged = new Map(verdicts.map((verdict) => [verdict.lineId, verdict]));
  const rows = lines.map(({ lineId, type, amount, fee, net, sourceId, chargeId }) => {
    const verdict = judged.get(lineId);
    return {
      ...{ lineId, type, amount, fee, net, sourceId, chargeId },
      ...(verdict ?? { state: "new", reason: "" }),
    };
  });
  await pipelined([
    preparedRows(
      tx,
      sql`insert into payout_line (payout_id, line_id, type, amount, fee, net, source_id, charge_id,
            state, reason, customer_id, payment_id, invoice_id, subject_id)
          select ${payoutId}, v."lineId", v.type, v.amount, v.fee, v.net, v."sourceId", v."chargeId",
            v.state, v.reason, v."customerId", v."paymentId", v."invoiceId", v."subjectId"
          from json_to_recordset(${JSON.stringify(rows)}::json) as v ("lineId" text, type text,
            amount bigint, fee bigint, net bigint, "sourceId" text, "chargeId" text, state text,
            reason text, "customerId" uuid, "paymentId" uuid, "invoiceId" uuid, "subjectId" uuid)
          on conflict do nothing`,
    ),
    tx.update(payout).set({ cursor, isWhole }).where(eq(payout.payoutId, payoutId)),
  ]);
}

/** Begins a payout anew: what was fetched did not add up. */
export async function dropLines(tx: Handle, payoutId: string): Promise<void> {
  await tx.delete(payoutLine).where(eq(payoutLine.payoutId, payoutId));
  await tx
    .update(payout)
    .set({ cursor: null, isWhole: false })
    .where(eq(payout.payoutId, payoutId));
}

/**
 * Lines of a payout behind one of them, in the order of their ids.
 *
 * @param state lines in this state only: fresh ones, or exceptions
 */
export async function readLines(
  tx: Handle,
  payoutId: string,
  { state, after, limit }: { state: "new" | "exception"; after: string; limit: number },
): Promise<FetchedLine[]> {
  return rowsOf<FetchedLine>(
    tx,
    sql`select line_id as "lineId", type, amount::float8 as amount, fee::float8 as fee,
          net::float8 as net, source_id as "sourceId", charge_id as "chargeId"
        from payout_line
        where payout_id = ${payoutId} and state = ${state} and line_id > ${after}
        order by line_id limit ${limit}`,
  );
}

/** Writes verdicts on lines of a payout. */
export async function writeVerdicts(
  tx: Handle,
  payoutId: string,
  verdicts: readonly LineVerdict[],
): Promise<void> {
  if (verdicts.length === 0) return;
  await rowsOf(
    tx,
    sql`update payout_line l set state = v.state, reason = v.reason, customer_id = v."customerId",
          payment_id = v."paymentId", invoice_id = v."invoiceId", subject_id = v."subjectId"
        from jsonb_to_recordset(${JSON.stringify(verdicts)}::jsonb) as v ("lineId" text, state text,
          reason text, "customerId" uuid, "paymentId" uuid, "invoiceId" uuid, "subjectId" uuid)
        where l.payout_id = ${payoutId} and l.line_id = v."lineId"`,
  );
}

/** A payout's lines by state and reason, in yen. */
export async function readLineSums(tx: Handle, payoutId: string) {
  return rowsOf<{
    state: string;
    reason: string;
    type: string;
    lines: number;
    amount: number;
    fee: number;
    net: number;
  }>(
    tx,
    sql`select state, reason, type, count(*)::int as lines, sum(amount)::float8 as amount,
          sum(fee)::float8 as fee, sum(net)::float8 as net
        from payout_line where payout_id = ${payoutId} group by state, reason, type`,
  );
}

/** Whether something of a payout is left to explain. */
export async function hasExceptions(tx: Handle, payoutId: string): Promise<boolean> {
  const rows = await rowsOf(
    tx,
    sql`select 1 as found from payout_line
        where payout_id = ${payoutId} and state = 'exception' limit 1`,
  );
  return rows.length > 0;
}

/** What fresh lines of a payout are about that the portal has never heard of, at most so many. */
export async function readUnknownSources(
  tx: Handle,
  payoutId: string,
  limit: number,
  passOver: readonly string[],
): Promise<{ type: string; sourceId: string | null; chargeId: string | null }[]> {
  return rowsOf(
    tx,
    sql`select distinct l.type, l.source_id as "sourceId", l.charge_id as "chargeId" from payout_line l
        where l.payout_id = ${payoutId} and l.state in ('new', 'exception')
          and l.source_id not in
            (select jsonb_array_elements_text(${JSON.stringify(passOver)}::jsonb))
          and ((l.type in ('charge', 'payment') and not exists
              (select from payment p where p.charge_id = l.charge_id
                and p.status not in ('created', 'requiresAction', 'processing', 'charging')))
            or (l.type in ('refund', 'payment_refund') and not exists
              (select from refund r where r.stripe_refund_id = l.source_id and r.made_on is not null))
            or (l.type in ('refund_failure', 'payment_failure_refund') and not exists
              (select from refund r where r.stripe_refund_id = l.source_id and r.status = 'failed'))
            or (l.type = 'adjustment' and l.charge_id is not null and not exists
              (select from dispute d where d.stripe_dispute_id = l.source_id
                and d.lines ? l.line_id)))
        limit ${limit}`,
  );
}
