import { sql } from "drizzle-orm";
import { preparedRows, type Handle } from "#db/client.ts";
import { pipelined } from "#db/pipeline.ts";
import type { Change } from "#machines/engine/change.ts";

/** Writes the ledger transactions of changes; the database refuses one that does not balance. */
export async function writePostings(
  tx: Handle,
  changes: readonly Change[],
  now: Date,
): Promise<void> {
  const transactions = changes.flatMap(({ customer: { customerId }, rows }) =>
    rows.map(({ rowId: transactionId, row, machineId, seq }) => ({
      ...{ customerId, transactionId, machineId, seq },
      ...{ kind: row.kind, day: row.day, postings: row.postings },
    })),
  );
  if (transactions.length === 0) return;
  const entries = transactions.flatMap(({ customerId, transactionId, postings }) =>
    postings.map((posting, n) => ({ customerId, transactionId, n, ...posting })),
  );
  const heads = transactions.map(({ postings: _, ...head }) => head);
  await pipelined([
    preparedRows(
      tx,
      sql`insert into ledger_transaction
            (customer_id, transaction_id, machine_id, seq, kind, day, recorded_at)
          select x."customerId", x."transactionId", x."machineId", x.seq, x.kind, x.day,
            ${now.toISOString()}::timestamptz
          from jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) as x("customerId" uuid,
            "transactionId" uuid, "machineId" uuid, seq int, kind text, day date)`,
    ),
    preparedRows(
      tx,
      sql`insert into ledger_entry (customer_id, transaction_id, n, account, debit, credit)
          select x."customerId", x."transactionId", x.n, x.account, x.debit, x.credit
          from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as x("customerId" uuid,
            "transactionId" uuid, n int, account text, debit bigint, credit bigint)`,
    ),
  ]);
}
