import type { Handle } from "#db/client.ts";
import { ledgerEntry, ledgerTransaction } from "#db/schema/money.ts";
import type { Change } from "#machines/engine/apply.ts";

/** Writes the ledger transactions of changes; the database refuses one that does not balance. */
export async function writePostings(
  tx: Handle,
  changes: readonly Change[],
  now: Date,
): Promise<void> {
  const transactions = changes.flatMap(({ customer: { customerId }, rows }) =>
    rows.map(({ rowId, row, machineId, seq }) => ({
      customerId,
      transactionId: rowId,
      machineId,
      seq,
      kind: row.kind,
      day: row.day,
      recordedAt: now,
      postings: row.postings,
    })),
  );
  if (transactions.length === 0) return;
  await tx.insert(ledgerTransaction).values(transactions.map(({ postings: _, ...row }) => row));
  await tx
    .insert(ledgerEntry)
    .values(
      transactions.flatMap(({ customerId, transactionId, postings }) =>
        postings.map((posting, n) => ({ customerId, transactionId, n, ...posting })),
      ),
    );
}
