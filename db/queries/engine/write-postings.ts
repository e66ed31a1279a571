import type { Handle } from "#db/client.ts";
import { ledgerEntry, ledgerTransaction } from "#db/schema/money.ts";
import type { Change } from "#machines/engine/apply.ts";

/** Writes the ledger transactions of a change; the database refuses one that does not balance. */
export async function writePostings(tx: Handle, change: Change, now: Date): Promise<void> {
  if (change.rows.length === 0) return;
  const { customerId } = change.customer;
  const transactions = change.rows.map(({ rowId, row, machineId, seq }) => ({
    customerId,
    transactionId: rowId,
    machineId,
    seq,
    kind: row.kind,
    day: row.day,
    recordedAt: now,
    postings: row.postings,
  }));
  await tx.insert(ledgerTransaction).values(transactions.map(({ postings: _, ...row }) => row));
  await tx
    .insert(ledgerEntry)
    .values(
      transactions.flatMap(({ transactionId, postings }) =>
        postings.map((posting, n) => ({ customerId, transactionId, n, ...posting })),
      ),
    );
}
